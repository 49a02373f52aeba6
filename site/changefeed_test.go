package site

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mmcdole/gofeed"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/spf13/afero"

	"dateline/timeline"
)

// TestFeedOfChanges reads the feeds beside the page of changes with a reader
// that is not ours: what was found right is no news, and an entry keeps its
// name when others come.
func TestFeedOfChanges(t *testing.T) {
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	schema, err := c.Compile("../internal/feed/testdata/jsonfeed-1.1.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	cfg := harborConfig
	cfg.BaseURL = "https://example.org/port/"
	cfg.History = []Revision{{"2024-03-22", "", "removed"}, {"2024-03-22", "", "removed"}, {"2024-03-15", "bridge-vote", "added"}}
	read := func(tl *timeline.Timeline) (entries, names []string) {
		out := afero.NewMemMapFs()
		build(t, cfg, tl, out)
		files := tree(t, out)
		if !strings.Contains(files[changesAt], `href="changes.atom" title=`) || !strings.Contains(files[changesAt], `href="changes.json"`) {
			t.Error("the page of changes does not lead to its feeds")
		}
		for _, name := range []string{"changes.json", "feed.json"} {
			doc, err := jsonschema.UnmarshalJSON(strings.NewReader(files[name]))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(doc); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		for _, name := range []string{changesAtomAt, changesJSONAt} {
			f, err := gofeed.NewParser().ParseString(files[name])
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			entries, names = nil, nil
			for _, item := range f.Items {
				on := item.Updated + item.Published
				page := strings.TrimPrefix(item.Link, cfg.BaseURL)
				if _, ok := files[page]; !ok {
					t.Errorf("%s leads to %s", name, item.Link)
				}
				entries = append(entries, strings.Join([]string{on[:10], strings.Join(item.Categories, ","), item.Title, page}, " | "))
				names = append(names, item.GUID)
			}
			if slices.Sort(names); len(slices.Compact(slices.Clone(names))) != len(entries) {
				t.Errorf("%s: two entries of one name: %q", name, names)
			}
		}
		return entries, names
	}
	tl := harbor(t)
	tl.Articles[0].Verdicts = []timeline.Verdict{{Article: "bridge-vote", Event: "e-003", Action: "accept", Label: "Old harbor bridge closed", Words: "accepted as June 2023", By: "rk", On: "2024-03-23"}}
	entries, names := read(tl)
	want := []string{
		"2024-03-22 | Withdrawn | An article was taken out | changes.html",
		"2024-03-22 | Withdrawn | An article was taken out | changes.html",
		"2024-03-21 | Withdrawn | Withdrawn: Bridge falls down | events/e-900.html",
		"2024-03-20 | Corrected | Corrected: Clerk Ana Ruiz on the missing quorum | events/e-007.html",
		"2024-03-15 | Added | Article added: Council to vote on the harbor bridge | articles/bridge-vote.html",
	}
	if diff := cmp.Diff(want, entries); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
	cfg.History = append([]Revision{{"2024-03-25", "", "removed"}, {"2024-03-22", "", "removed"}}, cfg.History...)
	_, later := read(tl)
	for _, name := range names {
		if !slices.Contains(later, name) {
			t.Errorf("the entry %s got another name", name)
		}
	}
}
