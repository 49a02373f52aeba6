package desk

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/spf13/afero"

	"dateline/internal/browser"
	"dateline/internal/decisions"
	"dateline/timeline"
)

// TestReviewPageIsValid reads the page without a server with html-validate, in
// both languages.
func TestReviewPageIsValid(t *testing.T) {
	if testing.Short() {
		t.Skip("starting node takes seconds")
	}
	validator := browser.Modules(t, "html-validate/bin/html-validate.mjs")
	node, err := exec.LookPath("node")
	if err != nil {
		browser.Missing(t, "there is no node on the PATH")
	}
	config := filepath.Join(filepath.Dir(validator), "..", "..", "..", "htmlvalidate.json")
	for _, lang := range []string{"en", "de"} {
		session, err := decisions.NewSession(decisions.NewStore(afero.NewMemMapFs(), "review"),
			[]timeline.Reading{report(t, "one", "The ministers met in Riga on Tuesday.", "Their deputies met a day later.")}, "ann", "2021-12-10")
		if err != nil {
			t.Fatal(err)
		}
		pages, err := Pages(Config{Site: "Winter", Lang: lang}, session)
		if err != nil {
			t.Fatal(err)
		}
		at := filepath.Join(t.TempDir(), "index.html")
		if err := os.WriteFile(at, pages["index.html"], 0o644); err != nil {
			t.Fatal(err)
		}
		if said, err := exec.Command(node, validator, "--config", config, "--formatter", "text", at).CombinedOutput(); err != nil {
			t.Errorf("html-validate: %v\n%s", err, said)
		}
	}
}
