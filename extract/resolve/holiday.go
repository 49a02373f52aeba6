package resolve

import (
	"strings"

	"dateline/extract/timex"
)

// holiday is a named day and the rule that gives its date in a year.
type holiday struct {
	name  string // as it is shown
	words []string
	date  func(year int) (timex.Day, bool)
}

// fixed is a day of the same date every year.
func fixed(month, day int) func(int) (timex.Day, bool) {
	return func(year int) (timex.Day, bool) { return timex.DayOf(year, month, day) }
}

// nth is the n-th weekday of a month, counted from its end when n is negative.
func nth(n int, w timex.Weekday, month, plus int) func(int) (timex.Day, bool) {
	return func(year int) (timex.Day, bool) {
		d, ok := timex.NthWeekday(year, month, n, w)
		return d + timex.Day(plus), ok
	}
}

// easter is a day counted from Easter Sunday of the western churches.
func easter(plus int) func(int) (timex.Day, bool) {
	return func(year int) (timex.Day, bool) {
		if year <= lastJulian {
			return timex.JulianEaster(year) + timex.Day(plus), plus > easterToLeapDay || year%100 != 0
		}
		return timex.Easter(year) + timex.Day(plus), true
	}
}

// lastJulian is the last year in which the calendar of Julius Caesar was
// everybody's in the west. Its dates are given as they were written.
const lastJulian = 1582

// easterToLeapDay is how many days before Easter a leap day may lie, which
// years like 1300 had and ours do not count.
const easterToLeapDay = -22

// electionDay is the Tuesday after the first Monday of November, in years in
// which the United States vote.
func electionDay(year int) (timex.Day, bool) {
	d, _ := timex.NthWeekday(year, 11, 1, timex.Monday)
	return d + 1, year%2 == 0
}

// holidays are the named days, longer names before shorter ones that begin alike.
var holidays = []holiday{
	named("Christmas Eve", fixed(12, 24)), named("Christmas Day", fixed(12, 25)), named("Christmas", fixed(12, 25)),
	named("Boxing Day", fixed(12, 26)), named("New Year's Eve", fixed(12, 31)), named("New Year's Day", fixed(1, 1)),
	named("New Year's", fixed(1, 1)), named("New Years Day", fixed(1, 1)),
	named("Valentine's Day", fixed(2, 14)), named("St Patrick's Day", fixed(3, 17)), named("Saint Patrick's Day", fixed(3, 17)),
	named("April Fools' Day", fixed(4, 1)), named("May Day", fixed(5, 1)), named("Cinco de Mayo", fixed(5, 5)),
	named("Labor Day", nth(1, timex.Monday, 9, 0)), named("Memorial Day", nth(-1, timex.Monday, 5, 0)),
	named("Independence Day", fixed(7, 4)), named("Fourth of July", fixed(7, 4)), named("Juneteenth", fixed(6, 19)),
	named("Columbus Day", nth(2, timex.Monday, 10, 0)), named("Indigenous Peoples' Day", nth(2, timex.Monday, 10, 0)),
	named("Veterans Day", fixed(11, 11)), named("Armistice Day", fixed(11, 11)), named("Remembrance Day", fixed(11, 11)),
	named("Remembrance Sunday", nth(2, timex.Sunday, 11, 0)),
	named("Thanksgiving Day", nth(4, timex.Thursday, 11, 0)), named("Thanksgiving", nth(4, timex.Thursday, 11, 0)),
	named("Black Friday", nth(4, timex.Thursday, 11, 1)), named("Cyber Monday", nth(4, timex.Thursday, 11, 4)),
	named("Halloween", fixed(10, 31)), named("All Saints' Day", fixed(11, 1)), named("All Souls' Day", fixed(11, 2)),
	named("Martin Luther King Jr Day", nth(3, timex.Monday, 1, 0)), named("Martin Luther King Day", nth(3, timex.Monday, 1, 0)),
	named("Presidents' Day", nth(3, timex.Monday, 2, 0)), named("Mother's Day", nth(2, timex.Sunday, 5, 0)),
	named("Father's Day", nth(3, timex.Sunday, 6, 0)), named("Patriots' Day", nth(3, timex.Monday, 4, 0)),
	named("Groundhog Day", fixed(2, 2)), named("Earth Day", fixed(4, 22)), named("Flag Day", fixed(6, 14)),
	named("Easter Sunday", easter(0)), named("Easter Monday", easter(1)), named("Easter Day", easter(0)), named("Easter", easter(0)),
	named("Orthodox Easter", func(year int) (timex.Day, bool) { return timex.OrthodoxEaster(year), year > 1582 }),
	named("Good Friday", easter(-2)), named("Holy Thursday", easter(-3)), named("Maundy Thursday", easter(-3)),
	named("Holy Saturday", easter(-1)), named("Palm Sunday", easter(-7)), named("Ash Wednesday", easter(-46)),
	named("Shrove Tuesday", easter(-47)), named("Mardi Gras", easter(-47)), named("Fat Tuesday", easter(-47)),
	named("Ascension Day", easter(39)), named("Pentecost", easter(49)), named("Whit Sunday", easter(49)), named("Whit Monday", easter(50)),
	named("Corpus Christi Day", easter(60)),
	named("Bastille Day", fixed(7, 14)), named("Guy Fawkes Night", fixed(11, 5)), named("Bonfire Night", fixed(11, 5)),
	named("Anzac Day", fixed(4, 25)), named("Australia Day", fixed(1, 26)), named("Canada Day", fixed(7, 1)),
	named("International Women's Day", fixed(3, 8)), named("Women's Day", fixed(3, 8)), named("International Workers' Day", fixed(5, 1)),
	named("World AIDS Day", fixed(12, 1)), named("Human Rights Day", fixed(12, 10)), named("Victory Day", fixed(5, 9)),
	named("VE Day", fixed(5, 8)), named("VJ Day", fixed(8, 15)), named("St George's Day", fixed(4, 23)), named("St Andrew's Day", fixed(11, 30)),
	named("St David's Day", fixed(3, 1)), named("St Stephen's Day", fixed(12, 26)), named("Burns Night", fixed(1, 25)),
	named("Xmas Eve", fixed(12, 24)), named("Xmas Day", fixed(12, 25)), named("Xmas", fixed(12, 25)), named("NYE", fixed(12, 31)),
	named("Christmastide", fixed(12, 25)), named("Candlemas", fixed(2, 2)), named("Lady Day", fixed(3, 25)), named("Midsummer Day", fixed(6, 24)),
	named("Midsummer's Day", fixed(6, 24)), named("St John's Day", fixed(6, 24)), named("Lammas", fixed(8, 1)), named("Michaelmas", fixed(9, 29)),
	named("Martinmas", fixed(11, 11)), named("St Martin's Day", fixed(11, 11)), named("St Nicholas Day", fixed(12, 6)), named("St Bartholomew's Day", fixed(8, 24)),
	named("St Crispin's Day", fixed(10, 25)), named("Twelfth Night", fixed(1, 5)), named("Trinity Sunday", easter(56)), named("Whitsun", easter(49)),
	named("Whitsunday", easter(49)), named("August Bank Holiday", nth(-1, timex.Monday, 8, 0)), named("August Bank Holiday Monday", nth(-1, timex.Monday, 8, 0)),
	named("Singles' Day", fixed(11, 11)), named("Singles Day", fixed(11, 11)), named("Epiphany", fixed(1, 6)), named("Orthodox Christmas", fixed(1, 7)),
	named("Election Day", electionDay),
	named("Super Tuesday", superTuesday), named("Inauguration Day", inaugurationDay),
	named("Lunar New Year", lunarNewYear), named("Chinese New Year", lunarNewYear),
	named("Eid al-Fitr", eidAlFitr), named("Eid ul-Fitr", eidAlFitr), named("Eid al-Adha", eidAlAdha), named("Eid ul-Adha", eidAlAdha),
	named("Yom Kippur", yomKippur), named("Rosh Hashanah", roshHashanah), named("Diwali", diwali),
}

// holidaysByLetter are the holidays by the first letter of their name.
var holidaysByLetter = func() (t [32][]*holiday) {
	for i := range holidays {
		h := &holidays[i]
		t[h.words[0][0]&31] = append(t[h.words[0][0]&31], h)
	}
	return t
}()

func named(name string, date func(int) (timex.Day, bool)) holiday {
	words := strings.Fields(strings.NewReplacer("'s", "", "s'", "", "-", " ").Replace(strings.ToLower(name)))
	for i, w := range words {
		words[i] = strings.TrimSuffix(w, "s")
	}
	return holiday{name, words, date}
}

// holidayLeads returns the words that names of holidays begin with, with and
// without their s.
func holidayLeads() []string {
	var leads []string
	for _, h := range holidays {
		leads = append(leads, h.words[0], h.words[0]+"s")
	}
	return leads
}

// holidayFamily finds named days, with the year where one follows.
func holidayFamily() *family {
	return &family{name: "holiday", lead: classHoliday | classArticle | classDir | classEdge | classApprox, need: classHoliday, match: (*scan).matchHoliday}
}

func (s *scan) matchHoliday(i int, e *expr) int {
	if s.isThe(i) && s.isWord(i+1, "week") && (s.isWord(i+2, "before") || s.isWord(i+2, "after")) { // the week before Christmas
		h, end := s.holidayAt(i + 3)
		if h == nil {
			return 0
		}
		e.kind, e.holiday, e.week = holidayExpr, h, 1
		if s.isWord(i+2, "before") {
			e.week = -1
		}
		return end
	}
	j := s.edge(i, e)
	if s.isThe(j) {
		j++
	}
	if s.is(j, classDir) && s.isThe(j-1) {
		switch d := s.tok(j).value; d {
		case dirNext, dirPrevious, dirFollowing, dirSame:
			e.dir = uint8(d)
			j++
		}
	} else if s.is(j, classDir) {
		switch d := s.tok(j).value; d {
		case dirLast, dirNext, dirThis, dirPrevious, dirFollowing, dirThat, dirSame:
			e.dir = uint8(d)
			j++
		}
	}
	if s.isThe(j-1) && s.tok(j-1).end > s.toks[i].start-1 && s.isWord(j, "new") && s.isWord(j+1, "year") && !s.isMark(j+2, '\'') && !s.tok(j).capital && s.endsNoun(j+2) && !(s.isMark(j+2, '-') && s.glued(j+2)) {
		e.kind, e.unit, e.dir = newYearExpr, timex.YearUnit, dirFollowing
		return j + 2 // early in the new year
	}
	h, j := s.holidayAt(j)
	if h == nil || s.isWord(j, "island") || s.isWord(j, "islands") || s.isWord(j, "carol") || s.isWord(j, "tree") || s.isWord(j, "egg") || s.isWord(j, "eggs") || s.isWord(j, "rising") || s.isWord(j, "agreement") || s.isWord(j, "accord") || s.isWord(j, "accords") || s.isWord(j, "agreements") {
		return 0
	}
	if s.isMark(i-1, '"') && s.isMark(j, '"') {
		return 0 // the name is spoken of, not the day
	}
	e.kind, e.holiday = holidayExpr, h
	if s.isWord(j, "weekend") && s.endsNoun(j+1) { // the Easter weekend
		e.weekend = true
		return j + 1
	}
	if s.is(j, classPart) && s.tok(j).form == wordForm {
		e.part = timex.Part(s.tok(j).value)
		j++
	}
	k := j
	if s.isMark(k, ',') || s.isLink(k, linkOf) {
		k++
	}
	if s.plainYear(k) {
		e.hasYear, e.year = true, int(s.tok(k).value)
		j = k + 1
	} else if end := s.yearDirection(j, e); end > j {
		j = end
	}
	return j
}

// startsHoliday reports whether the name of a holiday begins at token i.
func (s *scan) startsHoliday(i int) bool {
	h, _ := s.holidayAt(i)
	return h != nil
}

// holidayAt returns the holiday whose name begins at token i, and the token
// after the name. Apostrophes and a final s are not insisted on.
func (s *scan) holidayAt(i int) (*holiday, int) {
	if !s.is(i, classHoliday) {
		return nil, i
	}
	var found *holiday
	end := i
	for _, h := range holidaysByLetter[s.text[s.toks[i].start]&31] {
		if j := s.spells(i, h.words); j > end {
			found, end = h, j
		}
	}
	if found == nil || !s.tok(i).capital && len(found.words) < 2 {
		return nil, i
	}
	return found, end
}

// spells returns the token after words when they stand at token i, else 0.
func (s *scan) spells(i int, words []string) int {
	for n, w := range words {
		for n > 0 && (s.isMark(i, '\'') || s.isMark(i, '-') || s.isMark(i, '.') || s.isWord(i, "s") && s.isMark(i-1, '\'')) {
			i++
		}
		t := s.word(i)
		if len(t) == len(w)+1 && (t[len(w)] == 's' || t[len(w)] == 'S') {
			t = t[:len(w)]
		}
		if len(t) != len(w) || !equalFold(t, w) {
			return 0
		}
		i++
	}
	return i
}
