package site

import (
	"strings"

	"github.com/spf13/afero"

	"dateline/extract/event"
	"dateline/extract/timex"
	"dateline/templates"
)

// Interface is the interface of a site in one language: its words, and its
// way to say dates. It is for pages that are made beside the site.
type Interface struct {
	Lang string // BCP 47
	say  speaker
}

// NewInterface reads the interface in a language, "" for English. Files of
// templates, which may be nil, go over the built-in ones.
func NewInterface(lang string, templatesOf afero.Fs) (*Interface, error) {
	if lang == "" {
		lang = "en"
	}
	m, err := readMessages(templates.FS, overlay(templatesOf, templates.FS), lang)
	if err != nil {
		return nil, err
	}
	return &Interface{lang, speaker{m: m}}, nil
}

// Dir returns the direction of the script, "ltr" or "rtl".
func (i *Interface) Dir() string { return i.say.m["lang.dir"] }

// Text returns the message for key with each "{name}" replaced by the value
// that follows name in args.
func (i *Interface) Text(key string, args ...any) string { return i.say.m.text(key, args...) }

// Messages returns the messages whose keys begin with one of prefixes, by key.
func (i *Interface) Messages(prefixes ...string) map[string]string {
	some := map[string]string{}
	for key, text := range i.say.m {
		for _, p := range prefixes {
			if strings.HasPrefix(key, p) {
				some[key] = text
			}
		}
	}
	return some
}

// Date returns the date of an event of the given status as a reader says it.
func (i *Interface) Date(e timex.EDTF, status event.Status) string {
	return i.say.fullAs(e, status).String()
}

// Published returns a publication time as a reader says it.
func (i *Interface) Published(d timex.DCT) string { return i.say.published(d).String() }
