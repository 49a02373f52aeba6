package review

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/extract/timex"
)

const written = `article: talks
text_sha256: d14f0a79e4f1e7a38e9ec29f0c4cb8ea3c6b1dc41b2fc3ea4bb6ef0ad8f7a5b1
published: 2021-12-05
decisions:
  - id: e-met
    quote:
      exact: met
      prefix: 'The ministers of both countries '
      suffix: ' in Riga on Tuesday.'
    proposed:
      date: 2021-11-30
      status: happened
      label: Label of met
      words: Tuesday
      rule: weekday
      confidence: inferred
      against: 2021-12-05
    decision: fix
    date: 2021-12-07
    status: planned
    participants:
      - Arden
      - "true"
    note: 'the ministry says so: next week'
    by: ann
    on: 2021-12-06
  - id: e-talks
    quote:
      exact: talks
      prefix: 'A second round of '
      suffix: ' will follow in Vienna on 14 December 2021.'
    proposed:
      date: 2021-12-14
      status: planned
      label: Label of talks
      words: 14 December 2021
      rule: weekday
      confidence: explicit
    decision: split
    parts:
      - date: 2021-12-14
        label: Talks begin
      - date: "2021-12"
        label: Talks
    by: ann
    on: 2021-12-06
`

func TestFileIsWrittenWithOneKeyALine(t *testing.T) {
	r := riga(t, "2021-12-05", first+" "+second, "2021-11-30")
	f := decide(r, func(d *Decision) {
		switch d.ID {
		case "e-met":
			d.Action, d.Note = Fix, "the ministry says so: next week"
			d.Facts = Facts{Date: day(t, "2021-12-07"), Status: 3, Participants: []string{"Arden", "true"}}
		case "e-talks":
			d.Action = Split
			d.Parts = []Facts{{Date: day(t, "2021-12-14"), Label: "Talks begin"}, {Date: day(t, "2021-12"), Label: "Talks"}}
		}
	})
	want := strings.Replace(written, "d14f0a79e4f1e7a38e9ec29f0c4cb8ea3c6b1dc41b2fc3ea4bb6ef0ad8f7a5b1", TextHash(r.Article.Text), 1)
	want = strings.Replace(want, `"2021-12"`, "2021-12", 1)
	if diff := cmp.Diff(want, string(f.Bytes())); diff != "" {
		t.Error(diff)
	}
}

func day(t testing.TB, s string) timex.EDTF {
	t.Helper()
	d, err := timex.ParseEDTF(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestCommentsAndRecordsStayAsTheyAreWritten(t *testing.T) {
	src := strings.Replace(written, "    decision: fix", "    # the ministry was asked by telephone\n    decision: fix", 1)
	src = "# decided in the meeting of 6 December\n" + src
	f, err := Parse("review/talks.yaml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(f.Bytes()); got != src {
		t.Error(cmp.Diff(src, got))
	}
	r := riga(t, "2021-12-05", first+" "+second, "2021-11-30")
	d := Propose(&r, &r.Events[0])
	d.Action, d.By, d.On = Accept, "ben", "2021-12-09"
	f.Put(d, r.Article)
	got := string(f.Bytes())
	for _, want := range []string{"# decided in the meeting", "# the ministry was asked", "by: ben"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is lost:\n%s", want, got)
		}
	}
}

func TestParseErrorsNameTheLine(t *testing.T) {
	for _, test := range []struct{ change, to, want string }{
		{"decision: fix", "decision: accepted", `a.yaml:18: decision: want one of accept, fix, reject, skip, merge, split, add, note, not "accepted"`},
		{"    decision: fix", "    verdict: fix", `a.yaml:18: unknown key "verdict"; the keys here are id, quote,`},
		{"    date: 2021-12-07", "    date: 7 December", `a.yaml:19: EDTF date "7 December"`},
		{"    status: planned\n    part", "    status: plan\n    part", `a.yaml:20: status: want one of happened,`},
		{"on: 2021-12-06\n  - id", "on: soon\n  - id", `a.yaml:5: fix e-met: on: want a day such as 2006-01-02, not "soon"`},
		{"article: talks\n", "", "a.yaml:1: article is missing"},
		{"      prefix: 'The", "      prefix: The: 'x", "a.yaml:"},
		{"by: ann", "by: ann\n    by: ben", "a.yaml:26: "},
		{"decisions:\n", "decisions: none\nother:\n", "a.yaml:4: want a list"},
	} {
		src := strings.Replace(written, test.change, test.to, 1)
		if src == written {
			t.Fatalf("%q is not in the file", test.change)
		}
		_, err := Parse("a.yaml", []byte(src))
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %s", test.to, err, test.want)
		}
	}
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	text := rapid.OneOf(rapid.StringMatching(`[a-zA-Z0-9 :#'"\-\[\]{}.,?!%&*|>@~\n]{1,30}`), rapid.String()).Filter(func(s string) bool {
		return strings.TrimSpace(s) != ""
	})
	rapid.Check(t, func(t *rapid.T) {
		d := Decision{
			ID:     "e-1",
			Quote:  Quote{Exact: text.Draw(t, "exact"), Prefix: text.Draw(t, "prefix"), Suffix: text.Draw(t, "suffix"), Alike: rapid.IntRange(0, 3).Draw(t, "alike")},
			Action: Fix, Note: text.Draw(t, "note"), By: text.Draw(t, "by"), On: "2021-12-06",
			Facts: Facts{Label: text.Draw(t, "label"), Participants: rapid.SliceOfN(text, 1, 3).Draw(t, "who"), Place: text.Draw(t, "place")},
		}
		if rapid.Bool().Draw(t, "nowhere") {
			d.Place, d.Nowhere = "", true
		}
		f := &File{Article: "a", TextHash: "0", Published: "2021-12-05", Decisions: []Decision{d}}
		src := f.Bytes()
		got, err := Parse("a.yaml", src)
		if err != nil {
			t.Fatalf("%v\n%s", err, src)
		}
		d.line, d.node = got.Decisions[0].line, got.Decisions[0].node
		if diff := cmp.Diff(d, got.Decisions[0], cmp.AllowUnexported(Decision{})); diff != "" {
			t.Errorf("%s\n%s", diff, src)
		}
		if again := got.Bytes(); string(again) != string(src) {
			t.Errorf("writing again changes the file:\n%s", cmp.Diff(string(src), string(again)))
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(written))
	f.Add([]byte("article: a\ndecisions: [{id: e}]\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		file, err := Parse("a.yaml", src)
		if err != nil || file.Article == "" {
			return
		}
		if _, err := Parse("a.yaml", file.Bytes()); err != nil {
			t.Errorf("what was written cannot be read: %v", err)
		}
	})
}
