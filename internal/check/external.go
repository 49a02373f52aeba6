package check

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"dateline/extract/article"
	"dateline/internal/fetch"
	"dateline/timeline"
)

// Outside is a link from an article to another site.
type Outside struct {
	Path    string // of the article
	Line    int
	Address string
}

// Outsides returns the links of articles to other sites: the source of each,
// and those in its text, by address and then by path.
func Outsides(readings []timeline.Reading) []Outside {
	var all []Outside
	for i := range readings {
		a := &readings[i].Article
		if a.SourceURL != "" {
			all = append(all, Outside{a.Path, 1, a.SourceURL})
		}
		if a.Body == nil {
			continue
		}
		doc := article.NewMarkdown().Parser().Parse(text.NewReader(a.Body))
		line := a.BodyLine
		ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if !entering {
				return ast.WalkContinue, nil
			}
			if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
				line = a.BodyLine + bytes.Count(a.Body[:n.Lines().At(0).Start], []byte("\n"))
			}
			switch n := n.(type) {
			case *ast.Link:
				all = append(all, Outside{a.Path, line, string(n.Destination)})
			case *ast.AutoLink:
				all = append(all, Outside{a.Path, line, string(n.URL(a.Body))})
			}
			return ast.WalkContinue, nil
		})
	}
	all = slices.DeleteFunc(all, func(o Outside) bool {
		return len(o.Address) < 8 || o.Address[:7] != "http://" && o.Address[:8] != "https://"
	})
	slices.SortStableFunc(all, func(a, b Outside) int {
		return cmp.Or(cmp.Compare(a.Address, b.Address), cmp.Compare(a.Path, b.Path), a.Line-b.Line)
	})
	return all
}

// External asks for every link once. A page that is gone is an error; one
// that cannot be asked for now is a warning.
func External(ctx context.Context, links []Outside, get func(context.Context, string) error) ([]Finding, error) {
	var findings []Finding
	last, fault := "", error(nil)
	for _, l := range links {
		if l.Address != last {
			last, fault = l.Address, get(ctx, l.Address)
		}
		if ctx.Err() != nil {
			return findings, ctx.Err()
		}
		if fault == nil {
			continue
		}
		f := Finding{Warning, "external", l.Path, l.Line, fmt.Sprintf("%s: %v", l.Address, fault), ""}
		var status *fetch.StatusError
		if errors.As(fault, &status) && (status.Code == http.StatusNotFound || status.Code == http.StatusGone) {
			f.Severity, f.Hint = Error, "link to an archived copy"
		}
		findings = append(findings, f)
	}
	return findings, nil
}
