package site

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"
)

func TestChangesOfDecisionsAndArticles(t *testing.T) {
	cfg := harborConfig
	cfg.History = []Revision{
		{"2024-03-22", "", "removed"},
		{"2024-03-20", "bridge-result", "changed"},
		{"2024-03-15", "bridge-result", "added"},
		{"2024-03-15", "bridge-vote", "added"},
	}
	out := afero.NewMemMapFs()
	build(t, cfg, harbor(t), out)
	page := tree(t, out)["changes.html"]
	page = page[strings.Index(page, "<section"):strings.Index(page, "</main>")]
	got := strings.Split(strings.TrimSpace(regexp.MustCompile(`\s*\n\s*`).ReplaceAllString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(page, ""), "\n")), "\n")
	want := []string{
		"22 March 2024", "An article was taken out",
		"21 March 2024", "Bridge falls down", "rejected: not an event · rk",
		"20 March 2024", "Clerk Ana Ruiz on the missing quorum", "date corrected from 7 March 2024 to 14 March 2024 she spoke the day after the vote · rk",
		"Article changed: Harbor bridge: the vote that slipped",
		"15 March 2024", "Article added: Harbor bridge: the vote that slipped", "Article added: Council to vote on the harbor bridge",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	for _, link := range []string{`href="articles/bridge-vote.html"`, `href="events/e-900.html"`, `href="events/e-007.html"`} {
		if !strings.Contains(page, link) {
			t.Errorf("the page has no %s", link)
		}
	}
}
