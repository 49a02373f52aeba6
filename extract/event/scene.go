package event

import "strings"

// scene returns where the title of the article says that its story is: the
// name after its last "in" or "at"; "" where it names no place.
func (f *finder) scene() string {
	title := f.in.Title
	if i := strings.IndexAny(title, ";:"); i >= 0 {
		title = title[:i]
	}
	words := strings.Fields(title)
	for i := len(words) - 2; i > 0; i-- {
		switch words[i] {
		case "in", "at":
		default:
			continue
		}
		end := i + 1
		for end < len(words) && startsUpper(words[end]) && !strings.HasSuffix(words[end-1], ",") {
			end++
		}
		name := strings.TrimRight(strings.Join(words[i+1:end], " "), ",.")
		if end == i+1 || end < len(words) && !strings.HasSuffix(words[end-1], ",") || end-i > 4 || f.names.person[f.names.fullest(name)] || strings.ContainsAny(name, "0123456789'’") || name == "USA" || name == "US" {
			return ""
		}
		return words[i] + " " + name
	}
	return ""
}

// sceneRest returns scene as the title has it, with the country after it.
func (f *finder) sceneRest(scene string) string {
	i := strings.LastIndex(f.in.Title, scene)
	if i < 0 {
		return "\x00"
	}
	rest := f.in.Title[i+len(scene):]
	if rest == "" {
		return scene
	}
	if after, ok := strings.CutPrefix(rest, ", "); ok && (geography[after] != "" || places[after] || wordsIn(after) <= 2 && startsUpper(after) && startsUpper(lastWord(after))) {
		return scene + rest
	}
	return "\x00"
}

// lastWord returns the last word of s.
func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// placed reports whether s names a place itself.
func (s *sentence) placed() bool {
	for i := range s.phrases {
		p := &s.phrases[i]
		if name, _ := s.nameOf(p); name != "" && (places[name] || geography[name] != "" || p.prep >= 0 && placePrepositions[s.lower(p.prep)] && !organizationWords.has(lastWordLower(name))) {
			return true
		}
	}
	return false
}

// hasName reports whether a name stands in a label after its first word, or is
// its first word.
func (f *finder) hasName(label string) bool {
	first, rest, _ := strings.Cut(label, " ")
	for w := range strings.FieldsSeq(rest) {
		if startsUpper(w) {
			return true
		}
	}
	_, known := f.names.full[first]
	return known || geography[first] != "" || places[first] || strings.ToUpper(first) == first && first[0] > '9'
}
