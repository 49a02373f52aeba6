package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"

	"dateline/internal/browser"
)

// TestScriptOnlyAdds reads every kind of page without and with script, from
// disk: apart from what the script adds, both say the same.
func TestScriptOnlyAdds(t *testing.T) {
	t.Parallel()
	b := browser.Open(t)
	top := onDisk(t, func(out afero.Fs) { build(t, harborConfig, harbor(t), out) })
	const said = `(document.querySelectorAll(".filter, .keys, button").forEach(e => e.remove()), document.querySelector("main").textContent.replace(/\s+/g, " "))`
	var pages []string
	for _, name := range pageTypes {
		if name != "events/gone.html" && !strings.ContainsAny(name, "?#") {
			pages = append(pages, name)
		}
	}
	read := func() []string {
		var all []string
		for _, name := range pages {
			b.Visit(top+name, 1280, "light")
			all = append(all, name+"\n"+browser.Eval[string](b, said))
		}
		return all
	}
	b.Script(false)
	off := read()
	b.Script(true)
	if diff := cmp.Diff(off, read()); diff != "" {
		t.Errorf("pages without and with script differ (-without +with):\n%s", diff)
	}
	if _, faults := b.Seen(); len(faults) > 0 {
		t.Errorf("from disk: %q", faults)
	}
}
