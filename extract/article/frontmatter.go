package article

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"
	"go.yaml.in/yaml/v3"

	"dateline/internal/yamlfault"
)

// matterKind is the language of a front matter.
type matterKind uint8

const (
	noMatter matterKind = iota
	yamlMatter
	tomlMatter
)

// frontMatter is the block at the head of a file, without its fences.
type frontMatter struct {
	kind  matterKind
	block []byte
}

// field is one key of a front matter. A date is kept as it was written, for a
// time.Time forgets whether the author wrote a day or an instant.
type field struct {
	key   string
	line  int      // in the file
	texts []string // the value, or the values of a list; nil for an empty one
	list  bool
	other bool // a table, or a list of other things than words
}

// splitFrontMatter cuts src into front matter and body. Three dashes fence
// YAML, three plus signs TOML; the fence is the first line.
func splitFrontMatter(src []byte) (frontMatter, []byte, error) {
	kind := noMatter
	first, rest := cutLine(src)
	switch string(first) {
	case "---":
		kind = yamlMatter
	case "+++":
		kind = tomlMatter
	default:
		return frontMatter{}, src, nil
	}
	start := len(src) - len(rest)
	for len(rest) > 0 {
		at := len(src) - len(rest)
		var line []byte
		line, rest = cutLine(rest)
		if bytes.Equal(line, first) {
			return frontMatter{kind, src[start:at]}, rest, nil
		}
	}
	return frontMatter{}, nil, &Problem{Line: 1, What: fmt.Sprintf("the front matter is not closed; end it with a line %s", first)}
}

// cutLine returns the first line of s without its end and trailing blanks, and the rest.
func cutLine(s []byte) (line, rest []byte) {
	line, rest, _ = bytes.Cut(s, []byte("\n"))
	return bytes.TrimRight(line, " \t\r"), rest
}

// fields returns the keys of m in the order of the file.
func (m frontMatter) fields() ([]field, error) {
	switch m.kind {
	case yamlMatter:
		return yamlFields(m.block)
	case tomlMatter:
		return tomlFields(m.block)
	}
	return nil, nil
}

func yamlFields(block []byte) ([]field, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(block, &doc); err != nil {
		line, what := yamlfault.Of(err)
		return nil, &Problem{Line: line + 1, What: "the front matter is not YAML: " + what,
			Hint: "put quotes around a value that holds a colon or a quote"}
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode {
		return nil, &Problem{Line: top.Line + 1, What: "the front matter has no keys", Hint: "write it as lines of key: value"}
	}
	var fields []field
	seen := map[string]int{}
	for i := 0; i+1 < len(top.Content); i += 2 {
		f := yamlField(top.Content[i], top.Content[i+1])
		key := strings.ToLower(f.key)
		if first, twice := seen[key]; twice {
			return nil, &Problem{Line: f.line, What: fmt.Sprintf("%s is there twice, first on line %d", f.key, first)}
		}
		seen[key] = f.line
		fields = append(fields, f)
	}
	return fields, nil
}

func yamlField(key, value *yaml.Node) field {
	f := field{key: key.Value, line: key.Line + 1}
	if value.Kind == yaml.AliasNode {
		value = value.Alias
	}
	switch {
	case value.Kind == yaml.ScalarNode && value.Tag == "!!null":
	case value.Kind == yaml.ScalarNode:
		f.texts = []string{value.Value}
	case value.Kind == yaml.SequenceNode:
		f.list = true
		for _, item := range value.Content {
			if item.Kind != yaml.ScalarNode {
				f.other = true
				return f
			}
			f.texts = append(f.texts, item.Value)
		}
	default:
		f.other = true
	}
	return f
}

func tomlFields(block []byte) ([]field, error) {
	var values map[string]any
	if err := toml.Unmarshal(block, &values); err != nil {
		line := 1
		var where *toml.DecodeError
		if errors.As(err, &where) {
			line, _ = where.Position()
		}
		return nil, &Problem{Line: line + 1, What: "the front matter is not TOML: " + strings.TrimPrefix(err.Error(), "toml: "),
			Hint: "put quotes around words; dates and times stand bare"}
	}
	var fields []field
	for key, value := range values {
		f := field{key: key, line: tomlLine(block, key)}
		items, isList := value.([]any)
		if f.list = isList; !isList {
			items = []any{value}
		}
		for _, item := range items {
			s, ok := tomlText(item)
			if !ok {
				f.other = true
				break
			}
			f.texts = append(f.texts, s)
		}
		fields = append(fields, f)
	}
	slices.SortFunc(fields, func(a, b field) int {
		if a.line != b.line {
			return a.line - b.line
		}
		return strings.Compare(a.key, b.key)
	})
	return fields, nil
}

// tomlText returns a scalar as TOML writes it.
func tomlText(v any) (string, bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case bool, int64, float64, toml.LocalDate, toml.LocalDateTime, toml.LocalTime:
		return fmt.Sprint(v), true
	case time.Time:
		return v.Format(time.RFC3339), true
	}
	return "", false
}

// tomlLine returns the line of the file on which a key of the top table is
// set, 1 when it is written in a way that is not found.
func tomlLine(block []byte, key string) int {
	set := regexp.MustCompile(`(?m)^[ \t]*["']?` + regexp.QuoteMeta(key) + `["']?[ \t]*[=.]|^[ \t]*\[+[ \t]*` + regexp.QuoteMeta(key) + `\b`)
	at := set.FindIndex(block)
	if at == nil {
		return 1
	}
	return 2 + bytes.Count(block[:at[0]], []byte("\n"))
}

// findField returns the field of a key, whatever the case of its letters, or nil.
func findField(fields []field, key string) *field {
	for i := range fields {
		if strings.EqualFold(fields[i].key, key) {
			return &fields[i]
		}
	}
	return nil
}

// inFile puts the path into a *Problem.
func inFile(path string, err error) error {
	var p *Problem
	if errors.As(err, &p) {
		p.Path = path
	}
	return err
}
