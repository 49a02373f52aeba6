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
var titleNouns = words(`president vice-president minister chancellor king queen prince princess sultan emperor emir sheikh pope
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
var organizationWords = words(`party union court council committee commission agency department ministry office bank company corporation
	inc corp ltd group association federation league organization organisation foundation institute university college school
	hospital police army navy force forces guard corps service services authority administration government parliament congress senate
	assembly house club fc united city team university news times post network tv radio airlines airways railway press
	journal magazine board bureau society front alliance coalition movement campaign fund trust center centre museum church
	championship cup games olympics league tournament award awards prize act bill treaty agreement accord war summit election`)

// names are the names of an article: short forms and the fullest they stand for.
type names struct {
	full   map[string]string // "Putin" to "Vladimir Putin"
	person map[string]bool   // full names of people
}

// readNames collects the names of the sentences.
func readNames(sentences []*sentence) *names {
	n := &names{full: map[string]string{}, person: map[string]bool{}}
	count := map[string]int{}
	var long []string
	for _, s := range sentences {
		for i := range s.phrases {
			name, titled := s.nameOf(&s.phrases[i])
			if name == "" {
				continue
			}
			if count[name]++; count[name] == 1 && strings.Contains(name, " ") {
				long = append(long, name)
			}
			if titled && !organizationWords[lastWordLower(name)] {
				n.person[name] = true
			}
		}
	}
	bearers := map[string][]string{}
	for _, full := range long {
		words := strings.Fields(full)
		last := words[len(words)-1]
		if organizationWords[strings.ToLower(last)] || len(words) > 4 || geography[last] != "" || strings.Contains(full, " of ") {
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
		if one {
			for _, full := range append(all, last) {
				n.full[full] = longest
			}
		}
	}
	return n
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
// ends in none; titled says that a title came before it.
func (s *sentence) nameOf(p *phrase) (name string, titled bool) {
	if !s.words[p.last].Tag.Name() || s.words[p.last].timex >= 0 {
		return "", false
	}
	first := p.last
	for first > p.first && (s.words[first-1].Tag.Name() || s.nameLinks(first-1)) && s.words[first-1].timex < 0 {
		first--
	}
	if !organizationWords[s.words[p.last].Lower] {
		for j := p.last; j > first; j-- { // what goes before a title, and the title, are no name
			if !titleNouns[strings.TrimSuffix(s.words[j-1].Lower, ".")] {
				continue
			}
			if s.is(j, "of") { // "Prime Minister of India Narendra Modi", but "President of Burundi"
				if j+2 > p.last || geography[s.words[j+1].Text] == "" && !offices[s.words[j+1].Lower] {
					return "", false
				}
				j += 2
			}
			first, titled = j, true
			break
		}
	}
	if first > p.first && titleNouns[s.words[first-1].Lower] {
		titled = true
	}
	// "President Ana Ruiz of Chile"
	if titled && p.head < p.last && p.head > first && s.is(p.head+1, "of") && places[s.string(p.head+2, p.last)] {
		return s.string(first, p.head), titled
	}
	// "Vermont Bernie Sanders", the end of "Senator from Vermont Bernie Sanders"
	for p.last-first >= 2 && places[s.words[first].Text] && !organizationWords[s.words[p.last].Lower] && p.prep >= 0 {
		first, titled = first+1, true
	}
	if p.last-first >= 3 && p.prep >= 0 && places[s.string(first, first+1)] && !organizationWords[s.words[p.last].Lower] {
		first, titled = first+2, true
	}
	return s.string(first, p.last), titled
}

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

// antecedent returns the person that the pronoun at word i of s stands for: the
// only one that this sentence, before it, and the sentence before name; "" when
// there is none or more than one. Other pronouns are left alone.
func (f *finder) antecedent(s *sentence, i int) string {
	switch s.words[i].Lower {
	case "he", "she":
	default:
		return ""
	}
	at := slices.Index(f.sentences, s)
	found := ""
	for k := at; k >= max(0, at-3) && (k >= at-1 || found == ""); k-- {
		t := f.sentences[k]
		for p := range t.phrases {
			ph := &t.phrases[p]
			if k == at && ph.first >= i {
				break
			}
			name, titled := f.names.nameIn(t, ph)
			full := f.names.fullest(name)
			switch {
			case name == "" || !titled && !f.names.person[full]:
			case found == "":
				found = full
			case found != full:
				return ""
			}
		}
	}
	return found
}
