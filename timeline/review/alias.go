package review

// Aliases are the names that rules used to have, and what they are called
// now. An entry is added when a rule is renamed and is never taken out: the
// files of any age must stay readable.
type Aliases map[string]string

// Now returns what rule is called now. It follows renamings of renamings.
func (a Aliases) Now(rule string) string {
	for range len(a) {
		next, renamed := a[rule]
		if !renamed {
			break
		}
		rule = next
	}
	return rule
}

// Renamed returns the renamings of dateline's own rules. There were none since
// the first decision was written.
func Renamed() Aliases { return Aliases{} }
