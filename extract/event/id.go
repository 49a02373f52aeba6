package event

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"
)

var idEncoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// identify gives each event its ID: a hash of the article's id, the words of
// the sentence, the head, and which of several such events it is. An edit
// elsewhere in the article leaves it alone, and so does one of spaces.
func identify(article string, events []Event, text string) {
	seen := map[string]int{}
	quotes := map[string]string{} // normalized
	for i := range events {
		e := &events[i]
		quote, ok := quotes[e.Quote]
		if !ok {
			quote = normalized(e.Quote)
			quotes[e.Quote] = quote
		}
		key := article + "\x00" + quote + "\x00" + strings.ToLower(text[e.Head.Start:e.Head.End])
		n := seen[key]
		seen[key]++
		sum := sha256.Sum256([]byte(key + "\x00" + strconv.Itoa(n)))
		e.ID = "e-" + idEncoding.EncodeToString(sum[:])[:8]
	}
}

// normalized returns s in lower case with single spaces, quotation marks and
// dashes made plain.
func normalized(s string) string {
	s = strings.Join(strings.Fields(strings.ToLower(s)), " ")
	return plainMarks.Replace(s)
}

var plainMarks = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-", "—", "-")
