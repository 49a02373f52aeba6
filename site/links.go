package site

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// names gives out file names. No two differ only in case, so that the site
// can stand on a file system that does not tell case apart.
type names map[string]bool

// take returns a file name made of s, with -2, -3 … behind it when the name
// is taken. It must be called in a fixed order to give the same names again.
func (n names) take(s string) string {
	base := slug(s)
	name := base
	for i := 2; n[name]; i++ {
		name = base + "-" + strconv.Itoa(i)
	}
	n[name] = true
	return name
}

// slug turns s into lower case letters, digits and hyphens, at most 80 bytes,
// which every file system and URL takes as they are. Letters of other scripts
// are kept; marks on Latin letters are dropped.
func slug(s string) string {
	if plainSlug(s) {
		return s
	}
	var b strings.Builder
	hyphen := false
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if hyphen && b.Len() > 0 {
				b.WriteByte('-')
			}
			hyphen = false
			b.WriteRune(unicode.ToLower(r))
		default:
			hyphen = true
		}
		if b.Len() >= 76 {
			break
		}
	}
	name := norm.NFC.String(b.String())
	switch name {
	case "":
		return "x"
	case "index", "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3":
		// The index of a folder is ours; the others are devices on Windows.
		return name + "-page"
	}
	return name
}

// plainSlug reports whether s is what slug makes of it, as the IDs of events
// are. It need not know all that are.
func plainSlug(s string) bool {
	if len(s) > 60 || !strings.HasPrefix(s, "e-") || strings.HasSuffix(s, "-") || strings.Contains(s, "--") {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// root returns the way from the page called name back to the top of the
// site: "" or "../" for each folder.
func root(name string) string {
	return strings.Repeat("../", strings.Count(name, "/"))
}
