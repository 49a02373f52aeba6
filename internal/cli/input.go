package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"path/filepath"
	"strings"

	"github.com/spf13/afero"

	"dateline/extract/article"
	"dateline/extract/timex"
)

// inputs are the files that extract was given.
type inputs struct {
	*env
	names     []string
	published timex.DCT // of articles that do not state their own
}

// readArticle reads one article; it is run by a worker.
type readArticle = func() (article.Article, error)

// check returns an error for the first name that is no readable file, before
// anything is printed.
func (in inputs) check() error {
	for _, name := range in.names {
		if name == "-" {
			continue
		}
		info, err := in.fs.Stat(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return badUsage("%s: no such file%s", name, nearFile(in.fs, name))
		case err != nil:
			return badUsage("%w", err)
		case info.IsDir():
			return badUsage("%s: is a folder; name the files in it", name)
		}
	}
	return nil
}

// articles returns the articles of all files, in order, each as the function
// that reads it.
func (in inputs) articles() iter.Seq[readArticle] {
	return func(yield func(readArticle) bool) {
		for _, name := range in.names {
			var more bool
			switch {
			case name == "-":
				more = in.standardInput(yield)
			case strings.EqualFold(filepath.Ext(name), ".jsonl"):
				more = in.linesFile(name, yield)
			default:
				more = yield(func() (article.Article, error) {
					return readOne(in.fs, name, article.Options{Published: in.published})
				})
			}
			if !more {
				return
			}
		}
	}
}

// readOne reads a whole file as one article, Markdown or plain text.
func readOne(fsys afero.Fs, name string, opts article.Options) (article.Article, error) {
	src, err := afero.ReadFile(fsys, name)
	if err != nil {
		return article.Article{}, err
	}
	if isMarkdown(name) {
		return article.ReadMarkdown(name, src, opts)
	}
	return article.ReadText(name, src, opts.Published)
}

func isMarkdown(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".md" || ext == ".markdown"
}

func (in inputs) linesFile(name string, yield func(readArticle) bool) bool {
	file, err := in.fs.Open(name)
	if err != nil {
		return yield(func() (article.Article, error) { return article.Article{}, err })
	}
	defer file.Close()
	return in.lines(name, file, yield)
}

// lines yields the articles of JSON Lines; name is for messages.
func (in inputs) lines(name string, r io.Reader, yield func(readArticle) bool) bool {
	for line := range article.Lines(r) {
		more := yield(func() (article.Article, error) {
			a, err := article.Article{}, line.Err
			if err == nil {
				a, err = article.ParseLine(line.Bytes, in.published)
			}
			if err != nil {
				return a, fmt.Errorf("%s:%d: %w", name, line.Number, err)
			}
			return a, nil
		})
		if !more {
			return false
		}
	}
	return true
}

// standardInput yields JSON Lines when stdin begins with a brace, else one text.
func (in inputs) standardInput(yield func(readArticle) bool) bool {
	if isTerminal(in.stdin) {
		fmt.Fprintln(in.stderr, "reading from the terminal; end with Ctrl-D")
	}
	r := bufio.NewReader(in.stdin)
	if first, err := r.Peek(1); err == nil && first[0] == '{' {
		return in.lines("stdin", r, yield)
	}
	src, err := io.ReadAll(r)
	return yield(func() (article.Article, error) {
		if err != nil {
			return article.Article{}, fmt.Errorf("stdin: %w", err)
		}
		return article.ReadText("stdin", src, in.published)
	})
}
