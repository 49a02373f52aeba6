package event

import "testing"

func TestNames(t *testing.T) {
	in := Input{Text: "President Ana Ruiz of Chile met Minister Bo Kim. Ruiz smiled. The Ministry of Health was closed. " +
		"Senator from Vermont Carl Olson spoke. Olson left. Eva Blum and Max Blum came. Blum sang."}
	f := newFinder(in)
	for short, want := range map[string]string{
		"Ruiz":  "Ana Ruiz",
		"Olson": "Carl Olson",
		"Blum":  "Blum", // two people have that name
		"Kim":   "Bo Kim",
	} {
		if got := f.names.fullest(short); got != want {
			t.Errorf("fullest(%q) = %q, want %q", short, got, want)
		}
	}
}

func TestAntecedent(t *testing.T) {
	for text, want := range map[string]string{
		"Minister Ana Ruiz fell ill. She resigned.":                     "Ana Ruiz",
		"Minister Ana Ruiz met Senator Bo Kim. She resigned.":           "Ana Ruiz",
		"Minister Anna Ruiz met Senator Peter Kim. He resigned.":        "Peter Kim", // hers is a name of women
		"Senator Bo Kim and Minister Lo Ruiz left. He resigned.":        "",          // either
		"The mill burned down. He resigned.":                            "",
		"Minister Ana Ruiz said the mill would close. It was too late.": "",
	} {
		f := newFinder(Input{Text: text})
		s := f.sentences[len(f.sentences)-1]
		if got := f.antecedent(s, 0); got != want {
			t.Errorf("%s: %q stands for %q, want %q", text, s.words[0].Text, got, want)
		}
	}
}

func TestParticipantsAndPlace(t *testing.T) {
	in := input(t, "2022-03-10", "Moscow signed a treaty with Kenya in Geneva on [Monday|2022-03-07].")
	events := Find(in)
	if len(events) == 0 {
		t.Fatal("no event")
	}
	e := events[0]
	if got := e.Participants; len(got) < 2 || got[0] != "Russia" || got[len(got)-1] != "Kenya" {
		t.Errorf("participants %q", got)
	}
	if e.Place != "Geneva" {
		t.Errorf("place %q, want Geneva", e.Place)
	}
}
