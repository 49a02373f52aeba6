package review

import (
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// yaml returns d as a record, its keys in the order of decisionKeys.
func (d Decision) yaml() *node {
	m := mapping{}
	m.plain("id", d.ID)
	quote := mapping{}
	quote.text("exact", d.Quote.Exact)
	quote.text("prefix", d.Quote.Prefix)
	quote.text("suffix", d.Quote.Suffix)
	if d.Quote.Alike > 0 {
		quote.plain("alike", strconv.Itoa(d.Quote.Alike))
	}
	m.put("quote", quote.node())
	proposed := mapping{}
	proposed.facts(d.Proposed.Facts)
	proposed.text("words", d.Proposed.Words)
	proposed.text("rule", d.Proposed.Rule)
	proposed.text("confidence", d.Proposed.Confidence)
	proposed.plain("against", d.Proposed.Against)
	m.put("proposed", proposed.node())
	m.plain("decision", d.Action.String())
	m.text("reason", d.Reason)
	m.facts(d.Facts)
	m.plain("into", d.Into)
	if len(d.Parts) > 0 {
		parts := &node{Kind: yaml.SequenceNode}
		for _, p := range d.Parts {
			part := mapping{}
			part.facts(p)
			parts.Content = append(parts.Content, part.node())
		}
		m.put("parts", parts)
	}
	if len(d.Apart) > 0 {
		m.list("apart", d.Apart)
	}
	m.text("note", d.Note)
	m.text("by", d.By)
	m.plain("on", d.On)
	return m.node()
}

// mapping collects keys and values in order. Empty values are left out.
type mapping struct{ content []*node }

func (m *mapping) put(key string, value *node) {
	if value != nil {
		m.content = append(m.content, plainScalar(key), value)
	}
}

// plain puts a value that no reader takes for anything but its characters.
func (m *mapping) plain(key, value string) {
	if value != "" {
		m.put(key, plainScalar(value))
	}
}

// text puts a value that is quoted where YAML would read it otherwise.
func (m *mapping) text(key, value string) {
	if value != "" {
		m.put(key, textScalar(value))
	}
}

func (m *mapping) list(key string, values []string) {
	list := &node{Kind: yaml.SequenceNode}
	for _, v := range values {
		list.Content = append(list.Content, textScalar(v))
	}
	m.put(key, list)
}

func (m *mapping) facts(f Facts) {
	m.plain("date", f.Date.String())
	m.plain("status", f.Status.String())
	m.text("label", f.Label)
	if f.Participants != nil {
		m.list("participants", f.Participants)
	}
	m.text("place", f.Place)
	if f.Nowhere {
		m.put("place", &node{Kind: yaml.ScalarNode, Tag: "!!str", Style: yaml.DoubleQuotedStyle})
	}
}

// node returns m, nil when it is empty.
func (m *mapping) node() *node {
	if len(m.content) == 0 {
		return nil
	}
	return &node{Kind: yaml.MappingNode, Content: m.content}
}

func plainScalar(s string) *node { return &node{Kind: yaml.ScalarNode, Value: s} }

// textScalar returns a text. One of several lines is written on one, in
// quotes, so that a key stays a line.
func textScalar(s string) *node {
	n := &node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
	if strings.ContainsAny(s, "\n\t\r") {
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}

// set gives key the value in m, at its place in the order of keys. The
// comments of an older value stay.
func set(m *node, keys []string, key string, value *node) {
	rank := slices.Index(keys, key)
	at := len(m.Content)
	for i := 0; i+1 < len(m.Content); i += 2 {
		switch r := slices.Index(keys, m.Content[i].Value); {
		case r == rank:
			old := m.Content[i+1]
			value.HeadComment, value.LineComment, value.FootComment = old.HeadComment, old.LineComment, old.FootComment
			m.Content[i+1] = value
			return
		case r > rank && at == len(m.Content):
			at = i
		}
	}
	m.Content = slices.Insert(m.Content, at, plainScalar(key), value)
}
