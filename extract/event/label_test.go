package event

import (
	"strings"
	"testing"

	"dateline/extract/english"
)

// labelOf returns the label of the word that is marked in text: "The mill
// *closed* on [Monday|2022-03-07]."
func labelOf(t *testing.T, title, text string, status Status) string {
	t.Helper()
	before, rest, _ := strings.Cut(text, "*")
	word, _, _ := strings.Cut(rest, "*")
	in := input(t, "2022-03-10", strings.Replace(text, "*"+word+"*", word, 1))
	in.Title = title
	plain := input(t, "2022-03-10", before)
	f := newFinder(in)
	for i := range f.heads {
		if h := &f.heads[i]; h.span().Start == len(plain.Text) {
			return f.label(f.closely(h), status)
		}
	}
	t.Fatalf("%s: %q is no head", text, word)
	return ""
}

func TestLabel(t *testing.T) {
	for _, tc := range []struct {
		text string
		want string
	}{
		// Brackets interrupt and are left out.
		{"The Orlo Mining Agency (OMA) *raised* its alert on [Monday|2022-03-07].", "Orlo Mining Agency raises alert"},
		{"A barge under contract to Norsk Line (NL) on [Monday|2022-03-07] *struck* a bridge and sank.", "Barge under contract to Norsk Line strikes bridge"},
		// An apposition with a verb of its own.
		{"On [Monday|2022-03-07], Bo Kim, a candidate for the election to be held in May, held a *rally* in Orlo.", "Bo Kim holds rally in Orlo"},
		// Quantities stay with their nouns.
		{"The mayor said at least 70 people were *arrested* on [Monday|2022-03-07].", "At least 70 people arrested"},
		{"More than a thousand miners *joined* the strike on [Monday|2022-03-07].", "Over a thousand miners join strike"},
		// What a reporting verb brings has its own subject.
		{"On [Thursday|2022-03-03] officials reported the number of cases in the valley *rose* to 58.", "Cases in valley rise to 58"},
		// An object and what is said of it.
		{"The Board of Health *declared* the fever an epidemic on [Monday|2022-03-07].", "Board of Health declares fever an epidemic"},
		// Two objects.
		{"The king granted Bo Kim a full *pardon* on [Monday|2022-03-07].", "King grants Bo Kim a full pardon"},
		// No verb without its object.
		{"Bo Kim *entered* the race in [2019|2019] to unseat the mayor of Orlo.", "Bo Kim enters race to unseat mayor of Orlo"},
		// A date ends what it dates.
		{"Bo Kim *paid* 700 crowns in [2016|2016] and nothing since.", "Bo Kim pays 700 crowns"},
		// Short clauses take what stands before them.
		{"During the funeral of Ann Lee, a stampede *erupted* on [Monday|2022-03-07].", "Stampede erupts during funeral of Ann Lee"},
		{"As the price *fell* in [2014|2014], the mine of Orlo closed its gates.", "Price falls"},
		{"The rain came [the day|2014] the dam at Orlo *broke*.", "Dam at Orlo breaks"},
		{"The miners left after William Conn, a judge of the court, *freed* Bo Kim on [Monday|2022-03-07].", "William Conn frees Bo Kim"},
		// A family name that looks like a plural.
		{"Minister Ann Sanders spoke. Sanders *lost* the vote on [Monday|2022-03-07].", "Ann Sanders loses vote"},
		// Reduced relative clauses, coordinated verbs, gerunds.
		{"Rescuers gave up the search for six miners *trapped* underground since [Monday|2022-03-07].", "Six miners trapped underground"},
		{"The man who shot Bo Kim *escaped* over the border on [Monday|2022-03-07].", "Man escapes over border"},
		{"A reception planned for the winners was *cancelled* on [Monday|2022-03-07].", "Cancellation of reception"},
		{"The builder said that its permits were in order, and has *stopped* work as a precaution since [Monday|2022-03-07].", "Builder stops work as precaution"},
		{"The ferry landed on the pier *carrying* mail for Orlo on [Monday|2022-03-07].", "Ferry carries mail for Orlo"},
		{"The mill has cut its costs since [2019|2019], halving its staff, *closing* three shops in [2020|2020].", "Mill closes three shops"},
		// Relative pronouns.
		{"Bo Kim, 22, who *drowned* in the canal on [Monday|2022-03-07], was a pupil.", "Bo Kim drowns in canal"},
		{"The hotel in Orlo, which *opened* its doors in [1990|1990], is empty.", "Hotel opens doors"},
		{"Bo Kim is the nominee of the Orlo Party, which *disbanded* in [2012|2012] after a quarrel.", "Orlo Party disbands after quarrel"},
		// What is said, and what is done to oneself.
		{"The board *ruled* on [Monday|2022-03-07] that Bo Kim had no license.", "Board rules Bo Kim has no license"},
		{"Bo Kim *turned* himself in to the police on [Monday|2022-03-07].", "Bo Kim turns himself in to police"},
		{"Bo Kim *fell* ill on [Monday|2022-03-07].", "Bo Kim falls ill"},
		{"Orlo Day is *observed* by all schools on [Monday|2022-03-07].", "All schools observe Orlo Day"},
		{"The board *added* two seats on [Monday|2022-03-07].", "Board adds two seats"},
		{"“It is a better mill than the old one of Orlo”, Minister Bo Kim *said* on [Monday|2022-03-07].", "Bo Kim: It is a better mill than the old one of Orlo"},
		{"Minister Bo Kim *conceded* on [Monday|2022-03-07].", "Bo Kim concedes"},
		{"The links to the songs were removed and *replaced* with tests on [Monday|2022-03-07].", "Links to songs replaced with tests"},
		{"A balloon with Ann Lee and two others on board *crashed* in Orlo on [Monday|2022-03-07].", "Balloon with Ann Lee and two others on board crashes in Orlo"},
		{"The agency *reported* on [Monday|2022-03-07] there were at least 70 cases of fever in Orlo.", "Agency reports there were at least 70 cases of fever in Orlo"},
		{"Bo Kim, one of the miners who *died* in the shaft in [2014|2014], was a father.", "One of miners dies in shaft"},
		{"Ann Lee, a candidate for the election to be *held* in Orlo on [Monday|2022-03-14], spoke.", "Election held in Orlo"},
		{"Crews began to take down the tents *erected* for the miners in [2014|2014].", "Tents erected for miners"},
		{"Businessman and party member Bo Kim *left* Orlo on [Monday|2022-03-07].", "Party member Bo Kim leaves Orlo"},
		// Nouns.
		{"Their second *meeting* is planned in Orlo for [Monday|2022-03-14].", "Second meeting planned in Orlo"},
		{"Ann Lee answered questions about her *campaign* from a reporter in [2020|2020].", "Ann Lee's campaign"},
		{"The ban, including that of beer, was *lifted* on [Monday|2022-03-07].", "Ban lifted"},
	} {
		if got := labelOf(t, "", tc.text, Happened); got != tc.want {
			t.Errorf("%s\ngot  %q\nwant %q", tc.text, got, tc.want)
		}
	}
}

func TestReferents(t *testing.T) {
	for _, tc := range []struct {
		title, text, want string
	}{
		// People.
		{"", "Minister Ann Lee met Senator Peter Kim. He *resigned* from the board on [Monday|2022-03-07].", "Peter Kim resigns from board"},
		{"", "Senator Bo Kim met Senator Al Dunn. His office said so. He *resigned* from the board on [Monday|2022-03-07].", "Bo Kim resigns from board"},
		{"", "Kings Bo and Al met. He *resigned* from the board on [Monday|2022-03-07].", "Resigns from board"},
		{"Sultan Tariq of Orlo dies", "Sultan Tariq bin Omar fell ill. Tariq studied law. Arriving in Orlo, he *married* in [1964|1964].", "Tariq bin Omar marries"},
		{"", "The mayor of Orlo, Ann Lee, left. Later the 64-year-old mayor *opened* the fair on [Monday|2022-03-07].", "Ann Lee opens fair"},
		{"", "The mayor of Orlo, Ann Lee, met the mayor of Senn, Bo Kim. The mayor *opened* the fair on [Monday|2022-03-07].", "Mayor opens fair"},
		{"", "The attacker was identified as Sam Dunn. He was *jailed* for theft in [2014|2014].", "Sam Dunn jailed for theft"},
		{"", "“Last year,” Ann Lee said, “I *joined* the board of Orlo in [2019|2019].”", "Ann Lee joins board of Orlo"},
		{"", "Minister Bo Kim pardoned Al Dunn. Dunn is ill. Kim pardoned Al Dunn. He was *jailed* for theft in [2014|2014].", "Jailed for theft"},
		{"Former mayor Peter Kim dies", "Former mayor Peter Kim was ill. His aide, Senator Bo Kimura, wept. He *died* at home on [Monday|2022-03-07].", "Peter Kim dies at home"},
		// Things.
		{"", "The curfew was to end on Monday, but on [Friday|2022-03-04] it was *extended* to the whole valley.", "Curfew extended to whole valley"},
		{"", "The congress approved a bill on mines, but it was *dismissed* by the senate on [Friday|2022-03-04].", "Senate dismisses bill"},
		{"", "The hospital of Orlo burned. The bank fell. On the hill it was *seen* by many on [Friday|2022-03-04].", "Seen by many"},
		{"", "The nurses at Orlo Hospital left. The hospital *closed* its gates on [Friday|2022-03-04].", "Orlo Hospital closes gates"},
		{"", "The police said they *seized* the powder on [Friday|2022-03-04].", "Police seize powder"},
	} {
		if got := labelOf(t, tc.title, tc.text, Happened); got != tc.want {
			t.Errorf("%s\ngot  %q\nwant %q", tc.text, got, tc.want)
		}
	}
}

// A label never shows a word that it must not end or begin with.
func TestWellFormed(t *testing.T) {
	for label, want := range map[string]bool{
		"Samoa closes all schools":           true,
		"Samoa closes":                       false,
		"He closes all schools":              false,
		"Samoa closes schools and":           false,
		"Samoa asks whether":                 false,
		"Samoa loses its":                    false,
		strings.Repeat("very ", 20) + "long": false,
	} {
		if got := wellFormed(label); got != want {
			t.Errorf("wellFormed(%q) = %t", label, got)
		}
	}
}

func TestStemOfCle(t *testing.T) {
	if got := english.Lemma("recycled"); got != "recycle" {
		t.Errorf("Lemma(recycled) = %q", got)
	}
}
