package event

import (
	"strings"
	"testing"
)

// Two features of one hash would have one weight.
func TestFeaturesHaveHashesOfTheirOwn(t *testing.T) {
	families := map[uint64]string{}
	for _, weights := range []string{attachWeights, likelyWeights, rivalWeights, discourseWeights, speechWeights, outcomeWeights} {
		features := map[any]string{}
		m, of := readModel(weights), readSorter(weights)
		slotOf := func(name string) any {
			if weights == outcomeWeights {
				return of.slotOf(hashName(name))
			}
			return m.slotOf(hashName(name))
		}
		for line := range strings.Lines(weights) {
			name, _, _ := strings.Cut(line, "\t")
			if name == "bias" {
				continue
			}
			found := slotOf(name)
			if other, ok := features[found]; ok {
				t.Errorf("%q and %q have the same hash", name, other)
			}
			features[found] = name
			family, _, _ := strings.Cut(name, ":")
			if other, ok := families[hashFamily(family)]; ok && other != family {
				t.Errorf("the families %q and %q have the same hash", family, other)
			}
			families[hashFamily(family)] = family
		}
	}
}

func TestAddHashesAsNamesAreRead(t *testing.T) {
	f := features{named: true}
	f.add("family")
	f.add("family", f.of(""), f.of("past"))
	f.add("clausekind", f.of(":"), f.of("noun"))
	f.add("a family of a long name", f.of("10:30"), f.of("San Francisco"), bucket(20))
	for i, name := range []string{"family", "family::past", "clausekind:::noun", "a family of a long name:10:30:San Francisco:15+"} {
		if f.names[i] != name {
			t.Errorf("got the name %q, want %q", f.names[i], name)
		}
		if f.hashes[i] != hashName(name) {
			t.Errorf("%q: hash %x, but its name has %x", name, f.hashes[i], hashName(name))
		}
	}
}

func TestBucketLogit(t *testing.T) {
	for _, tc := range []struct {
		p    float64
		want string
	}{{0, "<-4"}, {0.0185, "-3"}, {0.5, "0"}, {0.6, ".5"}, {0.9, "2"}, {0.97, "3"}, {1, ">4"}} {
		if got := bucketLogit(tc.p).text; got != tc.want {
			t.Errorf("bucketLogit(%v) = %q, want %q", tc.p, got, tc.want)
		}
	}
}
