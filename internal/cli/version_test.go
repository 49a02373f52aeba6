package cli

import "testing"

func TestRelease(t *testing.T) {
	for version, want := range map[string]string{
		"v1.2.3":                               "v1.2.3",
		"v1.2.3+dirty":                         "",
		"v1.2.4-0.20260102030405-0123456789ab": "",
		"(devel)":                              "",
		"":                                     "",
	} {
		if got := release(version); got != want {
			t.Errorf("%q gives %q, want %q", version, got, want)
		}
	}
}
