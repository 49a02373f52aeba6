package site

import (
	"cmp"
	"slices"
	"strings"
)

// The kinds of topics, in the order of their lists.
var topicKinds = []string{"people", "places", "publishers", "tags"}

// topic is a person, a place, a publisher or a tag, and the events that have
// to do with it.
type topic struct {
	kind, name string
	at         string // file name of its page
	events     []int
}

// topicsView is the page that lists the topics.
type topicsView struct {
	frame
	Kinds []topicKind
}

type topicKind struct {
	Name   string
	ID     string
	Often  []topicLine // those of most events, where there are many
	Topics []topicLine
}

// topicLine is a topic in a list.
type topicLine struct {
	link
	Events int
}

// topics gathers the topics of the timeline by kind, then name.
func (b *builder) topics() []topic {
	type key struct {
		kind int
		name string
	}
	found := map[key]*topic{}
	add := func(kind int, name string, event int) {
		name = strings.TrimSpace(name)
		if name == "" {
			return
		}
		k := key{kind, name}
		t := found[k]
		if t == nil {
			t = &topic{kind: topicKinds[kind], name: name}
			found[k] = t
		}
		if n := len(t.events); n == 0 || t.events[n-1] != event {
			t.events = append(t.events, event)
		}
	}
	for i, e := range b.t.Events {
		for _, who := range e.Participants {
			add(0, who, i)
		}
		add(1, e.Place, i)
		for _, ev := range e.Evidence {
			a := b.t.Articles[ev.Article].Article
			add(2, a.Publisher, i)
			for _, tag := range a.Tags {
				add(3, tag, i)
			}
		}
	}
	var keys []key
	for k := range found {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(a.kind-b.kind, strings.Compare(sortKey(a.name), sortKey(b.name)), strings.Compare(a.name, b.name))
	})
	taken := names{}
	var all []topic
	for _, k := range keys {
		t := *found[k]
		t.at = "topics/" + taken.take(t.name) + ".html"
		slices.Sort(t.events)
		t.events = b.inOrder(slices.Clip(slices.Compact(t.events)))
		all = append(all, t)
	}
	return all
}

// topicKey is the kind and the name of a topic.
type topicKey struct{ kind, name string }

// topicLink returns the link to the page of a topic from a page whose way back
// to the top of the site is root.
func (b *builder) topicLink(kind, name, root string) link {
	name = strings.TrimSpace(name)
	return link{Text: name, Href: root + b.topicAt[topicKey{kind, name}]}
}

func (b *builder) topicPages() []page {
	const index = "topics/index.html"
	b.madeFrom(index, func(m mixture) mixture {
		for _, t := range b.allTopics {
			m.text(t.kind)
			m.text(t.name)
			m.text(t.at)
			m.number(len(t.events))
		}
		return m
	})
	todo := []page{{name: index, make: func() ([]byte, error) {
		v := topicsView{frame: b.frame(index, b.m["topics.title"])}
		v.About = b.m["topics.standfirst"]
		for _, kind := range topicKinds {
			k := topicKind{Name: b.m["topics."+kind], ID: kind}
			for _, t := range b.allTopics {
				if t.kind == kind {
					k.Topics = append(k.Topics, topicLine{link{Text: t.name, Href: v.Root + t.at}, len(t.events)})
				}
			}
			if len(k.Topics) > most {
				// The rest is in the index from A to Z.
				slices.SortStableFunc(k.Topics, func(a, b topicLine) int { return b.Events - a.Events })
				k.Topics = k.Topics[:most]
			}
			k.Often = often(k.Topics)
			if len(k.Topics) > 0 {
				v.Kinds = append(v.Kinds, k)
			}
		}
		return b.pages.render("topics", v)
	}}}
	for _, t := range b.allTopics {
		todo = append(todo, b.list(t.at, t.name, t.events, func(v *listView, at string) {
			v.Up = link{Text: b.m["topics.title"] + ": " + b.m["topics."+t.kind], Href: v.Root + index + "#" + t.kind}
		})...)
	}
	return todo
}

// often returns the topics of a list that have most events, the first first:
// in a list by name of hundreds that are named once, nobody finds them.
func often(all []topicLine) []topicLine {
	if len(all) < 25 {
		return nil
	}
	most := slices.Clone(all)
	slices.SortStableFunc(most, func(x, y topicLine) int { return y.Events - x.Events })
	most = most[:facetLength]
	if n := slices.IndexFunc(most, func(t topicLine) bool { return t.Events < 3 }); n >= 0 {
		most = most[:n]
	}
	if len(most) < 3 {
		return nil
	}
	return most
}

// facetLength is how many topics of a kind a year names.
const facetLength = 10

// facets returns the people and the places of events, given by index, that
// have to do with most of them and with two at least.
func (b *builder) facets(events []int, root string) []topicKind {
	var facets []topicKind
	for _, kind := range topicKinds[:2] {
		counts := map[string]int{}
		for _, i := range events {
			e := b.t.Events[i]
			names := []string{e.Place}
			if kind == "people" {
				names = e.Participants
			}
			for _, name := range names {
				counts[strings.TrimSpace(name)]++
			}
		}
		delete(counts, "")
		f := topicKind{Name: b.m["topics."+kind], ID: kind}
		for name, n := range counts {
			if n > 1 {
				f.Topics = append(f.Topics, topicLine{b.topicLink(kind, name, root), n})
			}
		}
		slices.SortFunc(f.Topics, func(x, y topicLine) int { return cmp.Or(y.Events-x.Events, strings.Compare(x.Text, y.Text)) })
		f.Topics = slices.Clone(f.Topics[:min(len(f.Topics), facetLength)]) // the rest may be long
		if len(f.Topics) > 0 {
			facets = append(facets, f)
		}
	}
	return facets
}
