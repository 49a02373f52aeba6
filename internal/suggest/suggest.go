// Package suggest finds what somebody who mistyped a word may have meant.
package suggest

import (
	"fmt"
	"strings"
)

// Nearest returns the candidate that is likeliest meant by word: the one with
// the fewest letters changed, added, left out or swapped. It returns "" when
// none is near; of several equally near, the first.
func Nearest(word string, candidates []string) string {
	best, limit := "", 1+len([]rune(word))/4
	for _, c := range candidates {
		if d := distance(strings.ToLower(word), strings.ToLower(c)); d <= limit {
			best, limit = c, d-1
		}
	}
	return best
}

// DidYouMean returns `; did you mean "base_url"?`, or "" when no candidate is near.
func DidYouMean(word string, candidates []string) string {
	if near := Nearest(word, candidates); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}

// distance is the optimal string alignment distance, which counts two letters
// swapped as one slip.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, last, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i := range s {
		before, last, row = last, row, before
		row[0] = i + 1
		for j := range t {
			cost := 1
			if s[i] == t[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(t)]
}
