package site

import (
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/spf13/afero"

	"dateline/internal/browser"
)

// TestHTMLIsValid reads every page of a site with html-validate. That names of
// events may make a title long is the one rule which is turned off.
func TestHTMLIsValid(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("starting node takes seconds")
	}
	validator := browser.Modules(t, "html-validate/bin/html-validate.mjs")
	node, err := exec.LookPath("node")
	if err != nil {
		browser.Missing(t, "there is no node on the PATH")
	}
	for name, cfg := range map[string]Config{
		"english": harborConfig,
		"german":  {Title: "Die Hafenbrücke", Lang: "de", BaseURL: "https://example.org/brücke/"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			build(t, cfg, harbor(t), afero.NewBasePathFs(afero.NewOsFs(), dir))
			config := filepath.Join(filepath.Dir(validator), "..", "..", "..", "htmlvalidate.json")
			said, err := exec.Command(node, validator, "--config", config, "--formatter", "text", filepath.ToSlash(dir)+"/**/*.html").CombinedOutput()
			if err != nil {
				t.Errorf("html-validate: %v\n%s", err, said)
			}
		})
	}
}
