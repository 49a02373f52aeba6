package intake

import (
	"fmt"
	"slices"
	"time"

	"dateline/extract/timex"
)

// published finds when a page was published. It looks at what is stated for
// programs first (JSON-LD, meta tags, microdata), then at <time> elements,
// the address and the visible byline; where these disagree, it says so.
func (p *page) published(dayFirst bool) (found Finding, updated timex.DCT) {
	shown, shownUpdated := p.shown(dayFirst)
	stated := p.stated()
	times, timeUpdated := p.times()
	for _, candidate := range []timex.DCT{p.statedUpdate(), timeUpdated, shownUpdated} {
		if candidate.Known {
			updated = candidate
			break
		}
	}
	fromAddress := p.dateInAddress()
	ranked := slices.Concat(stated, times, shown, fromAddress)
	if len(stated) == 0 && len(times) > 0 && times[0].Confidence != timex.Explicit && len(shown) > 0 && shown[0].Source == labeledByline {
		ranked = slices.Concat(shown, times, fromAddress) // words that say "published" outdo an element that says nothing
	}
	if len(ranked) > 0 {
		found = ranked[0]
		// Of what does not say that it is the publication, only the first may add to it.
		for _, others := range [][]Finding{stated, times[:min(len(times), 1)], shown[:min(len(shown), 1)]} {
			for _, other := range others {
				found.Time, found.Source = sharper(found, other)
			}
		}
		found.disagree(stated, 0)
		found.disagree(fromAddress, 1)
		for _, s := range shown {
			if s.Source == labeledByline || len(stated) == 0 {
				found.disagree([]Finding{s}, 1)
			}
		}
	}
	// An update is later than the publication, or it is none.
	if updated.Known && (updated == found.Time || updated.Day < found.Time.Day) {
		updated = timex.DCT{}
	}
	return found, updated
}

// labeledByline is the source of a date with "Published" before it.
const labeledByline = `visible "published"`

// disagree lowers the confidence when another finding is more than a number
// of days away. A day without a time may be that of another zone.
func (f *Finding) disagree(others []Finding, days int) {
	for _, o := range others {
		allowed := days
		if f.Time.Zone != "" && !o.Time.HasClock {
			allowed = max(days, 1)
		}
		if daysApart(f.Time, o.Time) > allowed && !sameMoment(f.Time, o.Time) {
			f.Confidence = timex.Ambiguous
			f.Why = fmt.Sprintf("%s says %s", o.Source, o.Time)
			return
		}
	}
}

func sameMoment(a, b timex.DCT) bool {
	x, ok := instant(a)
	y, ok2 := instant(b)
	return ok && ok2 && x.Equal(y)
}

// sharper returns the time of f, made more precise where another finding
// says the same with more: a clock for a day, the local zone for a moment in
// UTC. The local zone decides what "Tuesday" means in the evening.
func sharper(f, other Finding) (timex.DCT, string) {
	a, b := f.Time, other.Time
	switch {
	case !a.HasClock && b.HasClock && a.Day == b.Day:
		return b, f.Source + ", time of day from " + other.Source
	case a.Zone != "Z" || !b.HasClock:
	case b.Zone != "" && b.Zone != "Z" && sameMoment(a, b):
		return b, f.Source + ", zone from " + other.Source
	case b.Zone == "":
		offset := clockOf(b).Sub(clockOf(a).Truncate(time.Minute))
		if offset >= -12*time.Hour && offset <= 14*time.Hour && offset != 0 && offset%(30*time.Minute) == 0 {
			sign, size := "+", offset
			if offset < 0 {
				sign, size = "-", -offset
			}
			b.Zone = fmt.Sprintf("%s%02d:%02d", sign, int(size.Hours()), int(size.Minutes())%60)
			b.Second = a.Second
			return b, f.Source + ", zone from " + other.Source
		}
	}
	return a, f.Source
}
