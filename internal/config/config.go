// Package config reads dateline.yaml, the choices of the owner of a site.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/spf13/afero"
	"go.yaml.in/yaml/v3"

	"dateline/internal/suggest"
	"dateline/internal/yamlfault"
	"dateline/timeline/review"
)

// Name is the file that is read when no other is named.
const Name = "dateline.yaml"

// Config is what a site's owner decides. Every key may be left out.
type Config struct {
	Title         string   // of the site
	Description   string   // one or two sentences under the title
	BaseURL       string   // where the site will be, absolute, ending in "/"; "" when not known
	Domain        string   // the site's own, as "timeline.example.org", for publishing to a branch; "" for none
	Lang          string   // BCP 47 language of the site and of articles that state none; "" means "en"
	PublishedKeys []string // front matter keys of the publication time, in order; nil for the usual ones
	DayFirst      bool     // 12/07/2021 is 12 July
	Content       string   // folder of the articles
	Out           string   // folder that the site is written to
	Templates     string   // folder of the site's own templates
	Review        string   // folder of the decisions
	Include       string   // which events the site has, a policy of package review; "" means "all"
	Corrections   string   // address of a form for a new issue, where readers suggest corrections; "" for none
	EventFiles    *bool    // whether each event has files of its own; nil leaves it to package site
	RequireReview bool     // an event that nobody decided on is a finding of check --strict
}

// Load reads the configuration from name; "" stands for Name, which may be
// absent. Folders are relative to the folder of the file. The error names the
// file and the line.
func Load(fsys afero.Fs, name string) (Config, error) {
	c := Config{Content: "content", Out: "public", Templates: "templates", Review: "review"}
	optional := name == ""
	if optional {
		name = Name
	}
	src, err := afero.ReadFile(fsys, name)
	if optional && errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return c, err
	}
	if err := c.parse(src); err != nil {
		return c, fmt.Errorf("%s%w", name, err)
	}
	dir := filepath.Dir(name)
	for _, folder := range []*string{&c.Content, &c.Out, &c.Templates, &c.Review} {
		if !filepath.IsAbs(*folder) {
			*folder = filepath.Join(dir, *folder)
		}
	}
	return c, nil
}

// Keys returns the keys that the file may have.
func Keys() []string {
	var c Config
	names, _ := c.keys()
	return names
}

// keys are the keys of the file and where their values go.
func (c *Config) keys() (names []string, fields map[string]any) {
	fields = map[string]any{
		"title": &c.Title, "description": &c.Description, "base_url": &c.BaseURL, "domain": &c.Domain, "lang": &c.Lang,
		"published_keys": &c.PublishedKeys, "day_first": &c.DayFirst,
		"content": &c.Content, "out": &c.Out, "templates": &c.Templates,
		"review": &c.Review, "include": &c.Include, "require_review": &c.RequireReview, "corrections": &c.Corrections,
		"event_files": &c.EventFiles,
	}
	return []string{"title", "description", "base_url", "domain", "lang", "published_keys", "day_first", "content", "out", "templates",
		"review", "include", "require_review", "corrections", "event_files"}, fields
}

// parse sets what src says. Its errors begin with ":line: ", ready to follow
// the name of the file.
func (c *Config) parse(src []byte) error {
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		line, what := yamlfault.Of(err)
		return fmt.Errorf(":%d: not YAML: %s", line, what)
	}
	if len(doc.Content) == 0 {
		return nil
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode {
		return fmt.Errorf(":%d: want lines of key: value", top.Line)
	}
	names, fields := c.keys()
	seen := map[string]int{}
	for i := 0; i+1 < len(top.Content); i += 2 {
		key, value := top.Content[i], top.Content[i+1]
		field, known := fields[key.Value]
		switch first, twice := seen[key.Value]; {
		case !known:
			return fmt.Errorf(":%d: unknown key %q%s", key.Line, key.Value, suggest.DidYouMean(key.Value, names))
		case twice:
			return fmt.Errorf(":%d: %s is there twice, first on line %d", key.Line, key.Value, first)
		}
		seen[key.Value] = key.Line
		if err := set(field, value); err != nil {
			return fmt.Errorf(":%d: %s: %w", value.Line, key.Value, err)
		}
		var err error
		switch key.Value {
		case "base_url":
			c.BaseURL, err = BaseURL(c.BaseURL)
		case "corrections":
			err = address(c.Corrections)
		case "include":
			_, err = review.ParsePolicy(c.Include)
		}
		if err != nil {
			return fmt.Errorf(":%d: %s: %w", value.Line, key.Value, err)
		}
	}
	return nil
}

// address checks the address of a page.
func address(s string) error {
	u, err := url.Parse(s)
	if s != "" && (err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.Fragment != "") {
		return fmt.Errorf("want an address such as https://github.com/name/site/issues/new, not %q", s)
	}
	return nil
}

// set puts a value into a field, and says in plain words what kind was wanted.
func set(field any, value *yaml.Node) error {
	switch field := field.(type) {
	case *string:
		if value.Kind != yaml.ScalarNode {
			return errors.New("want one value")
		}
		if value.Tag != "!!null" {
			*field = strings.TrimSpace(value.Value)
		}
	case **bool:
		*field = new(bool)
		return set(*field, value)
	case *bool:
		if value.Decode(field) != nil {
			return fmt.Errorf("want true or false, not %q", value.Value)
		}
	case *[]string:
		if value.Kind != yaml.SequenceNode || value.Decode(field) != nil {
			return errors.New("want a list of words, as [date, published]")
		}
	}
	return nil
}

// BaseURL checks the address of a site and returns it with a slash at its end.
func BaseURL(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return "", fmt.Errorf("want an address such as https://name.github.io/site/, not %q", s)
	}
	return strings.TrimSuffix(s, "/") + "/", nil
}
