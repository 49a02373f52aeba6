package resolve

// What is not a date: the words and numbers that look like one.

// isName reports whether the month or weekday at token i is written as a
// name: with a capital letter, or in full and lower case where the word means
// nothing else.
func (s *scan) isName(i int) bool {
	t := s.tok(i)
	n := t.end - t.start
	if t.glued && s.isMark(i-1, '#') {
		return false
	}
	if t.capital {
		return true
	}
	if t.class&classMonth != 0 {
		switch t.value {
		case 3, 5, 8: // march, may, august
			return s.isNumber(i+1, 2) && t.value != 5 || s.isNumber(i-1, 2) && s.isNumber(i+1, 4)
		}
		return n > 4 || n == 4 && (s.isWord(i, "june") || s.isWord(i, "july"))
	}
	return n > 5
}

// abbreviatedMonth reports whether the month at i is one of three or four letters.
func (s *scan) abbreviatedMonth(i int) bool {
	t := s.tok(i)
	n := t.end - t.start
	return n == 3 && t.value != 5 || n == 4 && s.isWord(i, "sept")
}

// bareMonth reports whether the month at i, followed by token j, is a month
// when no day or year stands with it.
func (s *scan) bareMonth(i, j int, abbreviated bool) bool {
	t := s.tok(i)
	prev, next := s.tok(i-1), s.tok(j)
	if next.glued && next.form == wordForm {
		return false
	}
	preposition := prev.class&classLink != 0 && prev.value != linkAnd && prev.value != linkOr && prev.value != linkGlue || prev.class&classLink != 0 && s.hasLast && s.last.hasMonth || prev.class&(classShift|classEdge) != 0 || s.isWord(i-1, "since") || s.isWord(i-1, "late") || s.isWord(i-1, "for") || s.isWord(i-1, "about")
	if abbreviated {
		return preposition && (s.isMark(j-1, '.') || t.upper || next.form == markForm || next.form == 0) && t.capital
	}
	switch t.value {
	case 3, 5: // March and May are words and names too
		if t.upper && !preposition {
			return false
		}
		if preposition || s.isMark(i-1, '-') && s.is(i-2, classMonth) {
			return !(s.isLink(i-1, linkOf) && next.capital && !s.is(j, classMonth)) && !(s.isLink(i-1, linkBy) && t.value == 5 && next.capital) && !s.nameFollows(i, j)
		}
		return false
	case 4, 6: // April and June are names of people too
		if next.capital && next.class == 0 && next.form == wordForm && (s.isLink(i-1, linkFrom) || s.isLink(i-1, linkBy) || s.isLink(i-1, linkFor) || s.isLink(i-1, linkTo)) {
			return false // a goal from April Donnelly
		}
		if s.isMark(i-1, ',') && kin[s.word(i-2)] {
			return false // her daughter, June
		}
		if next.capital && next.class == 0 && !preposition || prev.capital && prev.class == 0 && prev.form == wordForm && i > 1 {
			return false
		}
		if i == 0 && !s.isMark(j, ',') && next.class == 0 {
			return false
		}
	case 8:
		if prev.capital && prev.class == 0 && i > 1 || next.capital && next.class == 0 && !preposition {
			return false
		}
	}
	return true
}

// kin are what people are to others, whose names stand in apposition to it.
var kin = setOf("daughter", "daughters", "sister", "sisters", "wife", "mother", "niece", "granddaughter", "aunt", "girlfriend", "partner", "widow", "fiancée")

// nameFollows reports whether the capital word at i is the first name or the
// title of what follows: "by May Smith", "in March Madness".
func (s *scan) nameFollows(i, j int) bool {
	n := s.tok(j)
	return n.form == wordForm && n.capital && n.class == 0 && j == i+1 && i > 0 && (s.isWord(j, "madness") || s.isWord(j, "day"))
}

// lastIsVerb reports whether "last" at token i is the verb: will last a week.
func (s *scan) lastIsVerb(i int) bool {
	if !s.isWord(i, "last") {
		return false
	}
	switch s.word(i - 1) {
	case "will", "would", "to", "may", "might", "could", "can", "not", "must", "should", "did", "cannot", "likely":
		return true
	}
	return false
}

// endsNoun reports whether no noun follows at i that the number before it
// would count or order: "on the 5th," but not "the 5th district".
func (s *scan) endsNoun(i int) bool {
	t := s.tok(i)
	switch {
	case t.form != wordForm:
		return t.form != numberForm
	case t.class&(classLink|classArticle|classShift|classPart) != 0:
		return !s.isLink(i, linkOf)
	}
	n := int(t.end - t.start)
	if n > 7 {
		return s.text[t.end-2:t.end] == "ly"
	}
	switch w := s.text[t.start:t.end]; w {
	case "when", "where", "with", "was", "were", "is", "are", "will", "as", "but", "he", "she", "it", "they", "we", "i", "who", "which",
		"that", "this", "because", "his", "her", "had", "has", "would", "while", "after", "if", "not", "so", "their", "its", "did", "said":
		return true
	}
	return false
}

// afterDayPreposition reports whether token i introduces the day of a month.
func (s *scan) afterDayPreposition(i int) bool {
	t := s.tok(i)
	if t.class&classLink != 0 {
		switch t.value {
		case linkOn, linkBy, linkUntil, linkFrom, linkTo, linkBetween:
			return true
		case linkAnd, linkOf:
			return s.hasLast && s.last.kind == dateExpr && s.last.hasDay
		}
	}
	return s.isWord(i, "since") || s.isWord(i, "before") || s.isWord(i, "after")
}

// partOfNumber reports whether the number at i is a part of something else:
// a price, a score, a decimal, a version, a time of day.
func (s *scan) partOfNumber(i int) bool {
	t := s.tok(i)
	if t.glued && i > 0 {
		switch p := s.tok(i - 1); p.form {
		case markForm:
			switch p.mark {
			case '(', '[', '"', '\'':
			case '-', '/':
				q := s.tok(i - 2)
				if t.digits == 4 && p.mark == '-' && p.glued && q.form == numberForm && q.digits == 3 {
					return true // 555-2021
				}
				if !p.glued || q.class == 0 && q.form == wordForm {
					return p.glued && q.form == wordForm
				}
			case ',', '.':
				return s.tok(i-2).form == numberForm
			default:
				return true
			}
		default:
			return true
		}
	}
	n := s.tok(i + 1)
	if n.glued && n.form == markForm {
		switch n.mark {
		case '.', ':':
			return s.tok(i+2).form == numberForm && s.glued(i+2)
		case '%':
			return true
		}
	}
	return false
}

// counts reports whether the word at i is one that a number before it counts.
func (s *scan) counts(i int) bool {
	t := s.tok(i)
	if t.form == markForm {
		return t.mark == '%' && t.glued
	}
	if t.form != wordForm || t.capital && !t.upper {
		return false
	}
	if t.class&classUnit != 0 {
		return true
	}
	return counted[s.text[t.start:t.end]]
}

// counted are nouns that numbers from 1000 to 2100 are seen to count.
var counted = setOf("people", "persons", "men", "women", "children", "votes", "voters", "deaths", "cases", "troops", "soldiers", "workers",
	"employees", "jobs", "dollars", "euros", "pounds", "yen", "yuan", "rupees", "rubles", "roubles", "miles", "kilometers", "kilometres",
	"km", "meters", "metres", "m", "feet", "ft", "acres", "hectares", "tons", "tonnes", "kg", "points", "units", "copies", "homes",
	"houses", "seats", "students", "pupils", "members", "passengers", "vehicles", "cars", "tickets", "pages", "words", "square",
	"cubic", "megawatts", "signatures", "times", "degrees", "barrels", "civilians", "prisoners", "refugees", "migrants", "patients",
	"victims", "delegates", "fans", "spectators", "participants", "protesters", "protestors", "demonstrators", "firefighters", "officers",
	"police", "residents", "inhabitants", "aircraft", "tanks", "guns", "rounds", "percent", "million", "billion", "trillion", "hundred",
	"thousand", "mph", "kph", "volts", "bits", "guests", "visitors", "shares", "stores", "schools", "families", "households", "others",
	"more", "lives", "casualties", "infections", "tests", "beds", "doses", "dead", "wounded", "injured", "and-a-half", "sq", "ml", "mm", "cm",
	"pc", "mg", "kw", "mw", "hp", "Germans", "Americans", "Britons", "migrants", "rebels", "fighters", "militants", "ships", "planes",
	"buildings", "animals", "species", "items", "books", "songs", "goals", "runs", "yards", "inches", "gallons", "liters", "litres", "cents", "bps", "strong")

func setOf(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// notYear reports whether the four digits at i, though in the range of years,
// count or name something else. dated says that a month stands before them.
func (s *scan) notYear(i int, dated bool) bool {
	if s.partOfNumber(i) {
		return true
	}
	n := s.tok(i + 1)
	if n.glued && n.form == wordForm || n.glued && n.mark == '-' && s.tok(i+2).glued && s.tok(i+2).form == wordForm && s.tok(i+2).class == 0 {
		return true // 2019-nCoV
	}
	if s.counts(i+1) || n.class&classMeridiem != 0 && !n.capital || n.class&classZone != 0 && n.upper {
		return true
	}
	if dated {
		return false
	}
	p := s.tok(i - 1)
	switch {
	case p.class&classApprox != 0 && p.value == approxAbout && n.form == wordForm && n.class == 0 && !s.afterYear(i+1):
		return true
	case s.isWord(i-1, "least") && s.isLink(i-2, linkAt) && (s.isLink(i-3, linkUntil) || s.isWord(i-3, "since")):
		return false // until at least 2040
	case p.class&classApprox != 0 && p.value != approxAbout && p.value != approxOnly, p.form == wordForm && namesNumber[s.text[p.start:p.end]]:
		return true
	case s.word(i-1) == "§", s.isMark(i-1, '#'):
		return true // 17 U.S.C. § 1201
	case s.isWord(i-1, "than"), s.isWord(i-1, "some") && !s.isMark(i+1, ','):
		return true
	case s.isLink(i-1, linkOf) && s.isWord(i-2, "total"), s.isLink(i-1, linkTo) && s.isWord(i-2, "up"):
		return true
	}
	if s.isWord(i+1, "against") || s.isWord(i+1, "in") && (s.isWord(i+2, "favor") || s.isWord(i+2, "favour")) {
		return true
	}
	if w := s.tok(i + 2); s.isMark(i+1, '/') && s.glued(i+1) && w.form == numberForm && w.digits > 2 && w.glued {
		return true // reference 2023/1104
	}
	if s.isWord(i+1, "committee") && n.capital {
		return true
	}
	// found 2000 stolen passports
	if w := s.tok(i + 2); n.form == wordForm && !n.capital && n.class == 0 && w.form == wordForm && !w.capital && w.class == 0 && s.text[w.end-1] == 's' && s.text[w.end-2] != 's' &&
		p.form == wordForm && !p.capital && p.class == 0 && s.tok(i).value%100 == 0 {
		return true
	}
	// carried 2021 sandbags, spilled 2000 crates
	if n.form == wordForm && !n.capital && n.class == 0 && s.text[n.end-1] == 's' && s.text[n.end-2] != 's' && p.form == wordForm && !p.capital && p.class == 0 &&
		p.end-p.start > 3 && s.text[p.end-2:p.end] == "ed" {
		return true
	}
	// 1600 Pennsylvania Avenue
	for k := i + 1; k < i+4; k++ {
		w := s.tok(k)
		if w.form != wordForm || !w.capital {
			break
		}
		switch s.text[w.start:w.end] {
		case "Street", "Avenue", "Road", "Boulevard", "Drive", "Lane", "St", "Ave", "Rd", "Blvd", "Broadway":
			return true
		}
	}
	return false
}

// inAddress reports whether the date that ends before token i is a part of an
// address or a name: 18 September Road, Long March 5.
func (s *scan) inAddress(e *expr, i int) bool {
	if n := s.tok(i); n.form == wordForm && n.capital && !n.upper {
		switch s.text[n.start:n.end] {
		case "Street", "Avenue", "Road", "Boulevard", "Square", "Bridge", "Lane", "Stadium", "Airport", "Highway":
			return !e.hasYear
		}
	}
	return s.isWord(e.start, "march") && s.isWord(e.start-1, "long") && s.tok(e.start-1).capital
}

// namesNumber are words after which a number is a name.
var namesNumber = setOf("bus", "Bus", "No", "no", "Nos", "number", "Number", "flight", "Flight", "route", "Route", "room", "Room", "section", "Section",
	"Windows", "Office", "Boeing", "Airbus", "page", "Resolution", "resolution", "Rule", "paragraph", "Paragraph", "Article", "Model",
	"model", "Highway", "highway", "Interstate", "chapter", "Chapter", "pp", "p", "Photoshop", "Server", "Form", "Channel", "channel", "Unit", "Lot",
	"Case", "extension", "ext", "asteroid", "Asteroid", "bus", "train", "Train", "platform")

// listOfYears reports whether the year at i, which follows a month or day and
// a comma, begins a list of its own rather than closing the date: "In June,
// 2014 people …" is left to notYear.
func (s *scan) listOfYears(i int) bool {
	return s.counts(i + 1)
}
