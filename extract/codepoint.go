package extract

import "unicode/utf8"

// codePoints turns byte offsets into a text into counts of code points, as
// programs in other languages count. Text without multi-byte characters costs
// one scan and no memory.
type codePoints struct {
	text  string
	marks []int // code points before each block of the text, nil for ASCII
}

// block is how many bytes lie between two marks: small enough to count
// quickly, large enough that the marks are small beside the text.
const block = 256

func newCodePoints(text string) codePoints {
	ascii := true
	for i := 0; i < len(text) && ascii; i++ {
		ascii = text[i] < utf8.RuneSelf
	}
	if ascii {
		return codePoints{text: text}
	}
	marks := make([]int, 0, len(text)/block+1)
	n := 0
	for i := range len(text) {
		if i%block == 0 {
			marks = append(marks, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return codePoints{text, marks}
}

// at returns the number of code points that begin before the byte offset.
func (c codePoints) at(offset int) int {
	if c.marks == nil {
		return offset
	}
	b := min(offset/block, len(c.marks)-1)
	n := c.marks[b]
	for i := b * block; i < offset; i++ {
		if utf8.RuneStart(c.text[i]) {
			n++
		}
	}
	return n
}
