package timeline

import (
	"math"
	"math/bits"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Near-duplicate articles are found by their runs of words: MinHash over
// five-word shingles (Broder 1997), 128 values in 32 bands of 4. A pair that
// shares a band, likely from a Jaccard similarity of about 0.42, is confirmed
// on the shingles themselves.
const (
	shingleWords = 5
	bands        = 32
	rows         = 4
	copyShare    = 0.8 // the similarity from which an article is a copy
	minShingles  = 40  // a shorter notice can be worded as another and mean another day
	maxOriginals = 8   // of one band that an article is compared with

	// maybeCopy is the number of values in which the signatures of copies agree
	// at least. Of a similarity of copyShare it is 102 on average and 4.5 its
	// standard deviation, so that less than one copy in 10^12 is passed over.
	maybeCopy = bands * rows / 2
)

type signature [bands * rows]uint32

// signatures returns the signatures of articles; none for one that is too
// short to be told from others.
func signatures(articles []Reading, p *past) []*signature {
	signed := make([]*signature, len(articles))
	each(len(articles), func(i int) {
		if known := p.article(articles[i].Sum); known != nil {
			if len(known.Signature) == 4*bands*rows {
				s := signatureOf(known.Signature)
				signed[i] = &s
			}
			return
		}
		if set := shingles(articles[i].Article.Text); len(set) >= minShingles {
			s := sign(set)
			signed[i] = &s
		}
	})
	return signed
}

// copies returns, for each article with its signature, the index of the
// earlier article that it is a near copy of, -1 when it is none. Copies of a
// copy are copies of the first.
func copies(articles []Reading, signed []*signature) []int {
	of := make([]int, len(articles))
	var long []int
	for i := range articles {
		of[i] = -1
		if signed[i] != nil {
			long = append(long, i)
		}
	}
	var buckets bandIndex
	for band := range bands {
		buckets.clear(len(long))
		for _, i := range long {
			if of[i] >= 0 {
				continue
			}
			key := [rows]uint32(signed[i][band*rows:])
			alike := buckets.at(key)
			originals := alike.articles[:alike.n]
			j := slices.IndexFunc(originals, func(o int32) bool {
				return signed[i].agreement(signed[o]) >= maybeCopy && resemblance(articles[i].Article.Text, articles[o].Article.Text) >= copyShare
			})
			switch {
			case j >= 0:
				of[i] = int(originals[j])
			case len(originals) < maxOriginals:
				alike.articles[alike.n] = int32(i)
				alike.n++
			}
		}
	}
	// An article can have been taken for an original before it was found to
	// be a copy itself.
	for i := range of {
		for of[i] >= 0 && of[of[i]] >= 0 {
			of[i] = of[of[i]]
		}
	}
	return of
}

// bucket is articles that are alike in a band.
type bucket struct {
	key      [rows]uint32
	n        int32
	articles [maxOriginals]int32
}

// bandIndex finds the buckets of a band. A map would take ten times as long for
// many articles of which hardly two are alike.
type bandIndex struct {
	slots   []int32 // numbers of buckets, from 1, by the hash of their keys; a power of two of them
	buckets []bucket
}

// clear makes room for n articles.
func (x *bandIndex) clear(n int) {
	if x.slots == nil {
		x.slots = make([]int32, 1<<bits.Len(uint(2*n)))
		x.buckets = make([]bucket, 0, n)
	}
	clear(x.slots)
	x.buckets = x.buckets[:0]
}

// at returns the bucket with a key, an empty one where there was none. It is
// good until the next call.
func (x *bandIndex) at(key [rows]uint32) *bucket {
	h := uint64(0)
	for _, v := range key {
		h = mix(h ^ uint64(v))
	}
	for s := int(h) & (len(x.slots) - 1); ; s = (s + 1) & (len(x.slots) - 1) {
		switch k := x.slots[s]; {
		case k == 0:
			x.buckets = append(x.buckets, bucket{key: key})
			x.slots[s] = int32(len(x.buckets))
			return &x.buckets[len(x.buckets)-1]
		case x.buckets[k-1].key == key:
			return &x.buckets[k-1]
		}
	}
}

// NearCopies reports whether texts a and b are near copies of each other.
func NearCopies(a, b string) bool {
	return a == b && len(shingles(a)) >= minShingles || resemblance(a, b) >= copyShare && min(len(shingles(a)), len(shingles(b))) >= minShingles
}

// shingles returns the hashes of the runs of words of text, sorted and
// without repeats; none when it has fewer words than a run.
func shingles(text string) []uint64 {
	var hashes []uint64
	var run [shingleWords]uint64
	n := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		h := uint64(14695981039346656037) // FNV-1a
		for ; unicode.IsLetter(r) || unicode.IsDigit(r); i += size {
			h = (h ^ uint64(unicode.ToLower(r))) * 1099511628211
			if r, size = utf8.DecodeRuneInString(text[i:]); size == 0 {
				break
			}
		}
		copy(run[:], run[1:])
		run[shingleWords-1] = h
		if n++; n >= shingleWords {
			s := uint64(0)
			for _, w := range run {
				s = mix(s*31 + w)
			}
			hashes = append(hashes, s)
		}
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// mix spreads the bits of h (the finalizer of SplitMix64).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// sign returns the MinHash signature of a set of shingles: under each of 128
// hash functions, its least hash.
func sign(set []uint64) signature {
	var s signature
	for i := range s {
		s[i] = math.MaxUint32
	}
	for _, h := range set {
		for i := range s {
			// Multiply-shift: an odd multiplier for each function.
			s[i] = min(s[i], uint32(h*multipliers[i]>>32))
		}
	}
	return s
}

// agreement returns in how many values two signatures agree.
func (s *signature) agreement(o *signature) int {
	n := 0
	for i := range s {
		if s[i] == o[i] {
			n++
		}
	}
	return n
}

// multipliers make 128 hash functions of one.
var multipliers = func() (m [bands * rows]uint64) {
	for i := range m {
		m[i] = mix(uint64(i)+1) | 1
	}
	return m
}()

// resemblance returns the Jaccard similarity of the shingles of two texts.
func resemblance(a, b string) float64 {
	x, y := shingles(a), shingles(b)
	n := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(n) / float64(len(x)+len(y)-n)
}
