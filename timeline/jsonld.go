package timeline

import (
	"strconv"

	"dateline/extract/event"
)

type ldThing struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type ldArticle struct {
	Type      string   `json:"@type"`
	ID        string   `json:"@id,omitempty"`
	Headline  string   `json:"headline"`
	Published string   `json:"datePublished,omitempty"`
	Publisher *ldThing `json:"publisher,omitempty"`
	URL       string   `json:"url,omitempty"`
}

type ldEvent struct {
	Type        string      `json:"@type"`
	ID          string      `json:"@id,omitempty"`
	Name        string      `json:"name"`
	Start       string      `json:"startDate,omitempty"`
	End         string      `json:"endDate,omitempty"`
	Status      string      `json:"eventStatus,omitempty"`
	Location    *ldThing    `json:"location,omitempty"`
	Description string      `json:"description,omitempty"`
	Reports     []ldArticle `json:"subjectOf,omitempty"`
}

type ldItem struct {
	Type     string  `json:"@type"`
	Position int     `json:"position"`
	Item     ldEvent `json:"item"`
}

// jsonLD writes an ItemList of schema.org. A startDate is given only where the
// day is known, since schema.org would take a month for its first day; the
// description says every date in words.
func (x Export) jsonLD(t *Timeline, w *output) error {
	w.WriteString("{\"@context\": \"https://schema.org\", \"@type\": \"ItemList\", \"name\": ")
	if err := plainJSON(w.Writer, x.Title); err != nil {
		return err
	}
	if x.BaseURL != "" {
		w.WriteString(`, "url": `)
		if err := plainJSON(w.Writer, x.BaseURL); err != nil {
			return err
		}
	}
	w.WriteString(`, "numberOfItems": ` + strconv.Itoa(len(t.Events)) + ",\n\"itemListElement\": ")
	err := x.records(w, EventPiece, len(t.Events), func(i int) any {
		e := t.Events[i]
		ld := ldEvent{Type: "Event", ID: x.eventIRI(t, i), Name: e.Label,
			Description: e.Status.DateWords(e.Date) + "; " + e.Status.String() + "; " + e.Confidence.String()}
		if first, last, ok := ExactDays(e.Date); ok {
			ld.Start = first.String()
			if last > first {
				ld.End = last.String()
			}
		}
		switch e.Status {
		case event.Planned:
			ld.Status = "https://schema.org/EventScheduled"
		case event.Negated:
			ld.Status = "https://schema.org/EventCancelled"
		}
		if e.Place != "" {
			ld.Location = &ldThing{"Place", e.Place}
		}
		told := -1
		for _, ev := range e.Evidence {
			if ev.Article == told {
				continue
			}
			told = ev.Article
			a := t.Articles[told].Article
			r := ldArticle{Type: "NewsArticle", ID: x.articleIRI(t, told), Headline: a.Title, Published: a.Published.String(), URL: a.SourceURL}
			if a.Sample {
				r.Type = "CreativeWork"
			}
			if a.Publisher != "" {
				r.Publisher = &ldThing{"Organization", a.Publisher}
			}
			ld.Reports = append(ld.Reports, r)
		}
		return ldItem{"ListItem", i + 1, ld}
	})
	w.WriteString("}\n")
	return err
}
