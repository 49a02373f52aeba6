package extract

import (
	"encoding/xml"
	"strings"
	"testing"

	"dateline/extract/resolve"
	"dateline/extract/timex"
)

func TestWriteTimeML(t *testing.T) {
	day, _ := timex.DayOf(2021, 12, 5)
	const text = "\"AT&T\" met <in> 2014;\n\tthen\x01 in 2015's May."
	timexOf := func(word string, anchor int) resolve.Timex {
		at := strings.Index(text, word)
		return resolve.Timex{Span: timex.Span{Start: at, End: at + len(word)}, Type: timex.Date,
			Value: timex.PointValue(timex.Point{Year: 2014}), Anchor: anchor}
	}
	r := Result{
		Document: Document{ID: "a<b", Title: "Q&A", Published: timex.DCT{Day: day, Hour: 18, Minute: 30, HasClock: true, Zone: "Z", Known: true}, Text: text},
		Timexes:  []resolve.Timex{timexOf("2014", resolve.NoAnchor), timexOf("2015", resolve.DCTAnchor), timexOf("2015", 0), timexOf("May", 1)},
	}
	r.Timexes[1].Mod = timex.Mid
	var out strings.Builder
	if err := r.WriteTimeML(&out); err != nil {
		t.Fatal(err)
	}
	want := xml.Header + `<TimeML>
<DOCID>a&lt;b</DOCID>
<DCT><TIMEX3 tid="t0" type="TIME" value="2021-12-05T18:30Z" temporalFunction="false" functionInDocument="CREATION_TIME">2021-12-05T18:30Z</TIMEX3></DCT>
<TITLE>Q&amp;A</TITLE>
<TEXT>"AT&amp;T" met &lt;in&gt; <TIMEX3 tid="t1" type="DATE" value="2014">2014</TIMEX3>;
	then` + "\ufffd" + ` in <TIMEX3 tid="t2" type="DATE" value="2014" mod="MID" temporalFunction="true" anchorTimeID="t0">2015</TIMEX3>'s ` +
		`<TIMEX3 tid="t4" type="DATE" value="2014" temporalFunction="true" anchorTimeID="t2">May</TIMEX3>.</TEXT>
</TimeML>
`
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
	var doc struct {
		Text string `xml:",innerxml"`
	}
	if err := xml.Unmarshal([]byte(out.String()), &doc); err != nil {
		t.Error(err)
	}
}
