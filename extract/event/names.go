package event

import (
	"cmp"
	"slices"
	"strings"

	"dateline/extract/english"
)

// offices are what secretaries and ministers are "of".
var offices = words(`state defense defence staff health finance justice education labor labour transport transportation energy
	agriculture commerce interior war parliament congress`)

// titleNouns go right before the name of a person, in lower case.
var titleNouns = newWordSet(`president vice-president minister chancellor king queen prince princess sultan emperor emir sheikh pope
	bishop archbishop cardinal imam ayatollah senator congressman congresswoman representative governor mayor secretary
	deputy speaker general colonel major captain lieutenant sergeant admiral commander officer constable superintendent inspector
	judge justice attorney lawyer solicitor prosecutor director chairman chairwoman chair executive ceo cfo founder
	spokesman spokeswoman spokesperson leader coach manager player footballer singer actor actress author writer
	journalist reporter editor professor doctor dr mr mrs ms sir dame lord baron scientist researcher engineer
	astronaut cosmonaut ambassador envoy commissioner counselor councillor premier treasurer candidate nominee incumbent
	businessman businesswoman billionaire activist politician lawmaker mp mep counterpart teammate rival suspect driver pilot
	lady co-founder mathematician ophthalmologist rev reverend comptroller adviser advisor aide president-elect ex-president
	then-president gen col lt sgt capt adm sen rep gov prof hon`)

// organizationWords end the names of what is no person and no place.
var organizationWords = newWordSet(`party union court council committee commission agency department ministry office bank company corporation
	inc corp ltd group association federation league organization organisation foundation institute university college school
	hospital police army navy force forces guard corps service services authority administration government parliament congress senate
	assembly house club fc united city team university news times post network tv radio airlines airways railway press
	journal magazine board bureau society front alliance coalition movement campaign fund trust center centre museum church
	championship cup games olympics league tournament award awards prize act bill treaty agreement accord war summit election`)

// names are the names of an article: short forms and the fullest they stand for.
type names struct {
	full   map[string]string // "Putin" to "Vladimir Putin"
	person map[string]bool   // full names of people
	family map[string]bool   // last words of the names of more than one word
	bearer map[string]string // titles to the one who has them here, "" where several have
	called map[string]string // "network" to the one name here that is called a network, "" where several are
	ending map[string]string // "hospital" to the one name here that ends in Hospital, "" where several do

	count map[string]int // how often a name stands in the article
	long  []string       // names of more than one word, in the order of the text
}

// manyNames is more than articles hold.
const manyNames = 2000

// newNames returns names that hold none.
func newNames() *names {
	return &names{full: map[string]string{}, person: map[string]bool{}, family: map[string]bool{}, bearer: map[string]string{}, called: map[string]string{}, ending: map[string]string{}, count: map[string]int{}}
}

// clear lets go of the article. The maps are used again for the next.
func (n *names) clear() {
	clear(n.full)
	clear(n.person)
	clear(n.family)
	clear(n.bearer)
	clear(n.called)
	clear(n.ending)
	clear(n.count)
	clear(n.long)
	n.long = n.long[:0]
}

// read collects the names of the sentences of an article with that title.
func (n *names) read(sentences []*sentence, title string) {
	count, long := n.count, n.long
	for _, s := range sentences {
		for i := range s.phrases {
			name, titled := s.nameOf(&s.phrases[i])
			if name == "" {
				continue
			}
			if count[name]++; count[name] == 1 && strings.Contains(name, " ") {
				long = append(long, name)
				n.family[name[strings.LastIndexByte(name, ' ')+1:]] = true
			}
			if (titled || s.saidOfPerson(&s.phrases[i])) && !organizationWords.has(lastWordLower(name)) {
				n.person[name] = true
			}
		}
	}
	long = n.titled(title, long)
	n.long = long
	n.readPeople(long)
	bearers := map[string][]string{}
	for _, full := range long {
		words := strings.Fields(full)
		last := words[len(words)-1]
		if titleNouns.has(strings.ToLower(last)) || organizationWords.has(strings.ToLower(last)) || namedKinds[strings.ToLower(last)] || len(words) > 4 || geography[last] != "" || strings.Contains(full, " of ") {
			continue
		}
		// The family name alone stands for the person.
		if count[last] > 0 || n.person[full] {
			bearers[last] = append(bearers[last], full)
		}
	}
	for last, all := range bearers {
		longest := slices.MaxFunc(all, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
		one := true
		for _, full := range all {
			if given, _, _ := strings.Cut(full, " "); full != longest && !strings.HasPrefix(longest, given+" ") && !strings.HasSuffix(longest, " "+full) {
				one = false // two people of one name
			}
			n.person[full] = true
		}
		if !one {
			// The one that the title names is the one whom the family name means.
			longest = ""
			for _, full := range all {
				if given, _, _ := strings.Cut(full, " "); strings.Contains(title, given) && strings.Contains(title, last) && len(full) > len(longest) {
					longest = full
				}
			}
			if longest == "" {
				longest = n.foremost(all)
			}
			if given, _, _ := strings.Cut(longest, " "); longest != "" {
				for _, full := range all {
					if strings.HasPrefix(full, given+" ") {
						n.full[full] = longest
					}
				}
				n.full[last] = longest
			}
			continue
		}
		for _, full := range append(all, last) {
			n.full[full] = longest
		}
	}
	// "Qaboos" for "Qaboos bin Said", "Park" for "Park Won-soon": the first word
	// alone, where nobody is called by the last.
	firsts := map[string]string{}
	for _, full := range long {
		if first, _, _ := strings.Cut(full, " "); n.person[full] && count[first] > 0 && count[full[strings.LastIndexByte(full, ' ')+1:]] == 0 {
			if other, taken := firsts[first]; taken && other != full {
				full = ""
			}
			firsts[first] = full
		}
	}
	for first, full := range firsts {
		if full != "" && n.full[first] == "" {
			n.full[first] = full
		}
	}
	n.readTitles(sentences)
	n.readKinds(sentences)
}

// foremost returns the one of several of a family that the article names more
// than twice as often as any other, "" where there is none.
func (n *names) foremost(all []string) string {
	best, second := "", 0
	for _, full := range all {
		switch {
		case best == "" || n.count[full] > n.count[best]:
			if best != "" && !strings.HasSuffix(full, best) && !strings.HasSuffix(best, full) {
				second = max(second, n.count[best])
			}
			best = full
		case !strings.HasSuffix(full, best) && !strings.HasSuffix(best, full):
			second = max(second, n.count[full])
		}
	}
	if n.count[best] > 2*second {
		return best
	}
	return ""
}

// titled adds to long the names of people that only the title has in full: a
// given name before a family name that the text has alone.
func (n *names) titled(title string, long []string) []string {
	words := strings.Fields(title)
	for i := 1; i < len(words); i++ {
		last := strings.TrimSuffix(strings.TrimSuffix(strings.TrimRight(words[i], ",.:;"), "'s"), "’s")
		name := words[i-1] + " " + last
		if startsUpper(last) && n.count[last] > 0 && n.count[name] == 0 && !n.family[last] && geography[last] == "" && genderOf(name) != unknown {
			n.count[name], n.family[last] = 1, true
			long = append(long, name)
		}
	}
	return long
}

// saidOfPerson reports whether what follows the name p is said of people only:
// a role ("Ann Lee, the mayor of Orlo"), an age ("Ann Lee, 47,") or "who".
func (s *sentence) saidOfPerson(p *phrase) bool {
	return s.personFollows(p) && !places[s.string(p.first, p.last)]
}

func (s *sentence) personFollows(p *phrase) bool {
	if q := s.phraseOf(p.first - 2); s.is(p.first-1, ",") && q >= 0 && s.is(s.phrases[q].prep, "of") && s.words[p.first].Tag.Name() {
		// "the mayor of Orlo, Ann Lee"
		if q = s.outermost(q); titleNouns.has(s.words[s.phrases[q].head].Lower) && s.is(s.phrases[q].first, "the") {
			return true
		}
	}
	i := p.last + 1
	if !s.is(i, ",") {
		return s.is(i, "who")
	}
	if s.is(i+1, "who") || s.tag(i+1) == english.CD && s.is(i+2, ",") && len(s.words[i+1].Text) == 2 && s.words[i+1].timex < 0 {
		return true
	}
	q := s.phraseOf(i + 1)
	return q >= 0 && s.phrases[q].prep < 0 && (!s.words[s.phrases[q].head].Tag.Name() || s.tag(s.phrases[q].first) == english.DT) && titleNouns.has(s.words[s.phrases[q].head].Lower) && s.words[p.first].Tag.Name()
}

// readPeople notes which of the long names are those of people by their given
// names, and which are the only ones to end in their last word.
func (n *names) readPeople(long []string) {
	for _, name := range long {
		last := lastWordLower(name)
		if namedKinds[last] {
			if other, taken := n.ending[last]; taken && other != name {
				n.ending[last] = ""
			} else {
				n.ending[last] = name
			}
		}
		if organizationWords.has(last) {
			continue
		}
		if k := wordsIn(name); k <= 3 && genderOf(name) != unknown && !strings.Contains(name, " of ") && !places[name] {
			if class, _ := classOfNoun(last); class == noEvent {
				n.person[name] = true
			}
		}
	}
}

// namedKinds are last words of names that "the" takes up again: "the airport"
// for "Orlo Airport".
var namedKinds = words(`airport hotel station stadium bridge river castle palace hall prison theater theatre mosque cathedral temple hospital university
	school college museum church court commission committee council agency ministry department party union foundation institute
	league association airline bank act treaty`)

// readTitles notes who bears which title.
func (n *names) readTitles(sentences []*sentence) {
	note := func(title, name string) {
		if other, taken := n.bearer[title]; taken && other != name {
			name = ""
		}
		n.bearer[title] = name
	}
	for _, s := range sentences {
		for i := range s.phrases {
			p := &s.phrases[i]
			name, _ := n.nameIn(s, p)
			if name == "" || !n.person[n.fullest(name)] {
				continue
			}
			name = n.fullest(name)
			old := false
			for j := p.first; j <= p.last; j++ {
				switch w := s.words[j].Lower; {
				case w == "former" || w == "late" || w == "ex":
					old = true
				case titleNouns.has(w) && !old:
					note(w, name)
				}
			}
			// "the mayor of Orlo, Ann Lee,"
			if q := s.phraseOf(p.first - 2); s.is(p.first-1, ",") && q >= 0 && s.phrases[q].prep >= 0 && s.is(s.phrases[q].prep, "of") {
				q = s.outermost(q)
				if w := s.words[s.phrases[q].head].Lower; titleNouns.has(w) && s.is(s.phrases[q].first, "the") && s.phrases[q].first+1 == s.phrases[q].head {
					note(w, name)
				}
			}
			// "Ann Lee, the mayor of Orlo,"
			if q := s.phraseOf(p.last + 2); s.is(p.last+1, ",") && q >= 0 && s.phrases[q].prep < 0 && !s.words[s.phrases[q].head].Tag.Name() {
				if w := s.words[s.phrases[q].head].Lower; titleNouns.has(w) && !s.is(s.phrases[q].first+1, "former") && !s.is(s.phrases[q].first, "former") {
					note(w, name)
				}
			}
		}
	}
}

// nameIn returns the name that a phrase ends in: that of a person whom the
// article knows, whatever goes before it ("Senator from Vermont Ann Lee"), or
// any other; titled says that a title came before it.
func (n *names) nameIn(s *sentence, p *phrase) (name string, titled bool) {
	if s.words[p.last].Tag.Name() {
		for first := max(p.first, p.last-3); first < p.last; first++ {
			if name := s.string(first, p.last); n.person[name] {
				return name, first > p.first
			}
		}
	}
	return s.nameOf(p)
}

// nameOf returns the name that a phrase ends in, titles left out, "" when it
// ends in none; titled says that a title came before it. It is asked time and
// again, and works out the answer once.
func (s *sentence) nameOf(p *phrase) (name string, titled bool) {
	if !p.named {
		p.name, p.titled = s.findName(p)
		p.named = true
	}
	return p.name, p.titled
}

func (s *sentence) findName(p *phrase) (name string, titled bool) {
	if !s.words[p.last].Tag.Name() || s.words[p.last].timex >= 0 {
		return "", false
	}
	first := p.last
	for first > p.first && (s.words[first-1].Tag.Name() || s.nameLinks(first-1)) && s.words[first-1].timex < 0 {
		first--
	}
	for first-2 >= p.first && particlesOfNames[s.words[first-1].Text] && s.words[first-2].Tag.Name() { // "Tariq bin Omar"
		for first -= 2; first > p.first && s.words[first-1].Tag.Name() && s.words[first-1].timex < 0; first-- {
		}
	}
	if !organizationWords.has(s.words[p.last].Lower) {
		for j := p.last; j > first; j-- { // what goes before a title, and the title, are no name
			if !titleNouns.has(strings.TrimSuffix(s.words[j-1].Lower, ".")) {
				continue
			}
			if s.is(j, "of") { // "Prime Minister of India Narendra Modi", but "President of Burundi"
				if s.is(j+1, "the") {
					j++
				}
				if j+3 <= p.last && geography[s.string(j+1, j+2)] != "" {
					j++
				} else if j+2 > p.last || geography[s.words[j+1].Text] == "" && !offices[s.words[j+1].Lower] {
					return "", false
				}
				j += 2
			}
			first, titled = j, true
			break
		}
	}
	if first > p.first && titleNouns.has(s.words[first-1].Lower) {
		titled = true
	}
	// "President Ana Ruiz of Chile"
	if titled && p.head < p.last && p.head > first && s.is(p.head+1, "of") && places[s.string(p.head+2, p.last)] {
		return s.string(first, p.head), titled
	}
	// "Vermont Bernie Sanders", the end of "Senator from Vermont Bernie Sanders"
	for p.last-first >= 2 && places[s.words[first].Text] && !organizationWords.has(s.words[p.last].Lower) && p.prep >= 0 {
		first, titled = first+1, true
	}
	if p.last-first >= 3 && p.prep >= 0 && places[s.string(first, first+1)] && !organizationWords.has(s.words[p.last].Lower) {
		first, titled = first+2, true
	}
	return s.string(first, p.last), titled
}

// particlesOfNames stand in lower case between the parts of names of people.
var particlesOfNames = words(`bin ibn bint al el de da do dos di del della der den van von ter y`)

// nameLinks reports whether word i joins the parts of a name: "of" in
// "Department of Health", "bin" and "de" are tagged as names already.
func (s *sentence) nameLinks(i int) bool {
	p := s.words[i].phrase
	return p >= 0 && i > s.phrases[p].head && (s.words[i].Tag == english.IN || s.words[i].Tag == english.CC || s.words[i].Tag == english.DT)
}

// fullest returns the longest form that the article has of a name.
func (n *names) fullest(name string) string {
	if full, ok := n.full[name]; ok {
		return full
	}
	return name
}

func startsUpper(w string) bool { return w != "" && (w[0] >= 'A' && w[0] <= 'Z' || w[0] >= 0xC3) }

func lastWordLower(s string) string {
	return strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:])
}
