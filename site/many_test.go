package site

import (
	"fmt"
	"testing"

	"dateline/extract/article"
	"dateline/extract/event"
	"dateline/extract/resolve"
	"dateline/extract/timex"
	"dateline/timeline"
)

// many builds a timeline of n articles with per events each, spread over
// thirty years.
func many(t testing.TB, n, per int) *timeline.Timeline {
	t.Helper()
	verbs := []string{"opens", "closes", "repairs", "inspects", "paints", "sells", "extends"}
	things := []string{"the north lock", "the tram depot", "the covered market", "the grain store", "the observatory", "the lido"}
	places := []string{"Eastquay", "Millbrook", "Port Alder", "Highmoor"}
	start, _ := timex.DayOf(1990, 1, 1)
	tl := &timeline.Timeline{}
	for i := range n {
		a := article.Article{ID: fmt.Sprintf("report-%05d", i), Title: fmt.Sprintf("Report %d of the works office", i), Publisher: "Works Gazette",
			Published: timex.DCT{Day: start + timex.Day(i*10950/n) + 3, Known: true}, Lang: "en", FullText: true}
		r := timeline.Reading{Article: a}
		for k := range per {
			if k > 0 {
				r.Article.Text += "\n\n"
			}
			d := start + timex.Day(i*10950/n) - timex.Day(k)
			verb, thing, place := verbs[(i+k)%len(verbs)], things[(i*5+k)%len(things)], places[(i+3*k)%len(places)]
			at := len(r.Article.Text)
			label := fmt.Sprintf("Crew %d %s %s", (i*7+k)%900, verb, thing)
			sentence := fmt.Sprintf("On %s the works office in %s said that crew %d %s %s, as it had told the council.", d.Weekday(), place, (i*7+k)%900, verb, thing)
			r.Article.Text += sentence
			x := timex.Span{Start: at + 3, End: at + 3 + len(d.Weekday().String())}
			head := at + len(sentence) - len(" "+thing+", as it had told the council.") - len(verb)
			date := timex.DayEDTF(d)
			if k == per-1 {
				date.From.Day = 0
			}
			r.Timexes = append(r.Timexes, resolve.Timex{Span: x, Type: timex.Date, Value: timex.PointValue(date.From), Anchor: resolve.DCTAnchor,
				Rule: "weekday-past", Confidence: timex.Inferred})
			id := fmt.Sprintf("e-%d-%d", i, k)
			r.Events = append(r.Events, event.Event{ID: id, Head: timex.Span{Start: head, End: head + len(verb)}, Date: date, Status: event.Status(1 + (i+k)%6), Label: label,
				Timex: k, Sentence: timex.Span{Start: at, End: at + len(sentence)}, Quote: sentence, Confidence: timex.Inferred, Why: "the verb takes the date that it touches"})
			tl.Events = append(tl.Events, timeline.Event{ID: id, Label: label, Date: date, Status: event.Status(1 + (i+k)%6), Place: place, Confidence: timex.Inferred,
				Participants: []string{fmt.Sprintf("Crew %d", (i*7+k)%900)}, Evidence: []timeline.Evidence{{Article: i, Mention: k}}, Claims: []timeline.Claim{{Date: date, Evidence: []int{0}}}})
		}
		r.Article.Body = []byte(r.Article.Text)
		r.Article.Runs = []article.Run{{Text: 0, Source: 0, Len: len(r.Article.Text)}}
		tl.Articles = append(tl.Articles, r)
	}
	return tl
}
