package publish

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
)

// The limits that GitHub states for Pages sites, and for files in a push.
const (
	MaxSite = 1 << 30   // bytes of a published site
	MaxFile = 100 << 20 // bytes of one file; a larger one is rejected
	BigFile = 50 << 20  // bytes of one file from which on git push warns
)

// Plan is what Publish will do. Paths have slashes and are sorted.
type Plan struct {
	URL      string   // where the site will be, "" when the remote is not on GitHub
	Remote   string   // name of the remote
	Address  string   // of the remote
	Branch   string   //
	Message  string   // of the commit
	Source   string   // commit that HEAD is at, "" when there is none
	Dirty    bool     // the work tree differs from Source
	First    bool     // the branch does not exist yet, or is not dateline's yet
	Added    []string //
	Changed  []string //
	Removed  []string //
	Files    int      // in the new tree
	Bytes    int64    // in the new tree
	Largest  []File   // at most five, the largest first
	Domain   string   // what the new CNAME says, "" when there is none
	Held     []string // articles that are not published
	Warnings []string // one sentence each

	options   Options
	repo      *repository
	work      string
	tip       string // of the branch that is built upon, "" when there is none
	localTip  string // of the local branch
	tree      string
	old       map[string]File // of tip
	oldMarker *marker
	oldCNAME  string
}

// File is one file of a tree.
type File struct {
	Path string `json:"path"`
	Size int64  `json:"bytes"`

	object string
}

// Same reports whether the branch holds this site already.
func (p *Plan) Same() bool {
	return p.tip != "" && p.oldMarker != nil && len(p.Added)+len(p.Changed)+len(p.Removed) == 0
}

// readSource finds out what the site was built from and where it goes.
func (p *Plan) readSource(ctx context.Context) error {
	p.Source = p.repo.resolve(ctx, "HEAD")
	status, err := p.repo.line(ctx, "status", "--porcelain")
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	p.Dirty = status != ""
	address, err := p.repo.line(ctx, "remote", "get-url", p.Remote)
	if err != nil {
		if !p.options.NoPush {
			return fmt.Errorf("publish: there is no remote %q; add one with \"git remote add %s ADDRESS\", or name another with --remote", p.Remote, p.Remote)
		}
		address = ""
	}
	p.Address = withoutSecret(address)
	p.URL = Target(address, p.options.Domain)
	source := p.Source
	if source == "" {
		source = "uncommitted work"
	}
	version := p.options.Version
	if version == "" {
		version = "(devel)"
	}
	p.Message = strings.NewReplacer("{sha}", shortSource(source), "{version}", version).Replace(p.options.Message)
	return nil
}

func shortSource(source string) string {
	if strings.ContainsRune(source, ' ') {
		return source
	}
	return source[:min(len(source), 10)]
}

// readTip finds the commit that is built upon and reads its tree.
func (p *Plan) readTip(ctx context.Context) error {
	p.localTip = p.repo.resolve(ctx, "refs/heads/"+p.Branch)
	if p.options.NoPush && p.localTip != "" {
		p.tip = p.localTip
	} else if p.Address != "" {
		tip, err := p.repo.remoteTip(ctx, p.Remote, p.Branch)
		if err != nil {
			return fmt.Errorf("publish: reading %s of %s: %w", p.Branch, p.Remote, err)
		}
		p.tip = tip
	}
	if p.tip == "" {
		p.First = true
		return nil
	}
	var err error
	if p.old, err = p.repo.files(ctx, p.tip); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	if f, ok := p.old[markerName]; ok {
		raw, err := p.repo.run(ctx, nil, "cat-file", "blob", f.object)
		if err != nil {
			return fmt.Errorf("publish: %w", err)
		}
		var m marker
		if json.Unmarshal(raw, &m) == nil && m.Tool == toolName {
			p.oldMarker = &m
		}
	}
	if f, ok := p.old[cnameName]; ok {
		raw, err := p.repo.run(ctx, nil, "cat-file", "blob", f.object)
		if err != nil {
			return fmt.Errorf("publish: %w", err)
		}
		p.oldCNAME = strings.TrimSpace(string(raw))
	}
	p.First = p.oldMarker == nil
	return nil
}

// guard refuses what would do harm.
func (p *Plan) guard() error {
	where := p.Branch + " of " + p.Remote
	if p.tip != "" && p.oldMarker == nil && !p.options.Adopt {
		return fmt.Errorf("publish: %w: %s has %d files and no %s; look at it, then publish with --adopt to replace them, or name another branch with --branch",
			ErrForeign, where, len(p.old), markerName)
	}
	made := p.oldMarker != nil && p.oldMarker.Domain == p.oldCNAME
	if p.oldCNAME != "" && p.Domain != p.oldCNAME && !made {
		does := "drop it"
		if p.Domain != "" {
			does = "change it to " + p.Domain
		}
		return fmt.Errorf("publish: %w: %s has the CNAME %s, and this site would %s; keep it with \"domain: %s\" in dateline.yaml, or remove CNAME from the branch",
			ErrDomain, where, p.oldCNAME, does, p.oldCNAME)
	}
	if p.Bytes > MaxSite {
		return fmt.Errorf("publish: the site has %d bytes; GitHub Pages takes at most %d", p.Bytes, int64(MaxSite))
	}
	for _, f := range p.Largest {
		switch {
		case f.Size > MaxFile:
			return fmt.Errorf("publish: %s has %d bytes; GitHub takes files of at most %d", f.Path, f.Size, int64(MaxFile))
		case f.Size > BigFile:
			p.Warnings = append(p.Warnings, fmt.Sprintf("%s has %d bytes; GitHub advises against files over %d", f.Path, f.Size, int64(BigFile)))
		}
	}
	if p.Bytes > MaxSite/10*8 {
		p.Warnings = append(p.Warnings, fmt.Sprintf("the site has %d of the %d bytes that GitHub Pages takes", p.Bytes, int64(MaxSite)))
	}
	return nil
}
