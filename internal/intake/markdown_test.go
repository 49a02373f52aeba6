package intake

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/extract/article"
	"dateline/extract/timex"
)

// textOfBody returns what an article with a body says.
func textOfBody(t interface{ Fatal(...any) }, body string) string {
	item := Item{Title: "T", Published: Finding{Time: timex.DCT{Day: 18000, Known: true}}, Body: body}
	a, err := article.ReadMarkdown("a.md", item.Markdown(""), article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return a.Text
}

// Text that becomes Markdown is the same text when it is read again, whatever
// it looks like.
func TestTextSurvives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching("(?:[-a-z#*_>+=|~`<&;!:.)(\\[\\]\\\\0-9\"' ]{1,20}\n?){1,6}").Draw(t, "text")
		want := strings.Fields(text)
		got := strings.Fields(textOfBody(t, textBody(text)))
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Fatalf("%q became %q", text, got)
		}
	})
}

func TestMarkdownOf(t *testing.T) {
	link := func(ref string) string {
		if strings.HasPrefix(ref, "http") {
			return ref
		}
		return ""
	}
	for _, test := range []struct{ name, in, want string }{
		{"paragraphs", "<p>One\n  two</p><p>Three</p>", "One two\n\nThree\n"},
		{"text between blocks", "One<div>Two</div>Three", "One\n\nTwo\n\nThree\n"},
		{"headings", "<h1>A</h1><p>b</p><h2>C <em>d</em></h2><h6>E</h6>", "## A\n\nb\n\n## C *d*\n\n#### E\n"},
		{"emphasis", "<p>a<em> b </em>c <strong>d</strong> <i></i><b>e*f</b></p>", "a *b* c **d** e\\*f\n"},
		{"links", `<p><a href="http://x.org/(a)">b</a> <a href="/no">c</a> <a href="javascript:x">d</a></p>`, "[b](http://x.org/%28a%29) c d\n"},
		{"line breaks", "<p>One<br>two<br><br>three</p>", "One\ntwo\n\nthree\n"},
		{"lists", "<p>a</p><ul><li>b</li><li>c<ul><li>d</li></ul></li></ul>", "a\n\n- b\n\n- c\n\n  - d\n"},
		{"quotation", "<p>a</p><blockquote><p>b</p><p>c</p></blockquote><p>d</p>", "a\n\n> b\n>\n> c\n\nd\n"},
		{"table", "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", "A – B\n\n1 – 2\n"},
		{"what is not text", "<p>a<script>x</script><img src=y alt=z><svg>s</svg></p><figure><figcaption>f</figcaption></figure>", "a\n"},
		{"hidden", `<p hidden>a</p><p style="display: none">b</p><p>c</p>`, "c\n"},
		{"quotation marks", "<p><q>a</q></p>", "“a”\n"},
		{"nothing", "<div><p> </p></div>", "\n"},
	} {
		if got := markdownOf(parseFragment(test.in), link); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
