package event

import (
	"strings"
	"testing"
)

// BenchmarkFind reads a story of which every other sentence has a date.
func BenchmarkFind(b *testing.B) {
	in := input(b, "2022-03-10", strings.Repeat("The navy of Norway sank the freighter off the island of Brava on [Tuesday|2022-03-08], "+
		"and eleven sailors were rescued. Families of the crew had gathered at the gates of the harbor. "+
		"The mayor of Orlo, who was elected in [2018|2018], will hold talks with the owners on [Friday|2022-03-18].\n"+
		"Nobody knows why the ship did not answer. Its owners have promised a full inquiry.\n", 20))
	b.SetBytes(int64(len(in.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(in)
	}
}
