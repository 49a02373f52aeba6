package event

import "testing"

func TestOtherLabels(t *testing.T) {
	for _, tc := range []struct {
		title, text, want string
	}{
		// What happened at an event says more than its name.
		{"", "At the convention in [2019|2019] the party chose its board. At the [2020|2020] *convention*, Ann Lee won the nomination.", "Ann Lee wins nomination at convention"},
		{"", "At the *summit* of Orlo in [June|2020-06], Ann Lee met Bo Kim.", "Summit of Orlo"},
		// What a study finds, what an act announces, what went on at the time.
		{"", "In findings *published* in [May|2020-05], scientists from Orlo describe a new moth.", "Scientists from Orlo describe new moth"},
		{"", "Bo Kim *posted* a letter on [Monday|2022-03-07] announcing that he would leave the board.", "Bo Kim announces he will leave board"},
		{"", "As the campaign *entered* [June|2020-06], Ann Lee led Bo Kim in the polls of Orlo.", "Ann Lee leads Bo Kim in polls of Orlo"},
		{"", "Bo Kim *made* an announcement on the radio on [Monday|2022-03-07] that he would leave the board.", "Bo Kim makes announcement on radio that he will leave board"},
		// Short labels say why.
		{"", "The wall *fell* on [Monday|2022-03-07] when a truck hit the gate.", "Wall falls when truck hits gate"},
		// Things that only the article makes known.
		{"", "The Orlo mayoral election was close. Ann Lee *lost* the election on [Monday|2022-03-07].", "Ann Lee loses Orlo mayoral election"},
		{"Ann Lee leads 2020 Orlo council election", "The *election* was held on [Monday|2022-03-07].", "Orlo council election"},
		{"", "The town wants a full immunization rate. The rate *reached* 95 percent on [Monday|2022-03-07].", "Immunization rate reaches 95 percent"},
		{"", "The Orlo Moor Party met. The party's treasurer *resigned* on [Monday|2022-03-07].", "Orlo Moor Party's treasurer resigns"},
		// Whose and who.
		{"", "Mayor Ann Lee wept. Her husband Bo *left* the town on [Monday|2022-03-07].", "Ann Lee's husband Bo leaves town"},
		{"", "The brother of Bo Kim, whose *death* in prison in [May|2020-05] led to a riot, spoke.", "Bo Kim's death in prison"},
		// Demonstratives are left out with what they go with.
		{"", "Minister Bo Kim was ill. He *served* the mayor of Orlo in that capacity in [2014|2014].", "Bo Kim serves mayor of Orlo"},
		// What a verb needs comes after an apposition, too.
		{"", "The court *convicted* Bo Kim, a baker who had shops in Orlo, of theft on [Monday|2022-03-07].", "Court convicts Bo Kim of theft"},
		// Who can speak, and who cannot be meant.
		{"", "Rome feared a siege of Norway, which *warned* on [Monday|2022-03-07] that a blockade had begun.", "Norway warns blockade has begun"},
		{"", "Bern says that Rome has left and *accuses* Italy of theft since [Monday|2022-03-07].", "Bern accuses Italy of theft"},
		{"", "The Solar System is old. Ann Lee and her team *left* the system on [Monday|2022-03-07].", "Ann Lee and team leave system"},
		{"", "Ann Lee flew over the rally on Orlo One. Bo Kim *joined* the rally on [Monday|2022-03-07].", "Bo Kim joins rally"},
		{"US party loses", "Bo Kim ran in every *election* from [2006|2006] on.", "Every election"},
		// Whose an elided noun is, and what a name of two, or of the title, is in full.
		{"", "Bo Kim and Al Dunn ended their campaigns. Peter Lee *ended* his on [Monday|2022-03-07].", "Peter Lee ends campaign"},
		{"", "Former President of the United States Peter Kim *won* the caucus of Orlo on [Monday|2022-03-07].", "Peter Kim wins caucus of Orlo"},
		{"Peter Kim shot in Orlo", "Sergeant Kim *died* at home on [Monday|2022-03-07].", "Peter Kim dies at home"},
		{"", "US-based brewery Orlo Gold *moved* to Senn in [2014|2014].", "Brewery Orlo Gold moves to Senn"},
		// Relative clauses of appositions.
		{"", "Ann Lee, a baker who *ran* for mayor of Orlo in [2014|2014], is ill.", "Ann Lee runs for mayor of Orlo"},
		// The pardoned, not who pardons.
		{"", "President Peter Kim granted a pardon to Ann Lee and to Adam Dunn, a clerk. He was *sentenced* to two months in prison in [2014|2014].", "Sentenced to two months in prison"},
		// Who speaks is among those it is said of.
		{"", "Peter Kim *reported* on [Monday|2022-03-07] he and his wife Ann Lee fell ill.", "Peter Kim reports he and Ann Lee fall ill"},
	} {
		if got := labelOf(t, tc.title, tc.text, Happened); got != tc.want {
			t.Errorf("%s\ngot  %q\nwant %q", tc.text, got, tc.want)
		}
	}
	// Told as done, whatever lies ahead of the writer.
	if got := labelOf(t, "", "The line *resulted* in overlapping claims in [May|2022-05].", Planned); got != "Line results in overlapping claims" {
		t.Errorf("got %q", got)
	}
}

// A label of the day that names nothing takes the place from the title.
func TestLocated(t *testing.T) {
	for _, tc := range []struct{ title, want string }{
		{"Wall falls in Orlo, Norway", "Two women and man injured in Orlo"},
		{"200 in Orlo, Norway, drink beer", "Two women and man injured"},
	} {
		in := input(t, "2022-03-10", "Two women and a man were injured on [Monday|2022-03-07].")
		in.Title = tc.title
		f := newFinder(in)
		f.topical = true
		if got := f.label(f.closely(&f.heads[0]), Happened); got != tc.want {
			t.Errorf("%s\ngot  %q\nwant %q", tc.title, got, tc.want)
		}
	}
}

// A label never says of somebody, or of something, what is said of another.
func TestSafeLabels(t *testing.T) {
	for _, tc := range []struct {
		title, text, want string
	}{
		// "He" is the nearest who acts, and not somebody famous.
		{"President Peter Kim frees eleven", "President Peter Kim granted Ariel Dunn a pardon. Dunn, formerly the president of the firm Orlo Gold, lost his case. He was *sentenced* to two months in prison in [2014|2014].", "Ariel Dunn sentenced to two months in prison"},
		{"President Peter Kim frees eleven", "President Peter Kim spoke. Tarvo Lindqvist left his firm in Orlo. He *resigned* from the board on [Monday|2022-03-07].", "Resigns from board"},
		// What a subject can have itself is nobody else's.
		{"", "Peru left its base in May, and Norway *sold* its port on [Monday|2022-03-07].", "Norway sells port"},
		// Another of the same kind.
		{"", "A fire broke out at the port. The car was recalled after a similar fire in Orlo. The fire *produced* heavy smoke on [Monday|2022-03-07].", "Fire produces heavy smoke"},
		{"", "The previous Orlo mayoral election was close. Ann Lee *lost* the election on [Monday|2022-03-07].", "Ann Lee loses election"},
		{"", "The deal between Norway and Peru is old. Ann Lee *signed* the deal on [Monday|2022-03-07].", "Ann Lee signs deal between Norway and Peru"},
		// No name is lost, or said twice.
		{"", "The attacker, identified as Bo Kim, was watched after being *released* from prison on [Monday|2022-03-07].", "Bo Kim released from prison"},
		{"", "President Peter Kim, who *appointed* Ann Lee to her position himself in [2017|2017], spoke.", "Peter Kim appoints Ann Lee to position"},
		{"", "Ann Lee *spoke* at a rally in Washington D.C. on [Monday|2022-03-07].", "Ann Lee speaks at rally in Washington D.C."},
		// What somebody is called.
		{"", "Kim, reportedly *nicknamed* the king of coal, was head of Orlo Mining from [2000|2000].", "Kim reportedly nicknamed king of coal"},
		// Who did it, and not who tells.
		{"", "Witnesses, according to the Post, said a man approached and *attacked* a group of miners on [Monday|2022-03-07].", "Man attacks group of miners"},
		{"", "The Orlo Moor Party (OMP), the same party that nominated the late miner Bo Kim for mayor in [2014|2014] and Al Dunn in [2018|2018], *picked* a baker for the seat on [Monday|2022-03-07].", "Orlo Moor Party picks baker for seat"},
		{"", "The first recorded *cases* of fever in Orlo were on [Monday|2022-03-07].", "First recorded cases of fever in Orlo"},
		// One thing, whatever number is in its name.
		{"", "The Bell 206 *came* down near Orlo on [Monday|2022-03-07].", "Bell 206 comes down near Orlo"},
	} {
		if got := labelOf(t, tc.title, tc.text, Happened); got != tc.want {
			t.Errorf("%s\ngot  %q\nwant %q", tc.text, got, tc.want)
		}
	}
	for label, want := range map[string]bool{
		"Ann Lee reported he":                    false,
		"Ann Lee says Ann Lee":                   false,
		"Accord between Norway void":             false,
		"Accord between Norway and Peru void":    true,
		"Border between Norway and Peru":         true,
		"Bo Kim leaves home four–five":           false,
		"Bo Kim reports he and Ann Lee fall ill": true,
	} {
		if got := wellFormed(label); got != want {
			t.Errorf("wellFormed(%q) = %t", label, got)
		}
	}
}
