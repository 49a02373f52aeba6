package site

import (
	"testing"

	"dateline/extract/event"
	"dateline/extract/timex"
	"dateline/templates"
)

func TestDatesInWords(t *testing.T) {
	for _, test := range []struct{ lang, date, full, gutter string }{
		{"en", "2021-12-07", "7 December 2021", "7 Dec"},
		{"en", "2021-12-07T20", "7 December 2021, 20:00", "7 Dec, 20:00"},
		{"en", "2021-06", "June 2021", "sometime in\u00a0June"},
		{"en", "2021-06~", "about June 2021", "about June"},
		{"en", "2014", "2014", "sometime in\u00a02014"},
		{"en", "2014?", "2014 (uncertain)", "2014 (uncertain)"},
		{"en", "2014/..", "since 2014", "since 2014"},
		{"en", "../2020-08-04", "by 4 August 2020", "by 4 Aug"},
		{"en", "2021-12-03/2021-12-07", "3–7 December 2021", "3–7 Dec"},
		{"en", "2021-11-29/2021-12-03", "29 November to 3 December 2021", "29 Nov to 3 Dec"},
		{"en", "2021-12-30/2022-01-02", "30 December 2021 to 2 January 2022", "30 Dec to 2 Jan 2022"},
		{"en", "2021-06/2021-08", "June to August 2021", "June to August"},
		{"en", "2014/2016", "2014 to 2016", "2014 to 2016"},
		{"en", "-0043", "44 BCE", "sometime in\u00a044 BCE"},
		{"de", "2021-12-07", "7. Dezember 2021", "7. Dez."},
		{"de", "2021-12-03/2021-12-07", "3.–7. Dezember 2021", "3.–7. Dez."},
		{"de", "2014/..", "seit 2014", "seit 2014"},
	} {
		m, err := readMessages(templates.FS, templates.FS, test.lang)
		if err != nil {
			t.Fatal(err)
		}
		date, err := timex.ParseEDTF(test.date)
		if err != nil {
			t.Fatal(err)
		}
		say := speaker{m: m}
		if got := say.full(date).String(); got != test.full {
			t.Errorf("%s in %s: %q, want %q", test.date, test.lang, got, test.full)
		}
		if got := say.gutter(date, event.Happened).String(); got != test.gutter {
			t.Errorf("%s in the gutter in %s: %q, want %q", test.date, test.lang, got, test.gutter)
		}
	}
}

func TestTimeElementsClaimNoMoreThanIsKnown(t *testing.T) {
	for date, want := range map[string]string{
		"2021-06": "2021-06", "2014~": "2014", "2021-12-07": "2021-12-07", "2021-12-07T20": "2021-12-07",
		"2021-12-07T20:30": "2021-12-07T20:30", "-0043": "",
	} {
		e, err := timex.ParseEDTF(date)
		if err != nil {
			t.Fatal(err)
		}
		if got := datetime(e.From); got != want {
			t.Errorf("datetime of %s is %q, want %q", date, got, want)
		}
	}
}

func TestFileNames(t *testing.T) {
	taken := names{}
	for _, test := range []struct{ from, want string }{
		{"Joe Biden", "joe-biden"},
		{"JOE BIDEN", "joe-biden-2"}, // the same on a file system that does not tell case apart
		{"Île-de-France", "ile-de-france"},
		{"../../etc/passwd", "etc-passwd"},
		{"index", "index-page"},
		{"CON", "con-page"},
		{"…", "x"},
		{"Київ", "киів"},
	} {
		if got := taken.take(test.from); got != test.want {
			t.Errorf("name for %q: %q, want %q", test.from, got, test.want)
		}
	}
}

func TestContextStaysInItsParagraph(t *testing.T) {
	const text = "First of another.\n\nGen. Rook came in May. He left on 3 June. Mr. J. Pike stayed! So did she.\n\nLast."
	for _, test := range []struct{ sentence, want string }{
		{"He left on 3 June.", "Gen. Rook came in May. He left on 3 June. Mr. J. Pike stayed!"},
		{"Gen. Rook came in May.", "Gen. Rook came in May. He left on 3 June."},
		{"So did she.", "Mr. J. Pike stayed! So did she."},
		{"Last.", "Last."},
	} {
		at := timex.Span{}
		for i := range text {
			if i+len(test.sentence) <= len(text) && text[i:i+len(test.sentence)] == test.sentence {
				at = timex.Span{Start: i, End: i + len(test.sentence)}
			}
		}
		got := around(text, at)
		if text[got.Start:got.End] != test.want {
			t.Errorf("around %q: %q, want %q", test.sentence, text[got.Start:got.End], test.want)
		}
	}
}

// TestOpenDatesOfWhatLiesAhead says the begin of an open date by the status.
func TestOpenDatesOfWhatLiesAhead(t *testing.T) {
	e, err := timex.ParseEDTF("2025/..")
	if err != nil {
		t.Fatal(err)
	}
	for lang, words := range map[string][2]string{"en": {"since 2025", "from 2025"}, "de": {"seit 2025", "ab 2025"}} {
		m, err := readMessages(templates.FS, templates.FS, lang)
		if err != nil {
			t.Fatal(err)
		}
		say := speaker{m: m}
		for status := event.Happened; status <= event.Statement; status++ {
			want := words[0]
			if status == event.Planned || status == event.Possible {
				want = words[1]
			}
			if got := say.fullAs(e, status).String(); got != want {
				t.Errorf("%s in %s: %q, want %q", status, lang, got, want)
			}
			if got := say.gutter(e, status).String(); got != want {
				t.Errorf("%s in the gutter in %s: %q, want %q", status, lang, got, want)
			}
			if got := status.DateWords(e); lang == "en" && got != want {
				t.Errorf("%s in exports: %q, want %q", status, got, want)
			}
		}
	}
}
