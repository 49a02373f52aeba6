package publish

import "testing"

func TestTarget(t *testing.T) {
	for _, test := range []struct{ remote, domain, want string }{
		{"https://github.com/Ada/talks.git", "", "https://ada.github.io/talks/"},
		{"https://github.com/Ada/Talks", "", "https://ada.github.io/Talks/"},
		{"https://user:secret@github.com/ada/talks.git", "", "https://ada.github.io/talks/"},
		{"git@github.com:ada/talks.git", "", "https://ada.github.io/talks/"},
		{"ssh://git@github.com/ada/talks.git", "", "https://ada.github.io/talks/"},
		{"ssh://git@ssh.github.com:443/ada/talks.git", "", "https://ada.github.io/talks/"},
		{"git@github.com:Ada/ada.github.io.git", "", "https://ada.github.io/"},
		{"git@github.com:ada/talks.git", "talks.example.org", "https://talks.example.org/"},
		{"https://git.example.org/ada/talks.git", "", ""},
		{"https://github.com/ada", "", ""},
		{"../talks.git", "", ""},
		{`C:\talks`, "", ""},
		{"", "", ""},
	} {
		if got := Target(test.remote, test.domain); got != test.want {
			t.Errorf("Target(%q, %q) = %q, want %q", test.remote, test.domain, got, test.want)
		}
	}
}

func TestSecretIsNotPrinted(t *testing.T) {
	for remote, want := range map[string]string{
		"https://ada:token@github.com/ada/talks.git": "https://github.com/ada/talks.git",
		"ssh://git@github.com/ada/talks.git":         "ssh://git@github.com/ada/talks.git",
		"git@github.com:ada/talks.git":               "git@github.com:ada/talks.git",
	} {
		if got := withoutSecret(remote); got != want {
			t.Errorf("withoutSecret(%q) = %q, want %q", remote, got, want)
		}
	}
}
