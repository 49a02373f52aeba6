package event

import "dateline/extract/english"

// kinds are nouns by which an article calls what it has named before: "the
// network" for "the broadcast network Orlo One".
var kinds = words(`company firm corporation retailer supermarket network broadcaster channel airline carrier manufacturer maker operator
	developer website site platform app software browser startup studio publisher brewery ship vessel ferry boat yacht tanker
	freighter barge submarine plane aircraft airliner jet helicopter train tram rocket spacecraft probe satellite telescope capsule rover
	film movie series show novel album song band orchestra team club newspaper magazine hotel mine plant factory mill dam bridge tunnel
	charity bank chain party group organization organisation agency city town village island region province county district municipality
	suburb valley river lake volcano mountain university college school hospital museum theater theatre cathedral castle stadium
	comet asteroid planet storm hurricane cyclone typhoon`)

// readKinds notes which names are called what: in front of the name, after
// "of", and in an apposition.
func (n *names) readKinds(sentences []*sentence) {
	note := func(kind, name string) {
		if !kinds[kind] || name == "" {
			return
		}
		if other, taken := n.called[kind]; taken && other != name {
			name = ""
		}
		n.called[kind] = name
	}
	for _, s := range sentences {
		for i := range s.phrases {
			p := &s.phrases[i]
			name, titled := n.nameIn(s, p)
			if name == "" || titled || p.last == 0 || n.person[n.fullest(name)] {
				continue
			}
			name = n.fullest(name)
			first := p.last
			for first > p.first && s.words[first-1].Tag.Name() {
				first--
			}
			if first > p.first && s.words[first-1].Tag == english.NN {
				note(s.words[first-1].Lower, name) // "the ferry Aurora"
			}
			if p.prep > 0 && s.is(p.prep, "of") && s.words[p.prep-1].Tag == english.NN && s.phraseOf(p.prep-1) >= 0 {
				if q := &s.phrases[s.phraseOf(p.prep-1)]; s.is(q.first, "the") && q.first >= q.head-1 {
					note(s.words[p.prep-1].Lower, name) // "the town of Orlo"
				}
			}
			if q := s.phraseOf(p.last + 2); s.is(p.last+1, ",") && q >= 0 && s.phrases[q].first == p.last+2 && s.phrases[q].prep < 0 && s.tag(p.last+2) == english.DT && !s.words[s.phrases[q].head].Tag.Name() && p.prep < 0 {
				note(s.words[s.phrases[q].head].Lower, name) // "Orlo One, a network"
			}
		}
	}
}
