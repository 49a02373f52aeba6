package check

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/afero"
	"golang.org/x/net/html"

	"dateline/site/publish"
)

// Site is what the check of a built site came to.
type Site struct {
	Files    int
	Bytes    int64
	Findings []Finding
}

// link is a reference from a page to a file of the site.
type link struct {
	from, ref string // as written
	to        string // path in the site, "" when it leads outside
	fragment  string
}

// Pages looks at a site that was built: links between its files, ids that a
// page has twice, and sizes against the limits of GitHub Pages. base is the
// address of the site, "" when it is not known; absolute links below it are
// followed as well.
func Pages(ctx context.Context, site afero.Fs, base string) (Site, error) {
	var s Site
	files := map[string]map[string]bool{} // ids of each file, nil for what is no page
	var links []link
	err := afero.Walk(site, ".", func(name string, info fs.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		name = strings.TrimPrefix(filepath.ToSlash(name), "./")
		if strings.HasPrefix(name, ".dateline-") {
			return nil // by which builds know their own output; it is not published
		}
		s.Files++
		s.Bytes += info.Size()
		s.Findings = append(s.Findings, sizeOf(name, info.Size())...)
		files[name] = nil
		if path.Ext(name) != ".html" {
			return nil
		}
		src, err := afero.ReadFile(site, name)
		if err != nil {
			return err
		}
		ids, refs, twice := scan(src)
		files[name] = ids
		for _, id := range twice {
			s.Findings = append(s.Findings, Finding{Error, "id", name, 0, fmt.Sprintf("the id %q is there twice", id), ""})
		}
		for _, ref := range refs {
			if l, ok := resolve(name, ref, base); ok {
				links = append(links, l)
			}
		}
		return nil
	})
	if err != nil {
		return s, fmt.Errorf("checking the pages: %w", err)
	}
	if s.Bytes > publish.MaxSite {
		s.Findings = append(s.Findings, Finding{Error, "size", ".", 0,
			fmt.Sprintf("the site has %d bytes; GitHub Pages takes at most %d", s.Bytes, int64(publish.MaxSite)), ""})
	}
	for _, l := range links {
		s.Findings = append(s.Findings, l.broken(files)...)
	}
	return s, nil
}

func sizeOf(name string, size int64) []Finding {
	switch {
	case size > publish.MaxFile:
		return []Finding{{Error, "size", name, 0, fmt.Sprintf("%d bytes; GitHub takes files of at most %d", size, int64(publish.MaxFile)), ""}}
	case size > publish.BigFile:
		return []Finding{{Warning, "size", name, 0, fmt.Sprintf("%d bytes; GitHub advises against files over %d", size, int64(publish.BigFile)), ""}}
	}
	return nil
}

// scan returns the ids and the references of a page, and the ids that it has
// more than once.
func scan(src []byte) (ids map[string]bool, refs, twice []string) {
	ids = map[string]bool{}
	tokens := html.NewTokenizer(bytes.NewReader(src))
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return ids, refs, twice
		}
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		name, more := tokens.TagName()
		tag := string(name)
		for more {
			var key, value []byte
			key, value, more = tokens.TagAttr()
			switch string(key) {
			case "id":
				if id := string(value); !ids[id] {
					ids[id] = true
				} else if !slices.Contains(twice, id) {
					twice = append(twice, id)
				}
			case "name":
				if tag == "a" {
					ids[string(value)] = true
				}
			case "href", "src", "poster", "action":
				refs = append(refs, string(value))
			case "srcset":
				for _, candidate := range strings.Split(string(value), ",") {
					if fields := strings.Fields(candidate); len(fields) > 0 {
						refs = append(refs, fields[0])
					}
				}
			}
		}
	}
}

// resolve returns the file of the site that a reference leads to; ok is false
// for what leads elsewhere.
func resolve(from, ref, base string) (link, bool) {
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil {
		return link{from: from, ref: ref}, true
	}
	if base != "" && strings.HasPrefix(ref, base) {
		u, err = url.Parse("/" + strings.TrimPrefix(ref, base))
		if err != nil {
			return link{from: from, ref: ref}, true
		}
	} else if u.Scheme != "" || u.Host != "" {
		return link{}, false
	} else if strings.HasPrefix(u.Path, "/") && base != "" {
		// A page that may be shown at any depth, such as 404.html, links from the root of the host.
		b, err := url.Parse(base)
		if err != nil || !strings.HasPrefix(u.Path, b.Path) {
			return link{from: from, ref: ref}, true
		}
		u.Path = "/" + strings.TrimPrefix(u.Path, b.Path)
	}
	to := u.Path
	switch {
	case to == "":
		to = from
	case strings.HasPrefix(to, "/"):
		to = strings.TrimPrefix(path.Clean(to), "/")
	default:
		to = path.Join(path.Dir(from), to)
	}
	if to == "" || to == "." || strings.HasSuffix(u.Path, "/") {
		to = path.Join(to, "index.html")
	}
	return link{from, ref, to, u.Fragment}, true
}

// broken returns a finding when a link leads nowhere.
func (l link) broken(files map[string]map[string]bool) []Finding {
	ids, there := files[l.to]
	switch {
	case l.to == "":
		return []Finding{{Error, "link", l.from, 0, fmt.Sprintf("%q is no link", l.ref), ""}}
	case !there:
		return []Finding{{Error, "link", l.from, 0, fmt.Sprintf("the link %q leads to %s, which is not there", l.ref, l.to), ""}}
	case l.fragment != "" && l.fragment != "top" && ids != nil && !ids[l.fragment]:
		return []Finding{{Error, "link", l.from, 0, fmt.Sprintf("the link %q leads to an id that %s has not", l.ref, l.to), ""}}
	}
	return nil
}
