package timeline

import (
	"slices"
	"sync/atomic"

	"dateline/extract/event"
)

// mentions are those of all articles, by number. Of each a little is at hand;
// the rest is unpacked when somebody asks for it, since in a build after an
// edit hardly anybody does.
type mentions struct {
	brief    []brief
	first    []int // mention of each article, and behind the last
	articles []atomic.Pointer[[]mention]
	unpack   func(article int) []mention
}

// brief is what is asked of every mention.
type brief struct {
	at       Evidence
	span     span
	families []word // of the head, sorted
	nameable bool   // it is no statement, and has names: see disputable
}

func briefOf(m *mention) brief {
	return brief{m.at, m.span, m.families, m.status != event.Statement && len(m.names) > 0}
}

// newMentions returns the mentions of articles of which these are the briefs.
func newMentions(briefs [][]brief, unpack func(article int) []mention) *mentions {
	all := &mentions{first: make([]int, len(briefs)+1), articles: make([]atomic.Pointer[[]mention], len(briefs)), unpack: unpack}
	for i, b := range briefs {
		all.first[i+1] = all.first[i] + len(b)
	}
	all.brief = make([]brief, 0, all.first[len(briefs)])
	for _, b := range briefs {
		all.brief = append(all.brief, b...)
	}
	return all
}

// get returns mention i.
func (all *mentions) get(i int) *mention {
	article := all.brief[i].at.Article
	return &all.of(article)[i-all.first[article]]
}

// of returns the mentions of an article.
func (all *mentions) of(article int) []mention {
	kept := &all.articles[article]
	if known := kept.Load(); known != nil {
		return *known
	}
	list := all.unpack(article)
	kept.CompareAndSwap(nil, &list)
	return *kept.Load()
}

// familiesOf returns the families under which a cluster is filed, sorted.
func (k *clustering) familiesOf(c *cluster) []word {
	if len(c.members) == 1 {
		return k.mentions.brief[c.members[0]].families
	}
	var all []word
	for _, i := range c.witnesses() {
		all = append(all, k.mentions.brief[i].families...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
