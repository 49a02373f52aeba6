package timeline

import (
	_ "embed" // for Schema
	"encoding/json"

	"dateline/extract/timex"
)

// jsonVersion is the version of the schema of the JSON format. It grows by one
// when a field goes or changes its meaning; new fields do not change it.
const jsonVersion = 1

// Schema is the JSON Schema of the JSON format.
//
//go:embed schema.json
var Schema []byte

type jsonArticle struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Published string   `json:"published,omitempty"`
	Updated   string   `json:"updated,omitempty"`
	Authors   []string `json:"authors,omitempty"`
	Publisher string   `json:"publisher,omitempty"`
	SourceURL string   `json:"source_url,omitempty"`
	Lang      string   `json:"lang,omitempty"`
	Tags      []string `json:"tags,omitempty"`
	Sample    bool     `json:"sample,omitempty"`
	Page      string   `json:"page,omitempty"`
}

type jsonEvent struct {
	ID           string         `json:"id"`
	Label        string         `json:"label"`
	Date         string         `json:"date,omitempty"`
	Words        string         `json:"date_words,omitempty"`
	Earliest     string         `json:"earliest,omitempty"`
	Latest       string         `json:"latest,omitempty"`
	Status       string         `json:"status"`
	WasPlanned   bool           `json:"was_planned,omitempty"`
	Participants []string       `json:"participants,omitempty"`
	Place        string         `json:"place,omitempty"`
	Confidence   string         `json:"confidence,omitempty"`
	Review       string         `json:"review"`
	Claims       []jsonClaim    `json:"claims,omitempty"`
	Evidence     []jsonEvidence `json:"evidence"`
	Why          []string       `json:"why,omitempty"`
	Page         string         `json:"page,omitempty"`
}

type jsonClaim struct {
	Date     string `json:"date"`
	Evidence []int  `json:"evidence"`
}

type jsonEvidence struct {
	Article      string          `json:"article"`
	Published    string          `json:"published,omitempty"`
	Quote        string          `json:"quote"`
	Start        int             `json:"start"`
	End          int             `json:"end"`
	Date         string          `json:"date,omitempty"`
	Status       string          `json:"status"`
	Words        string          `json:"words,omitempty"`
	Value        string          `json:"value,omitempty"`
	Rule         string          `json:"rule,omitempty"`
	Why          []string        `json:"why,omitempty"`
	Confidence   string          `json:"confidence,omitempty"`
	Alternatives []timex.Reading `json:"alternatives,omitempty"`
}

// json writes everything that is known, an object in which each article and
// each event is a line. schema.json describes it.
func (x Export) json(t *Timeline, w *output) error {
	head := []struct {
		key   string
		value any
	}{{"dateline", jsonVersion}, {"title", x.Title}, {"description", x.Description}, {"lang", x.Lang}, {"url", x.BaseURL}}
	w.WriteString("{")
	for _, h := range head {
		key, _ := json.Marshal(h.key)
		w.Write(key)
		w.WriteString(": ")
		if err := plainJSON(w.Writer, h.value); err != nil {
			return err
		}
		w.WriteString(",\n")
	}
	w.WriteString(`"articles": `)
	err := x.records(w, ArticlePiece, len(t.Articles), func(i int) any {
		a := t.Articles[i].Article
		return jsonArticle{a.ID, a.Title, a.Published.String(), a.Updated.String(), a.Authors, a.Publisher, a.SourceURL,
			a.Lang, a.Tags, a.Sample, x.articleURL(i)}
	})
	if err != nil {
		return err
	}
	w.WriteString(",\n\"events\": ")
	err = x.records(w, EventPiece, len(t.Events), func(i int) any {
		e := t.jsonEvent(t.Events[i])
		e.Page = x.eventURL(i)
		return e
	})
	if err != nil {
		return err
	}
	w.WriteString(",\n\"undated\": ")
	err = x.records(w, UndatedPiece, len(t.Undated), func(i int) any { return t.jsonEvent(t.Undated[i]) })
	w.WriteString("}\n")
	return err
}

func (t *Timeline) jsonEvent(e Event) jsonEvent {
	j := jsonEvent{ID: e.ID, Label: e.Label, Date: e.Date.String(), Status: e.Status.String(), WasPlanned: e.WasPlanned,
		Participants: e.Participants, Place: e.Place, Confidence: e.Confidence.String(), Review: e.Review.State.String(), Why: e.Why}
	if !e.Date.IsZero() {
		j.Words = e.Status.DateWords(e.Date)
	}
	first, last, hasFirst, hasLast := e.Date.Bounds()
	if hasFirst {
		j.Earliest = first.String()
	}
	if hasLast {
		j.Latest = last.String()
	}
	for _, c := range e.Claims {
		j.Claims = append(j.Claims, jsonClaim{c.Date.String(), c.Evidence})
	}
	for _, ev := range e.Evidence {
		r, m := t.Of(ev)
		start, end := codePoints(r.Article.Text, m.Sentence)
		je := jsonEvidence{Article: r.Article.ID, Published: r.Article.Published.String(), Quote: oneLine(m.Quote), Start: start, End: end,
			Date: m.Date.String(), Status: m.Status.String(), Confidence: m.Confidence.String(), Alternatives: m.Alternatives}
		if m.Timex >= 0 {
			tx := r.Timexes[m.Timex]
			je.Words, je.Value, je.Rule = oneLine(r.Article.Text[tx.Start:tx.End]), tx.Value.String(), tx.Rule
			if why := tx.Why(); why != "" {
				je.Why = append(je.Why, why)
			}
		}
		if m.Why != "" {
			je.Why = append(je.Why, m.Why)
		}
		j.Evidence = append(j.Evidence, je)
	}
	return j
}
