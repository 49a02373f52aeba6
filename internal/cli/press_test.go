package cli

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/spf13/afero"
)

// A press of invented people and places: every article tells four or five
// dated things, most of them its own, some those of its neighbors, so that a
// site of it has about six events an article.

var pressSyllables = strings.Fields("ar bel cor dan el fir gar hol in jor kal lom mar nor ol per quin ros sal tor ul ver wen xan yor zel")

// pressName makes up a name of n syllables.
func pressName(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(pressSyllables[r.IntN(len(pressSyllables))])
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

// pressForms are sentences of a past or a coming event; %[1]s and %[2]s are
// people, %[3]s is a place, %[4]s a date with its preposition.
var pressForms = []string{
	"%[1]s met %[2]s in %[3]s %[4]s to talk about the harbor and its customs house.",
	"The council of %[3]s elected %[1]s as its chair %[4]s, in a vote that %[2]s had asked for.",
	"%[1]s opened the new bridge in %[3]s %[4]s, and %[2]s spoke to the crowd.",
	"Police in %[3]s arrested %[1]s %[4]s after a complaint of the brewer %[2]s.",
	"%[1]s sued %[2]s %[4]s over the sale of a shipyard near %[3]s.",
	"A fire destroyed the theater of %[3]s %[4]s; %[1]s and %[2]s were hurt.",
	"%[1]s resigned as mayor of %[3]s %[4]s and named %[2]s as the one to ask.",
	"%[1]s launched a ferry from %[3]s %[4]s with %[2]s on board.",
}

var pressComing = []string{
	"%[1]s will meet %[2]s in %[3]s %[4]s to sign the charter of the fair.",
	"The court of %[3]s will hear %[1]s and %[2]s %[4]s, its clerk said.",
	"%[1]s plans to visit %[3]s %[4]s, at the invitation of %[2]s.",
}

var pressFiller = []string{
	"Nobody at the town hall wanted to say more, and the shops along the quay stayed open as they always do.",
	"The matter has kept the district busy, since the money for it comes from three purses and none is full.",
	"Those who live near the water say that they have seen better plans fail for want of a rope.",
	"What it costs depends on the price of oak, which the merchants of the valley set among themselves.",
}

// pressWriter writes the articles of a press, by number; the same number and
// revision give the same article in every press of one size.
type pressWriter struct {
	people, places []string
	n              int
}

func newPress(n int) *pressWriter {
	r := rand.New(rand.NewPCG(11, 7))
	p := &pressWriter{n: n}
	for range 200 {
		p.places = append(p.places, pressName(r, 3))
	}
	for range 100 + n/8 {
		p.people = append(p.people, pressName(r, 2)+" "+pressName(r, 3))
	}
	return p
}

// article returns the name and the content of article i.
func (p *pressWriter) article(i, revision int) (string, []byte) {
	r := rand.New(rand.NewPCG(uint64(i), uint64(revision)))
	day := time.Date(2001, 1, 2, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i*8000/p.n)
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: \"Report %d from %s\"\ndate: %s\nauthor: %q\npublisher: The %s Gazette\ntags: [%s]\nfull_text: %t\n---\n", i,
		p.places[r.IntN(len(p.places))], day.Format("2006-01-02"), p.people[r.IntN(len(p.people))],
		p.places[i%12], [...]string{"harbor", "courts", "elections", "trade"}[i%4], i%2 == 0)
	told := 4 + r.IntN(2)
	for k := range told {
		from := r
		if k == 0 && i > 0 && i%5 == 0 {
			from = rand.New(rand.NewPCG(uint64(i/20), 99)) // what other articles tell as well
		}
		pick := func(of []string) string { return of[from.IntN(len(of))] }
		who, whom, where := pick(p.people), pick(p.people), pick(p.places)
		form, when := pick(pressForms), ""
		switch from.IntN(6) {
		case 0:
			when = "on " + day.AddDate(0, 0, -2).Weekday().String()
		case 1:
			when = "last month"
		case 2:
			form, when = pick(pressComing), "on "+day.AddDate(0, 0, 3).Weekday().String()
		case 3:
			form, when = pick(pressComing), "next month"
		default:
			when = "on " + day.AddDate(0, 0, -5-from.IntN(3000)).Format("2 January 2006")
		}
		fmt.Fprintf(&b, form+" "+pressFiller[from.IntN(len(pressFiller))]+"\n\n", who, whom, where, when)
	}
	return fmt.Sprintf("%04d/report-%05d.md", day.Year(), i), []byte(b.String())
}

// write puts the articles below folder.
func (p *pressWriter) write(t testing.TB, files afero.Fs, folder string) {
	t.Helper()
	for i := range p.n {
		name, src := p.article(i, 0)
		if err := files.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := afero.WriteFile(files, filepath.Join(folder, name), src, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestWritePress writes a press into the folder that DATELINE_PRESS names, of
// DATELINE_PRESS_ARTICLES articles, to measure dateline from outside.
func TestWritePress(t *testing.T) {
	folder := os.Getenv("DATELINE_PRESS")
	if folder == "" {
		t.Skip("set DATELINE_PRESS to the folder to write")
	}
	n, err := strconv.Atoi(os.Getenv("DATELINE_PRESS_ARTICLES"))
	if err != nil {
		n = 10_000
	}
	newPress(n).write(t, afero.NewOsFs(), folder)
}
