package site

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract/event"
	"dateline/extract/timex"
	"dateline/timeline"
)

// A mark says what the marked words are.
const (
	markTimex = "when" // they say when
	markHead  = "head" // they carry the event
)

// mark is a place in the text of an article that is to be marked.
type mark struct {
	timex.Span
	Kind  string
	Timex int // index of the expression, -1 for a head
}

// piece is a part of a quotation; Kind is "" for words without a mark.
type piece struct {
	Text string
	Kind string
}

// quote is a passage of an article with marked words.
type quote struct {
	Lang   string // of the article
	Pieces []piece
}

// cut splits text[within] into pieces at marks. Where marks overlap, the
// earlier in the list wins the shared words.
func cut(text string, within timex.Span, marks []mark) []piece {
	var pieces []piece
	at := within.Start
	for _, m := range flatten(marks) {
		start, end := max(m.Start, at), min(m.End, within.End)
		if start >= end {
			continue
		}
		if at < start {
			pieces = append(pieces, piece{Text: text[at:start]})
		}
		pieces = append(pieces, piece{text[start:end], m.Kind})
		at = end
	}
	if at < within.End {
		pieces = append(pieces, piece{Text: text[at:within.End]})
	}
	return pieces
}

// flatten returns marks in order of their place, without overlaps: what an
// earlier mark of the list covers is taken from the later ones.
func flatten(marks []mark) []mark {
	var flat []mark
	for _, m := range marks {
		rest := []timex.Span{m.Span}
		for _, f := range flat {
			var left []timex.Span
			for _, r := range rest {
				if f.End <= r.Start || r.End <= f.Start {
					left = append(left, r)
					continue
				}
				if r.Start < f.Start {
					left = append(left, timex.Span{Start: r.Start, End: f.Start})
				}
				if f.End < r.End {
					left = append(left, timex.Span{Start: f.End, End: r.End})
				}
			}
			rest = left
		}
		for _, r := range rest {
			if r.Start < r.End {
				flat = append(flat, mark{r, m.Kind, m.Timex})
			}
		}
	}
	sort.SliceStable(flat, func(i, j int) bool { return flat[i].Start < flat[j].Start })
	return flat
}

// marksOf returns the marks of one mention: the words that date it, then its head.
func marksOf(r *timeline.Reading, m *event.Event) []mark {
	var marks []mark
	if m.Timex >= 0 {
		marks = append(marks, mark{r.Timexes[m.Timex].Span, markTimex, m.Timex})
	}
	return append(marks, mark{m.Head, markHead, -1})
}

// sentence returns the sentence of a mention, with its words marked.
func sentence(r *timeline.Reading, m *event.Event) quote {
	return quote{r.Article.Lang, tidy(cut(r.Article.Text, m.Sentence, marksOf(r, m)))}
}

// inContext returns the sentence of a mention with one sentence of the same
// paragraph on each side, the most that is shown of an article whose whole
// text is not to be published.
func inContext(r *timeline.Reading, m *event.Event) quote {
	return quote{r.Article.Lang, tidy(cut(r.Article.Text, around(r.Article.Text, m.Sentence), marksOf(r, m)))}
}

// tidy makes the line breaks of the source spaces and trims the ends.
func tidy(pieces []piece) []piece {
	for i, p := range pieces {
		s := strings.Join(strings.FieldsFunc(p.Text, unicode.IsSpace), " ")
		if first, _ := utf8.DecodeRuneInString(p.Text); unicode.IsSpace(first) && i > 0 {
			s = " " + s
		}
		if last, _ := utf8.DecodeLastRuneInString(p.Text); unicode.IsSpace(last) && i < len(pieces)-1 && s != " " {
			s += " "
		}
		pieces[i].Text = s
	}
	return pieces
}

// around returns span widened by one sentence on each side, not beyond its
// paragraph.
func around(text string, span timex.Span) timex.Span {
	from, to := 0, len(text)
	if i := strings.LastIndex(text[:span.Start], "\n\n"); i >= 0 {
		from = i + 2
	}
	if i := strings.Index(text[span.End:], "\n\n"); i >= 0 {
		to = span.End + i
	}
	before := strings.TrimRightFunc(text[from:span.Start], unicode.IsSpace)
	start := from
	for i := len(before) - 1; i > 0; i-- {
		if endsSentence(before[:i], before[i:]) {
			start = from + i
			break
		}
	}
	end := to
	after := text[span.End:to]
	skipped := len(after) - len(strings.TrimLeftFunc(after, unicode.IsSpace))
	for i := skipped + 1; i < len(after); i++ {
		if endsSentence(after[:i], after[i:]) {
			end = span.End + i
			break
		}
	}
	for start < span.Start && (text[start] == ' ' || text[start] == '\n') {
		start++
	}
	return timex.Span{Start: start, End: end}
}

// titles are the abbreviations that stand before a name.
const titles = " Mr Mrs Ms Dr Prof Rev Hon St Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Pvt Sen Rep Gov Pres Amb No vs "

// endsSentence reports whether a sentence ends between before and after. An
// abbreviation before a name ("Gen. Milley", "J. Austin") ends none.
func endsSentence(before, after string) bool {
	next := strings.TrimLeftFunc(after, unicode.IsSpace)
	if next == after || next == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(next)
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !strings.ContainsRune("“‘\"'(", r) {
		return false
	}
	end := strings.TrimRight(before, "”’\"')")
	last, _ := utf8.DecodeLastRuneInString(end)
	switch last {
	case '!', '?', '…':
		return true
	case '.':
		word := strings.TrimRight(end[strings.LastIndexAny(end, " \n(“\"")+1:], ".")
		return utf8.RuneCountInString(word) > 1 && !strings.Contains(word, ".") && !strings.Contains(titles, " "+word+" ")
	}
	return false
}
