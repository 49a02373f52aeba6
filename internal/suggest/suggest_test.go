package suggest

import "testing"

func TestNearest(t *testing.T) {
	candidates := []string{"title", "description", "base_url", "lang", "out"}
	for _, c := range []struct{ word, want string }{
		{"title", "title"},
		{"titel", "title"},
		{"Titel", "title"},
		{"baseurl", "base_url"},
		{"base-url", "base_url"},
		{"descripton", "description"},
		{"lnag", "lang"},
		{"uot", "out"},
		{"theme", ""},
		{"", ""},
		{"größe", ""},
	} {
		if got := Nearest(c.word, candidates); got != c.want {
			t.Errorf("Nearest(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}
