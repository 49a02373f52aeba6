package english

// calledOff reports whether the verb whose auxiliary begins at byte cue takes
// a plan back: its date may lie ahead or not.
func calledOff(text string, w []wordAt, cue int) bool {
	for i := range w {
		if int(w[i].start) != cue || i+1 >= len(w) {
			continue
		}
		switch text[w[i+1].start:w[i+1].end] {
		case "cancelled", "canceled", "postponed", "delayed", "scrapped", "suspended", "shelved", "rescheduled":
			return true
		case "put", "called":
			return i+2 < len(w) && same(text, w[i+2], "off")
		case "pushed", "moved":
			return i+2 < len(w) && (same(text, w[i+2], "back") || same(text, w[i+2], "to"))
		}
	}
	return false
}

// movedTo reports whether the verb that w begins with gives something another
// date, which follows w: moved to, put off until.
func movedTo(text string, w []wordAt) bool {
	last := w[len(w)-1]
	if len(w) < 2 || len(w) > 3 || !same(text, last, "to") && !same(text, last, "until") && !same(text, last, "till") {
		return false
	}
	switch text[w[0].start:w[0].end] {
	case "moved", "pushed", "shifted", "suspended", "brought", "put":
		return len(w) == 2 || same(text, w[1], "off") || same(text, w[1], "back") || same(text, w[1], "forward")
	}
	return false
}

// shutUntil reports whether the participle at w[i] tells of a state that lasts
// until the date behind w, with no auxiliary that puts it in the past.
func shutUntil(text string, w []wordAt, i int) bool {
	last := w[len(w)-1]
	if i != len(w)-2 || !same(text, last, "until") && !same(text, last, "till") {
		return false
	}
	switch text[w[i].start:w[i].end] {
	case "shut", "closed", "suspended", "banned", "barred", "blocked", "cancelled", "canceled":
	default:
		return false
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		switch w[j].kind {
		case wasWord, hadWord, haveWord:
			return false
		}
	}
	return true
}
