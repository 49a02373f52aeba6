package event

import (
	"slices"
	"testing"

	"dateline/extract/english"
	"dateline/extract/timex"
)

// TestCue reads the status of the verb or noun that is given, dates aside.
func TestCue(t *testing.T) {
	p := parser{tagger: english.NewTagger()}
	for _, tc := range []struct {
		text, head string
		want       Status
	}{
		{"The court will hear the case.", "hear", Planned},
		{"The mill is to be closed.", "closed", Planned},
		{"Ann Lee is expected to sign the treaty.", "sign", Planned},
		{"Ann Lee refused to sign the treaty.", "sign", Negated},
		{"Ann Lee tried to sign the treaty.", "sign", Happened},
		{"The dam may break.", "break", Possible},
		{"If the miners win, the mill closes.", "win", Possible},
		{"The dam allegedly broke.", "broke", Possible},
		{"The dam did not break.", "break", Negated},
		{"No ship sank.", "sank", Negated},
		{"None of the ships sank.", "sank", Negated},
		{"The mayor has yet to resign.", "resign", Negated},
		{"The mayor has resigned.", "resigned", Happened},
		{"The talks are going on.", "going", Ongoing},
		{"The union called off the planned strike.", "strike", Planned},
		{"The union cancelled the strike.", "strike", Negated},
		{"The city held its election.", "election", Happened},
		{"The city will hold its election.", "election", Planned},
		{"The talks were supposed to begin.", "begin", Planned},
		{"The talks had been scheduled for May.", "talks", Planned},
		{"There were fears of an attack.", "attack", Possible},
	} {
		s := p.parse(Input{Text: tc.text}, []timex.Span{{End: len(tc.text)}})[0]
		found := false
		for _, h := range s.heads(nil) {
			if h.text() == tc.head || s.words[h.word].Text == tc.head {
				found = true
				if got := h.cue(0); got.status != tc.want {
					t.Errorf("%s: %s is %v (%s), want %v", tc.text, tc.head, got.status, got.why, tc.want)
				}
			}
		}
		if !found {
			t.Errorf("%s: %q is no head", tc.text, tc.head)
		}
	}
}

func TestReconciled(t *testing.T) {
	dct, _ := timex.ParseDCT("2022-03-10")
	for _, tc := range []struct {
		date string
		cue  Status
		want Status
	}{
		{"2022-03-20", Happened, Planned},
		{"2022-03-20", 0, Planned},
		{"2022-03-01", 0, Happened},
		{"2022-03-01", Planned, Planned},
		{"2022-03-01", Ongoing, Happened},
		{"2022-03-08/2022-03-12", 0, Ongoing},
	} {
		date, err := timex.ParseEDTF(tc.date)
		if err != nil {
			t.Fatal(err)
		}
		h := &head{s: &sentence{}, group: -1, phrase: -1}
		if got := (cue{status: tc.cue}).reconciled(h, date, dct).status; got != tc.want {
			t.Errorf("%v on %s is %v, want %v", tc.cue, tc.date, got, tc.want)
		}
	}
}

// An intention of the past says when; who set something is no such thing.
func TestIntended(t *testing.T) {
	p := parser{tagger: english.NewTagger()}
	for text, want := range map[string]bool{
		"The talks had been set for Monday.":      true,
		"The talks were due to begin on Monday.":  true,
		"The goal had been set by the president.": false,
		"The talks begin on Monday.":              false,
	} {
		s := p.parse(Input{Text: text}, []timex.Span{{End: len(text)}})[0]
		got := false
		for _, h := range s.heads(nil) {
			got = got || h.cue(0).status == Planned
		}
		if got != want {
			t.Errorf("%s: planned is %v", text, got)
		}
	}
}

// Plans that came to nothing are told from those that stand by what is said
// of them in their sentence and beside it.
func TestFailed(t *testing.T) {
	for text, want := range map[string]Status{
		"The choir was to have sung in Orlo on [Monday|2022-03-14], but the hall burned down.":                      Negated,
		"The ferry was due to sail to Orlo on [Monday|2022-03-07]. The sailing was cancelled because of the storm.": Negated,
		"The ferry was due to sail to Orlo on [Monday|2022-03-14]. Tickets cost ten euros.":                         Planned,
		"The union will begin a strike on [Monday|2022-03-14], and the ferries will stay in port.":                  Planned,
	} {
		in := input(t, "2022-03-10", text)
		got := map[Status]bool{}
		for _, e := range Find(in) {
			if !e.Date.IsZero() && !e.Aside {
				got[e.Status] = true
			}
		}
		if !got[want] {
			t.Errorf("%s\nis %v, want %v", text, got, want)
		}
	}
}

// A model weighs what the rules say of the status against what stands around:
// what was called off, what goes on, what nobody vouches for.
func TestOutcome(t *testing.T) {
	for text, want := range map[string]string{
		"A concert planned for [Saturday|2022-03-05] was called off because of the storm.":                         "concert negated",
		"The hearing was scheduled for [Monday|2022-03-07] but was put off until May.":                             "hearing negated",
		"The ferry had been due to sail to Orlo on [Tuesday|2022-03-08].":                                          "sail negated",
		"The mill of Orlo has been closed since [2019|2019].":                                                      "closed ongoing",
		"The port of Orlo will open on [Friday|2022-03-18].":                                                       "open planned",
		"The port of Orlo could open on [Friday|2022-03-18].":                                                      "open possible",
		"The fair is not expected to open before [2024|2024].":                                                     "open planned",
		"The bridge was originally to have been finished by [2019|2019], but the builder went bankrupt that year.": "finished negated",
	} {
		in := input(t, "2022-03-10", text)
		var got []string
		for _, e := range Find(in) {
			got = append(got, in.Text[e.Head.Start:e.Head.End]+" "+e.Status.String())
		}
		if !slices.Contains(got, want) {
			t.Errorf("%s\nis %q, want %q", text, got, want)
		}
	}
}
