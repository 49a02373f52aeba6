package intake

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// ldObject is an object of JSON-LD, as schema.org describes articles.
type ldObject struct {
	fields map[string]any
	weight int // how likely it is the article that the page is about
}

// mainArticle returns the object that describes the article of a page, or
// nil, and the names of what has an @id. Pages describe related articles, the
// site and its breadcrumbs too.
func mainArticle(scripts []string, p *page) (best *ldObject, names map[string]string) {
	own := map[string]bool{addressKey(p.link("canonical")): true, addressKey(p.metaValue("og:url")): true}
	if p.address != nil {
		own[addressKey(p.address.String())] = true
	}
	delete(own, "")
	names = map[string]string{}
	for _, script := range scripts {
		var value any
		if json.Unmarshal([]byte(script), &value) != nil && json.Unmarshal([]byte(mended(script)), &value) != nil {
			continue
		}
		walkLD(value, 0, func(fields map[string]any, listed int) {
			o := &ldObject{fields: fields, weight: typeWeight(fields["@type"])}
			if id, name := o.text("@id"), o.text("name"); id != "" && name != "" {
				names[id] = name
			}
			if o.weight == 0 {
				return
			}
			o.weight -= 4 * listed
			for _, key := range []string{"url", "@id", "mainEntityOfPage"} {
				if own[addressKey(o.text(key, "@id"))] {
					o.weight += 5
					break
				}
			}
			if o.text("datePublished") != "" {
				o.weight += 2
			}
			if best == nil || o.weight > best.weight {
				best = o
			}
		})
	}
	return best, names
}

// typeWeight returns how well a schema.org type fits an article, 0 for not at all.
func typeWeight(kind any) int {
	best := 0
	for _, name := range texts(kind, "") {
		name = name[strings.LastIndexAny(name, "/:#")+1:]
		switch {
		case name == "WebPage" || name == "ItemPage":
			best = max(best, 1)
		case name == "BlogPosting" || name == "LiveBlogPosting" || name == "Report" || strings.HasSuffix(name, "Article"):
			best = max(best, 4)
		}
	}
	return best
}

// walkLD calls visit for every object of value in the order of their keys'
// importance; listed counts the lists of other things that it stands in.
func walkLD(value any, listed int, visit func(fields map[string]any, listed int)) {
	switch value := value.(type) {
	case []any:
		for _, v := range value {
			walkLD(v, listed, visit)
		}
	case map[string]any:
		visit(value, listed)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "article"} {
			walkLD(value[key], listed, visit)
		}
		for _, key := range []string{"itemListElement", "item", "hasPart", "mentions", "relatedLink", "liveBlogUpdate"} {
			walkLD(value[key], listed+1, visit)
		}
	}
}

var (
	ldWrapping = regexp.MustCompile(`^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$|;\s*$`)
	ldComma    = regexp.MustCompile(`,(\s*[}\]])`)
)

// mended returns JSON that was written by hand or by a template, with its
// usual faults put right: wrapped in a comment, a comma before a closing
// bracket, line breaks inside strings.
func mended(script string) string {
	for {
		s := ldWrapping.ReplaceAllString(script, "")
		if s == script {
			break
		}
		script = s
	}
	script = ldComma.ReplaceAllString(script, "$1")
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, script)
}

// text returns the first text of a field; in an object, that of one of the
// keys inner.
func (o *ldObject) text(key string, inner ...string) string {
	if o == nil {
		return ""
	}
	for _, k := range append(inner, "name") {
		for _, s := range texts(o.fields[key], k) {
			if s = strings.TrimSpace(s); s != "" {
				return s
			}
		}
	}
	return ""
}

// all returns the texts of a field; of objects, those of their key inner.
func (o *ldObject) all(key, inner string) []string {
	if o == nil {
		return nil
	}
	return texts(o.fields[key], inner)
}

// texts returns the texts in value: itself, those of a list, and of objects
// the field inner.
func texts(value any, inner string) []string {
	switch value := value.(type) {
	case string:
		return []string{value}
	case float64:
		return []string{fmt.Sprintf("%.0f", value)}
	case []any:
		var all []string
		for _, v := range value {
			all = append(all, texts(v, inner)...)
		}
		return all
	case map[string]any:
		if inner == "" {
			return texts(value["@value"], "")
		}
		if s, ok := value[inner].(string); ok {
			return []string{s}
		}
		return texts(value["@value"], "")
	}
	return nil
}
