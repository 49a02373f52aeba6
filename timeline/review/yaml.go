package review

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"dateline/extract/timex"
)

// node is a piece of a file as it was read, comments and all.
type node = yaml.Node

var (
	fileKeys     = []string{"article", "text_sha256", "published", "decisions"}
	decisionKeys = []string{"id", "quote", "proposed", "decision", "reason", "date", "status", "label", "participants",
		"place", "into", "parts", "apart", "note", "by", "on"}
	quoteKeys    = []string{"exact", "prefix", "suffix", "alike"}
	proposedKeys = []string{"date", "status", "label", "participants", "place", "words", "rule", "confidence", "against"}
	factsKeys    = []string{"date", "status", "label", "participants", "place"}
)

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// Parse reads a review file. Errors name the file, by the given name, and the
// line, and say what was wanted.
func Parse(name string, src []byte) (*File, error) {
	var doc node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		line := "1"
		if m := yamlLine.FindStringSubmatch(err.Error()); m != nil && m[1] != "" {
			line = m[1]
		}
		return nil, fmt.Errorf("%s:%s: not YAML: %s", name, line, yamlLine.ReplaceAllString(err.Error(), ""))
	}
	if len(doc.Content) == 0 {
		return &File{}, nil
	}
	f := &File{node: &doc}
	r := reader{name: name}
	r.mapping(doc.Content[0], fileKeys, func(key string, v *node) {
		switch key {
		case "article":
			f.Article = r.text(v)
		case "text_sha256":
			f.TextHash = r.text(v)
		case "published":
			f.Published = r.text(v)
		case "decisions":
			r.sequence(v, func(item *node) {
				d := r.decision(item)
				f.Decisions = append(f.Decisions, d)
			})
		}
	})
	if r.err == nil && f.Article == "" {
		r.fail(doc.Content[0], "article is missing: name the article that is decided on")
	}
	if r.err != nil {
		return nil, r.err
	}
	return f, nil
}

// reader walks the nodes of a file and keeps the first error.
type reader struct {
	name string
	err  error
}

func (r *reader) fail(at *node, format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("%s:%d: %s", r.name, at.Line, fmt.Sprintf(format, args...))
	}
}

func (r *reader) mapping(n *node, keys []string, each func(key string, value *node)) {
	if n.Kind != yaml.MappingNode {
		r.fail(n, "want lines of key: value")
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		switch {
		case !slices.Contains(keys, key.Value):
			r.fail(key, "unknown key %q; the keys here are %s", key.Value, strings.Join(keys, ", "))
		case seen[key.Value]:
			r.fail(key, "%s is there twice", key.Value)
		default:
			each(key.Value, n.Content[i+1])
		}
		seen[key.Value] = true
	}
}

func (r *reader) sequence(n *node, each func(*node)) {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return
	}
	if n.Kind != yaml.SequenceNode {
		r.fail(n, "want a list")
		return
	}
	for _, item := range n.Content {
		each(item)
	}
}

func (r *reader) text(n *node) string {
	if n.Kind != yaml.ScalarNode {
		r.fail(n, "want one value")
	}
	if n.Tag == "!!null" {
		return ""
	}
	return n.Value
}

func (r *reader) list(n *node) []string {
	list := []string{}
	r.sequence(n, func(item *node) { list = append(list, r.text(item)) })
	return list
}

func (r *reader) decision(n *node) Decision {
	d := Decision{line: n.Line, node: n}
	r.mapping(n, decisionKeys, func(key string, v *node) {
		switch key {
		case "id":
			d.ID = r.text(v)
		case "quote":
			d.Quote = r.quote(v)
		case "proposed":
			d.Proposed = r.proposed(v)
		case "decision":
			var err error
			if d.Action, err = ParseAction(r.text(v)); err != nil {
				r.fail(v, "%v", err)
			}
		case "reason":
			d.Reason = r.text(v)
		case "into":
			d.Into = r.text(v)
		case "parts":
			r.sequence(v, func(part *node) {
				var f Facts
				r.mapping(part, factsKeys, func(key string, v *node) { r.fact(&f, key, v) })
				d.Parts = append(d.Parts, f)
			})
		case "apart":
			d.Apart = r.list(v)
		case "note":
			d.Note = r.text(v)
		case "by":
			d.By = r.text(v)
		case "on":
			d.On = r.text(v)
		default:
			r.fact(&d.Facts, key, v)
		}
	})
	if r.err == nil {
		if err := d.Validate(); err != nil {
			r.fail(n, "%v", err)
		}
	}
	return d
}

// fact reads one of factsKeys.
func (r *reader) fact(f *Facts, key string, v *node) {
	var err error
	switch key {
	case "date":
		f.Date, err = timex.ParseEDTF(r.text(v))
	case "status":
		f.Status, err = ParseStatus(r.text(v))
	case "label":
		f.Label = r.text(v)
	case "participants":
		f.Participants = r.list(v)
	case "place":
		f.Place = r.text(v)
		f.Nowhere = f.Place == "" && v.Tag != "!!null"
	}
	if err != nil {
		r.fail(v, "%v", err)
	}
}

func (r *reader) quote(n *node) Quote {
	var q Quote
	r.mapping(n, quoteKeys, func(key string, v *node) {
		switch key {
		case "exact":
			q.Exact = r.text(v)
		case "prefix":
			q.Prefix = r.text(v)
		case "suffix":
			q.Suffix = r.text(v)
		case "alike":
			var err error
			if q.Alike, err = strconv.Atoi(r.text(v)); err != nil || q.Alike < 0 {
				r.fail(v, "alike: want a number, not %q", v.Value)
			}
		}
	})
	return q
}

func (r *reader) proposed(n *node) Proposed {
	var p Proposed
	r.mapping(n, proposedKeys, func(key string, v *node) {
		switch key {
		case "words":
			p.Words = r.text(v)
		case "rule":
			p.Rule = r.text(v)
		case "confidence":
			p.Confidence = r.text(v)
		case "against":
			p.Against = r.text(v)
		default:
			r.fact(&p.Facts, key, v)
		}
	})
	return p
}

// Bytes returns f as its file: YAML with keys in a fixed order, one a line.
// Records that were read stay as they were read, with their comments.
func (f *File) Bytes() []byte {
	top := &node{Kind: yaml.MappingNode}
	doc := top
	if f.node != nil {
		doc, top = f.node, f.node.Content[0]
	}
	set(top, fileKeys, "article", plainScalar(f.Article))
	set(top, fileKeys, "text_sha256", plainScalar(f.TextHash))
	set(top, fileKeys, "published", plainScalar(f.Published))
	list := &node{Kind: yaml.SequenceNode}
	for _, d := range f.Decisions {
		if d.node == nil {
			d.node = d.yaml()
		}
		list.Content = append(list.Content, d.node)
	}
	set(top, fileKeys, "decisions", list)
	var out bytes.Buffer
	enc := yaml.NewEncoder(&out)
	enc.SetIndent(2)
	// Encoding to memory fails only for nodes that yaml cannot represent,
	// and all of these come from its own parser or from the functions below.
	if err := enc.Encode(doc); err != nil {
		panic("review: encoding a file: " + err.Error())
	}
	enc.Close()
	return out.Bytes()
}
