package site

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"
)

// messages are the words of the interface in one language, by key. A key may
// have a form for one thing, "key.one", beside that for many, "key.other".
type messages map[string]string

// readMessages reads messages/LANG.yaml over the English words, and the site's
// own files over ours: a file need not have every message. A region is dropped
// when there is no file for it: "de-AT" reads "de".
func readMessages(ours, own fs.FS, lang string) (messages, error) {
	m := messages{}
	for _, l := range []string{"en", lang} {
		base, _, _ := strings.Cut(l, "-")
		found := false
		for _, name := range []string{"messages/" + base + ".yaml", "messages/" + l + ".yaml"} {
			for _, files := range []fs.FS{ours, own} {
				src, err := fs.ReadFile(files, name)
				if errors.Is(err, fs.ErrNotExist) {
					continue
				}
				if err != nil {
					return nil, fmt.Errorf("reading the interface text templates/%s: %w", name, err)
				}
				if err := yaml.Unmarshal(src, &m); err != nil {
					return nil, fmt.Errorf("reading the interface text templates/%s: %w", name, err)
				}
				found = true
			}
		}
		if !found {
			return nil, fmt.Errorf("there is no interface text for language %q; add templates/messages/%s.yaml or choose another language", l, base)
		}
	}
	return m, nil
}

// text returns the message for key with each "{name}" replaced by the value
// that follows name in args. An unknown key comes back in brackets, so that
// it is seen.
func (m messages) text(key string, args ...any) string {
	s, ok := m[key]
	if !ok {
		return "[" + key + "]"
	}
	for i := 0; i+1 < len(args); i += 2 {
		name := said(args[i])
		// "{name}" is looked for without making a string of it.
		for at := 0; ; {
			open := strings.IndexByte(s[at:], '{')
			if open < 0 {
				break
			}
			open += at
			at = open + 1
			if end := at + len(name); strings.HasPrefix(s[at:], name) && end < len(s) && s[end] == '}' {
				s = s[:open] + said(args[i+1]) + s[end+1:]
				break
			}
		}
	}
	return s
}

// said returns v as fmt prints it.
func said(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	}
	return fmt.Sprint(v)
}

// count returns the message for n things: key.one or key.other, with n for
// "{n}".
func (m messages) count(key string, n int) string {
	form := ".other"
	if n == 1 {
		form = ".one"
	}
	return m.text(key+form, "n", m.number(n))
}

// number returns n with the language's mark between thousands.
func (m messages) number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + m["number.thousands"] + s[i:]
	}
	return s
}

// around returns what the message for key says before and after "{date}".
func (m messages) around(key string) (before, after string) {
	before, after, _ = strings.Cut(m[key], "{date}")
	return before, after
}

// turned returns the direction of a language, "ltr" or "rtl", where it is not
// that of the interface, and "" where it is.
func (m messages) turned(lang string) string {
	dir, known := directions.Load(lang)
	if !known {
		dir = "ltr"
		if script, _ := language.Make(lang).Script(); rightToLeft[script.String()] {
			dir = "rtl"
		}
		directions.Store(lang, dir)
	}
	if dir == m["lang.dir"] {
		return ""
	}
	return dir.(string)
}

// directions are those of the languages that were asked for.
var directions sync.Map

// rightToLeft are the scripts that are.
var rightToLeft = map[string]bool{"Arab": true, "Hebr": true, "Thaa": true, "Syrc": true, "Nkoo": true, "Adlm": true, "Rohg": true}
