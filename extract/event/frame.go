package event

import (
	"strings"
)

// governs reports whether what prep brings belongs to verb k so closely that
// the verb says too little without it.
func (p *predicate) governs(k int, prep string) bool {
	if k < 0 {
		return prep == "of"
	}
	switch prep {
	case "in", "at", "near", "during", "after", "before", "amid", "following", "under", "over", "through", "across", "around", "along",
		"inside", "outside", "via", "despite", "due to", "because of", "since", "until", "by", "within", "ahead of", "on":
		g := &p.s.groups[k]
		return bland[g.lemma] || strings.Contains(third[g.lemma]+" ", " "+prep+" ")
	}
	return true
}

// bland verbs say little without what follows them, whatever it is.
var bland = words(`come go lie stand live put place get be become remain stay seem turn fall take bring keep lead result consist depend rely
	focus base involve engage participate specialize specialise serve act run range belong refer amount vary end set number`)

// empty verbs say nothing at all by themselves.
var empty = words(`focus concentrate base come become get put lie result consist depend rely refer belong amount`)

// third is what follows the object of a verb, or the verb itself, and belongs to it.
var third = func() map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(`of: accuse convict acquit deprive rob inform warn remind assure suspect cure strip clear consist approve dispose relieve
with: charge replace provide supply equip associate connect compare credit present merge deal cope infect diagnose
to: sentence send give add bring attribute transfer return move link lead subject offer award grant reduce raise extend limit hand confine deliver present submit restrict cut increase
as: name describe regard appoint elect select identify label list see recognize recognise use treat define choose classify designate serve
from: ban prevent stop remove exclude withdraw bar separate protect prohibit release
into: turn divide convert transform split put merge translate
on: impose put base place focus spend blame vote
in: result engage participate involve put place invest include succeed
under: place put come fall
at: aim put estimate value
for: mistake exchange blame substitute vote call account
against: file bring protest`, "\n") {
		prep, verbs, _ := strings.Cut(line, ":")
		for v := range strings.FieldsSeq(verbs) {
			m[v] += " " + prep
		}
	}
	return m
}()

// directions are adverbs that belong to the verb before them.
var directions = words(`ahead back forward away home together apart abroad overboard aside underground alive`)

// takesInfinitive reports whether an infinitive after the passive of a verb is
// what was said, thought or wanted, and not what it was done for.
func takesInfinitive(lemma string) bool {
	return intending[lemma] || objectControl[lemma] || reporting[lemma] || clausal[lemma] || supposing[lemma]
}

// believing verbs bring an object and what it is held to be.
var believing = words(`believe consider think find suppose know declare deem prove report`)

var supposing = words(`project deem consider suppose rumor rumour see choose select elect appoint use sentence prove hold`)
