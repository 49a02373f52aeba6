package event

import (
	"strings"
	"testing"
)

// What a verb, a noun or a number needs stays with it, whatever is left out.
func TestWholeLabels(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		// The object of a relative clause stands before it.
		{"Mayor Ann Lee was blamed for a remark she *made* about the mill in [2019|2019].", "Ann Lee makes remark about mill"},
		// What a clause brings without "that".
		{"A poll *showed* 55 percent of the miners believed the shaft to be safe in [2019|2019].", "Poll shows 55 percent of miners believe shaft to be safe"},
		// Infinitives and what follows them.
		{"The flood *caused* houses on the hill and in the port of Orlo to collapse on [Monday|2022-03-07].", "Flood causes houses on hill and in port of Orlo to collapse"},
		{"Bo Kim was *projected* on [Monday|2022-03-07] to have won the vote.", "Bo Kim projected to have won vote"},
		// Prepositions that belong to their verb, and participles with theirs.
		{"The court *charged* Al Dunn with theft of copper in [2014|2014].", "Court charges Al Dunn with theft of copper"},
		{"The miners *drank* tea laced with poison on [Monday|2022-03-07].", "Miners drink tea laced with poison"},
		{"The mill *failed* in a manner similar to the mine in [2014|2014].", "Mill fails in manner similar to mine"},
		// Numbers with their nouns.
		{"About 18,250 to 63,000 visitors *attended* the fair on [Monday|2022-03-07].", "About 18,250 to 63,000 visitors attend fair"},
		{"The board *formed* six working groups on [Monday|2022-03-07].", "Board forms six working groups"},
		// Lengths of time are no dates.
		{"The council *declared* seven days of mourning on [Monday|2022-03-07].", "Council declares seven days of mourning"},
		// Long lists of names, short ones, and pairs.
		{"The party *won* in Orlo, Senn, Port Bay, East Hill, Marl, Dunn Valley, Lake Town and Kale on [Monday|2022-03-07].", "Party wins in Orlo, Senn and 6 others"},
		{"The border *treaty* between Orlo and Senn of [2014|2014] is void.", "Border treaty between Orlo and Senn"},
		// Somebody is asked for something.
		{"The office *asked* visitors not enter the hall on [Monday|2022-03-07].", "Office asks visitors do not enter hall"},
		// Nobody known did it.
		{"They *declared* three days of rest on [Monday|2022-03-07].", "Three days of rest declared"},
		// Bodies of people are "they".
		{"The Orlo Relief Fund reported they had *delivered* 500 tents to the valley by [Monday|2022-03-07].", "Orlo Relief Fund delivers 500 tents to valley"},
		// Quotation marks inside phrases and verbs.
		{"The council *declared* the fever a “public menace” on [Monday|2022-03-07].", "Council declares fever a public menace"},
		{"The guard had “accidentally” *shot* down a balloon on [Monday|2022-03-07].", "Guard shoots down balloon"},
		// Adjectives of countries keep their capital where they opened a sentence.
		{"Norwegian engineers will repair the dam, the palace *said* on [Monday|2022-03-07].", "palace: Norwegian engineers will repair the dam"},
		// Claims are told as claims.
		{"Ann Lee rejected the allegation that Bo Kim *stole* the boat in [2014|2014].", "Bo Kim allegedly steals boat"},
		{"A case was reportedly *filed* against Bo Kim on [Monday|2022-03-07].", "Case reportedly filed against Bo Kim"},
		// Whose it is, and what it is called.
		{"Senator Ann Lee fell ill. Her health *collapsed* in [May|2021-05].", "Ann Lee's health collapses"},
		{"The broadcast network Orlo Vision lost its license. The network *appealed* against the order on [Monday|2022-03-07].", "Orlo Vision appeals against order"},
		// Who speaks is not said twice.
		{"The Orlo Guild *said* on [Monday|2022-03-07] it was considering a strike.", "Orlo Guild says it is considering strike"},
		{"“The mill is safe”, *said* Ann Lee on [Monday|2022-03-07].", "Ann Lee: The mill is safe"},
		// Not the subject of another clause.
		{"Rower Bo Kim must return the cup that he won in Orlo, the court of the league *ruled* on [Thursday|2022-03-03].", "Rower Bo Kim must return the cup that he won in Orlo, the court of the league ruled"},
		{"A tower of logs that pupils were building for a feast *collapsed* in Orlo on [Thursday|2022-03-03].", "Tower of logs collapses in Orlo"},
		{"Ann Lee admitted that the first mill had failed, and *said* on [Monday|2022-03-07] that a second would open.", "Ann Lee says second will open"},
		{"The ministers will talk of sanctions when they *meet* in Orlo on [Monday|2022-03-07].", "Ministers meet in Orlo"},
		{"Bo Kim was elected a fellow of the board and *admitted* to the guild in [1992|1992].", "Bo Kim admitted to guild"},
		{"Bo Kim spoke of people buying guns and *warned* of a war on [Monday|2022-03-07].", "Bo Kim warns of war"},
		{"The guild *reported*, citing the town, there were 70 cases of fever on [Monday|2022-03-07].", "Guild reports there were 70 cases of fever"},
		// A title is no short form of another.
		{"Vice President Ann Lee and President Bo Kim met. The ticket of Al Dunn for President and Cy Orr for Vice President was *presented* in Orlo in [2016|2016].", "Ticket of Al Dunn for President and Cy Orr for Vice President presented"},
		// A question is brought whole.
		{"The doctors *described* how the fever spread on [Monday|2022-03-07].", "Doctors describe how fever spread"},
	} {
		if got := labelOf(t, "", tc.text, Happened); got != tc.want {
			t.Errorf("%s\ngot  %q\nwant %q", tc.text, got, tc.want)
		}
	}
}

// A verb that a remark between commas parts from its “not” is denied still.
func TestDenialIsKept(t *testing.T) {
	got := labelOf(t, "", "The guild had not, as of [Monday|2022-03-07], *announced* any plans to strike.", Negated)
	if want := "Guild does not announce any plans to strike"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Dates, brackets and asides go, and then whole clauses and adjuncts from the
// end; what a verb or a noun needs never does.
func TestCompress(t *testing.T) {
	for _, tc := range []struct {
		text  string
		limit int
		want  string
	}{
		{"The mill (of Orlo) closed its gates on [Monday|2022-03-07].", 12, "mill closed gates"},
		{"[Friday|2022-03-04] was the fourth night of the strike.", 12, "Friday was fourth night of strike"},
		{"More died than in [2016|2016].", 12, "more died than in 2016"},
		{"The mill, which had stood for a century by the old canal, closed.", 6, "mill closed"},
		{"The mill closed its gates after the owner had sold the land to the town.", 6, "mill closed gates"},
		{"The judges of Orlo, Senn, Port Bay, East Hill, Marl and Kale met.", 8, "judges of Orlo, Senn and 4 others met"},
		{"The council charged Bo Kim with the theft of the copper roof of the mill.", 4, "council charged Bo Kim with theft of copper roof of mill"},
	} {
		in := input(t, "2022-03-10", tc.text)
		f := newFinder(in)
		s := f.reading(0)
		last := len(s.words) - 1
		if got := f.compress(s, 0, last, s.verbFrom(0, last), tc.limit, false); got != tc.want {
			t.Errorf("%s\ngot  %q\nwant %q", tc.text, got, tc.want)
		}
	}
}

// A short label that names nobody and no place says where the story is, by the
// title of the article, where it is of the last days.
func TestScene(t *testing.T) {
	for _, tc := range []struct{ title, text, want string }{
		{"Hundreds flee flood in Orlo", "On [Monday|2022-03-07] two bridges *fell*.", "Two bridges fall in Orlo"},
		{"Hundreds flee flood in Orlo", "On [Monday|2022-03-07] two bridges in Senn *fell*.", "Two bridges in Senn fall"},
		{"Mayor in trouble", "On [Monday|2022-03-07] two bridges *fell*.", "Two bridges fall"},
	} {
		_, rest, _ := strings.Cut(tc.text, "*")
		word, _, _ := strings.Cut(rest, "*")
		in := input(t, "2022-03-10", strings.Replace(tc.text, "*"+word+"*", word, 1))
		in.Title = tc.title
		got := ""
		for _, e := range Find(in) {
			if in.Text[e.Head.Start:e.Head.End] == word {
				got = e.Label
			}
		}
		if got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.text, got, tc.want)
		}
	}
}
