package render

import (
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"
)

// An escaper appends s as its place in the page asks for.
type escaper func(out []byte, s string) []byte

// The chains of escapers that html/template puts behind a value, by their
// names without what they begin with.
var escapers = map[string]escaper{
	"htmlescaper":                         appendText,
	"rcdataescaper":                       appendText,
	"attrescaper":                         appendText,
	"urlfilter urlnormalizer attrescaper": appendURL,
	"urlnormalizer attrescaper":           func(out []byte, s string) []byte { return appendText(out, normalURL(s)) },
}

// safe are the types that an escaper leaves as they are.
var safe = map[string]reflect.Type{
	"htmlescaper":    reflect.TypeFor[template.HTML](),
	"cssvaluefilter": reflect.TypeFor[template.CSS](),
}

// typed are the types of html/template that mean something to its escapers.
var typed = map[reflect.Type]bool{
	reflect.TypeFor[template.HTML](): true, reflect.TypeFor[template.CSS](): true, reflect.TypeFor[template.HTMLAttr](): true,
	reflect.TypeFor[template.JS](): true, reflect.TypeFor[template.JSStr](): true, reflect.TypeFor[template.URL](): true,
	reflect.TypeFor[template.Srcset](): true,
}

// printer returns what appends a value of type t through a chain of escapers.
func printer(t reflect.Type, chain string) (func(out []byte, v reflect.Value) []byte, error) {
	if safe[chain] == t {
		return func(out []byte, v reflect.Value) []byte { return append(out, v.String()...) }, nil
	}
	escape, ok := escapers[chain]
	if !ok || typed[t] || t == reflect.TypeFor[verdict]() {
		return nil, fmt.Errorf("a value of type %s by way of %s", t, chain)
	}
	speaks := t.Implements(reflect.TypeFor[fmt.Stringer]()) || t.Implements(reflect.TypeFor[error]())
	switch kind := t.Kind(); {
	case kind == reflect.Pointer || kind == reflect.Interface:
		return nil, fmt.Errorf("a value of type %s", t)
	case speaks:
	case kind == reflect.String:
		return func(out []byte, v reflect.Value) []byte { return escape(out, v.String()) }, nil
	case reflect.Int <= kind && kind <= reflect.Int64:
		// Neither digits nor a minus need an escaper.
		return func(out []byte, v reflect.Value) []byte { return strconv.AppendInt(out, v.Int(), 10) }, nil
	}
	return func(out []byte, v reflect.Value) []byte { return escape(out, fmt.Sprint(v.Interface())) }, nil
}

// replaced are the characters that text and quoted attributes cannot have.
var replaced = [256]string{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}

func appendText(out []byte, s string) []byte {
	done := 0
	for i := 0; i < len(s); i++ {
		if r := replaced[s[i]]; r != "" {
			out = append(append(out, s[done:i]...), r...)
			done = i + 1
		}
	}
	return append(out, s[done:]...)
}

// appendURL appends an address of a known protocol, or one without.
func appendURL(out []byte, s string) []byte {
	if protocol, _, ok := strings.Cut(s, ":"); ok && !strings.Contains(protocol, "/") &&
		!strings.EqualFold(protocol, "http") && !strings.EqualFold(protocol, "https") && !strings.EqualFold(protocol, "mailto") {
		return append(out, "#ZgotmplZ"...)
	}
	return appendText(out, normalURL(s))
}

// inURL are the bytes that stand in an address as they are.
var inURL = func() (ok [256]bool) {
	for c := range ok {
		ok[c] = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.ContainsRune("!#$&*+,/:;=?@[]-._~", rune(c))
	}
	return ok
}()

// normalURL returns s with what no address can have in its percent form.
func normalURL(s string) string {
	plain := true
	for i := 0; plain && i < len(s); i++ {
		plain = inURL[s[i]]
	}
	if plain {
		return s
	}
	const digits = "0123456789abcdef"
	out := make([]byte, 0, len(s)+16)
	for i := range len(s) {
		c := s[i]
		if inURL[c] || c == '%' && i+2 < len(s) && hex(s[i+1]) && hex(s[i+2]) {
			out = append(out, c)
			continue
		}
		out = append(out, '%', digits[c>>4], digits[c&15])
	}
	return string(out)
}

func hex(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F' }
