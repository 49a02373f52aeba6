package event

// traits are what the lists say of a verb or a noun that describe asks for.
type traits struct {
	kinds                                           []value
	statement, reporting, stative, light, aspectual bool
}

// traitsOf holds the traits of all lemmas that have any, so that one look
// tells them.
var traitsOf = func() map[string]*traits {
	m := map[string]*traits{}
	note := func(lemmas map[string]bool, set func(t *traits)) {
		for lemma := range lemmas {
			if m[lemma] == nil {
				m[lemma] = &traits{}
			}
			set(m[lemma])
		}
	}
	for lemma, kinds := range verbKinds {
		m[lemma] = &traits{kinds: valuesOf(kinds...)}
	}
	note(statements, func(t *traits) { t.statement = true })
	note(reporting, func(t *traits) { t.reporting = true })
	note(stative, func(t *traits) { t.stative = true })
	note(light, func(t *traits) { t.light = true })
	note(aspectual, func(t *traits) { t.aspectual = true })
	return m
}()

// noTraits are those of all other lemmas.
var noTraits traits
