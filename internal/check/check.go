// Package check looks for what is wrong with a site: its articles, the
// decisions on them, and the pages that were built. A check takes values and
// returns findings; Sorted puts those of all checks into one order.
package check

import (
	"cmp"
	"slices"

	"dateline/extract/article"
	"dateline/extract/timex"
	"dateline/timeline"
	"dateline/timeline/review"
)

// Severity says whether a finding must be mended.
type Severity string

// The severities. Warnings count with check --strict only.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Finding is one thing that is wrong, or that somebody should look at.
type Finding struct {
	Severity Severity `json:"severity"`
	Kind     string   `json:"kind"` // "article", "published", "unresolved", "impossible", "decision", "link", "id", "size", "external"
	Path     string   `json:"path"` // a file of the source, or of the site
	Line     int      `json:"line,omitempty"`
	What     string   `json:"what"`
	Hint     string   `json:"hint,omitempty"`
}

// String returns "path:line: what; hint", as a compiler would.
func (f Finding) String() string {
	p := article.Problem{Path: f.Path, Line: f.Line, What: f.What, Hint: f.Hint}
	if f.Severity == Warning {
		p.What = "warning: " + p.What
	}
	return p.Error()
}

// Sorted returns findings by path, line and text.
func Sorted(findings []Finding) []Finding {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), a.Line-b.Line, cmp.Compare(a.What, b.What))
	})
	return findings
}

// Problems returns the problems of articles that could not be read.
func Problems(problems []*article.Problem) []Finding {
	var findings []Finding
	for _, p := range problems {
		findings = append(findings, Finding{Error, "article", p.Path, p.Line, p.What, p.Hint})
	}
	return findings
}

// Articles looks at what was read: publication times that a program was not
// sure of, and expressions of time that could not be resolved.
func Articles(readings []timeline.Reading) []Finding {
	var findings []Finding
	for i := range readings {
		a := &readings[i].Article
		if a.DateFound.Confidence == timex.Ambiguous.String() {
			findings = append(findings, Finding{Warning, "published", a.Path, 1,
				"the publication time " + a.Published.String() + " is not sure: " + cmp.Or(a.DateFound.Note, "found in "+a.DateFound.Source),
				"look at the source, correct it, and remove the line date_confidence"})
		}
		for _, d := range readings[i].Impossible {
			findings = append(findings, Finding{Warning, "impossible", a.Path, a.FileLine(d.Start),
				"\"" + a.Text[d.Start:d.End] + "\" is no date: " + d.Why(), "look at the source, and correct it where it was copied wrongly"})
		}
		for _, t := range readings[i].Timexes {
			if (t.Type == timex.Date || t.Type == timex.Time) && (t.Value.IsZero() || t.Value.IsOpen()) {
				findings = append(findings, Finding{Warning, "unresolved", a.Path, a.FileLine(t.Start),
					"\"" + a.Text[t.Start:t.End] + "\" could not be resolved", ""})
			}
		}
	}
	return findings
}

// Decisions looks at what people decided: items are those of all articles,
// strays the names of review files that belong to none. With required, an
// event that nobody decided on is a finding too.
func Decisions(items []review.Item, path func(articleID string) string, strays []string, required bool) []Finding {
	var findings []Finding
	for _, i := range items {
		a := &i.Reading.Article
		for _, s := range i.Stale {
			f := Finding{Severity: Warning, Kind: "decision", Path: path(a.ID), What: "decision " + i.ID + " is stale: " + s.Why, Hint: "decide again with \"dateline review\""}
			if i.Orphan() {
				f.Severity = Error
			}
			findings = append(findings, f)
		}
		if required && i.Event != nil && i.State() == timeline.Unreviewed {
			findings = append(findings, Finding{Warning, "decision", a.Path, a.FileLine(i.Event.Head.Start),
				"nobody reviewed \"" + i.Event.Label + "\"", "decide with \"dateline review\""})
		}
	}
	for _, name := range strays {
		findings = append(findings, Finding{Error, "decision", name, 0, "no article has this name, so its decisions are orphans", "rename it with the article, or remove it"})
	}
	return findings
}
