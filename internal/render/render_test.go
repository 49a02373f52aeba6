package render

import (
	"bytes"
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"testing"
)

type frame struct{ Title, Root string }

type named string

type said struct{ at int }

func (s said) String() string { return fmt.Sprintf("<%d & more>", s.at) }

type link struct {
	Text, Href string
	Current    bool
}

type view struct {
	frame
	Count  int
	Yes    bool
	Name   named
	Said   said
	Links  []link
	Grid   [][]int
	Up     *link
	Raw    template.HTML
	Style  template.CSS
	Unsafe template.URL
	Any    any
	Byname map[string]string
}

func (v view) Twice() int { return 2 * v.Count }

var testFuncs = template.FuncMap{
	"t": func(key string, args ...any) string { return key + fmt.Sprint(args...) },
	"n": func(n int) string { return fmt.Sprint("n=", n) },
}

func full() view {
	return view{frame: frame{`It's "5 > 4" & more`, "../"}, Count: -3, Yes: true, Name: "a<b", Said: said{7},
		Links: []link{{"one & two", "x.html?a=1&b=2", false}, {"+", "javascript:alert(1)", true}, {"nul\x00\xff", "a b/ü%20%zz'", false}},
		Grid:  [][]int{{1, 2}, nil, {3}}, Up: &link{"up", "HTTP://example.org/", true}, Raw: "<b>bold</b>", Style: "p{color:red}", Unsafe: "x:y",
		Any: "anything", Byname: map[string]string{"a": "b"}}
}

func TestAppendIsWhatHTMLTemplateWrites(t *testing.T) {
	for _, src := range []string{
		`plain`, `{{.Title}}`, `<p title="{{.Title}}">{{.Title}}</p>`, `<title>{{.Title}}</title>`, `{{.Root}}{{.Count}} {{.Twice}}`,
		`{{.Name}} {{.Said}} <a title="{{.Said}}" href="{{.Said}}">x</a>`, `{{.Raw}}`, `<style>{{.Style}}</style>`,
		`{{range .Links}}<a href="{{.Href}}"{{if .Current}} class="c"{{end}}>{{.Text}}</a>{{else}}none{{end}}`,
		`{{range .Links}}<a href="/{{.Href}}">{{$.Title}}</a>{{end}}`,
		`{{range $i, $l := .Links}}{{if $i}}, {{end}}{{$l.Text}}{{$i}}{{end}}`,
		`{{range $l := .Links}}{{$l.Text}}{{end}}`,
		`{{range .Grid}}[{{range .}}{{.}},{{else}}-{{end}}]{{end}}`,
		`{{with .Up}}{{.Text}} {{$.Count}}{{else}}no way up{{end}}`, `{{with $u := .Up}}{{$u.Href}}{{end}}`, `{{if .Up}}{{.Up.Text}}{{end}}`,
		`{{if .Yes}}a{{else if .Count}}b{{else}}c{{end}}`, `{{if not .Yes}}a{{else}}b{{end}}`, `{{if or .Up .Links}}a{{end}}{{if and .Up .Count}}b{{end}}`,
		`{{or .Title "none"}}{{and .Title "some"}}`, `{{$c := .Count}}{{with .Up}}{{$c}}{{end}}{{$c = .Twice}}{{$c}}`,
		`{{t "key"}} {{t "key" "a" .Count .Said}} {{n .Count}} {{t (n 3) true}} {{.Count | n}} {{"quoted <"}}`,
		`{{define "row"}}<i>{{.Text}}</i>{{with .Href}}{{template "deep" .}}{{end}}{{end}}{{define "deep"}}({{.}}{{$}}){{end}}{{range .Links}}{{template "row" .}}{{end}}{{.Title}}`,
		`{{define "tree"}}{{.Text}}{{if .Current}}!{{end}}{{end}}{{with .Up}}{{template "tree" .}}{{end}}{{range .Links}}{{template "tree" .}}{{end}}`,
	} {
		parsed := template.Must(template.New("page").Funcs(testFuncs).Parse(src))
		fast, err := New(parsed, "page", reflect.TypeFor[view](), testFuncs)
		if err != nil {
			t.Errorf("%s: %v", src, err)
			continue
		}
		for _, v := range []view{full(), {}} {
			var want bytes.Buffer
			wantErr := parsed.Execute(&want, v)
			got, err := fast.Append(nil, v)
			if (err != nil) != (wantErr != nil) || err == nil && string(got) != want.String() {
				t.Errorf("%s:\n got %q, %v\nwant %q, %v", src, got, err, want.String(), wantErr)
			}
		}
	}
}

// What is not known here must be left to html/template, never guessed.
func TestNewRefuses(t *testing.T) {
	for _, src := range []string{
		`{{.Any}}`, `{{.Byname.a}}`, `{{range .Byname}}{{.}}{{end}}`, `{{.Missing}}`, `<p onclick="f({{.Title}})">`, `<a href="?q={{.Title}}">`,
		`<a href="{{.Unsafe}}">`, `<p title={{.Title}}>`, `<style>{{.Title}}</style>`, `{{len .Links}}`, `{{printf "%d" .Count}}`, `{{.Up}}`,
		`{{range .Links}}{{break}}{{end}}`, `{{index .Links 0}}`, `{{1.5}}`, `{{or .Up .Links}}`, `<p title="{{.Raw}}">`, `<title>{{.Raw}}</title>`, `{{template "none"}}{{define "none"}}{{end}}`,
		`{{t "x" (or .Up .Links)}}`, `{{range 3}}x{{end}}`,
	} {
		parsed := template.Must(template.New("page").Funcs(testFuncs).Parse(src))
		if _, err := New(parsed, "page", reflect.TypeFor[view](), testFuncs); err == nil {
			t.Errorf("%s: made, want an error", src)
		}
	}
}

func TestAppendRefusesOtherViews(t *testing.T) {
	parsed := template.Must(template.New("page").Parse(`{{.Title}}`))
	fast, err := New(parsed, "page", reflect.TypeFor[view](), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := fast.Append(nil, link{}); err == nil {
		t.Errorf("wrote %q of another view", got)
	}
}

func FuzzEscapers(f *testing.F) {
	parsed := template.Must(template.New("page").Parse(`{{.Text}}<title>{{.Text}}</title><a title="{{.Text}}" href="{{.Text}}">x</a><a href="../{{.Text}}">`))
	fast, err := New(parsed, "page", reflect.TypeFor[link](), nil)
	if err != nil {
		f.Fatal(err)
	}
	var all strings.Builder
	for c := range 256 {
		all.WriteByte(byte(c))
	}
	for _, s := range []string{"", all.String(), "mailto:a@b", "data:x", "a/b:c", "%2F%2x%", "é😀\ufdd0\uffff", "HtTpS://x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var want bytes.Buffer
		if err := parsed.Execute(&want, link{Text: s}); err != nil {
			t.Fatal(err)
		}
		got, err := fast.Append(nil, link{Text: s})
		if err != nil || string(got) != want.String() {
			t.Errorf("%q:\n got %q, %v\nwant %q", s, got, err, want.String())
		}
	})
}
