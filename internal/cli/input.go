package cli

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"path/filepath"
	"strings"

	"github.com/spf13/afero"

	"dateline/extract/article"
)

// inputs are the files that extract was given.
type inputs struct {
	*env
	names []string
	opts  article.Options
}

// readArticle reads one article; it is run by a worker.
type readArticle = func() (article.Article, error)

// check returns an error for the first name that is no readable file, before
// anything is printed.
func (in inputs) check() error {
	for _, name := range in.names {
		switch name {
		case "-":
			continue
		case "":
			return badUsage("the name of a file is empty")
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
				if isTerminal(in.stdin) {
					fmt.Fprintln(in.stderr, "reading from the terminal; end with Ctrl-D")
				}
				more = in.stream("stdin", in.stdin, yield)
			case isMarkdown(name):
				more = yield(func() (article.Article, error) {
					return readOne(in.fs, name, in.opts)
				})
			default:
				more = in.file(name, yield)
			}
			if !more {
				return
			}
		}
	}
}

func (in inputs) file(name string, yield func(readArticle) bool) bool {
	file, err := in.fs.Open(name)
	if err != nil {
		return yield(func() (article.Article, error) { return article.Article{}, err })
	}
	defer file.Close()
	return in.stream(name, file, yield)
}

// stream yields the articles of JSON Lines, which begin with a brace or are
// named so, or else the one article that a plain text is.
func (in inputs) stream(name string, r io.Reader, yield func(readArticle) bool) bool {
	buffered := bufio.NewReader(r)
	head, _ := buffered.Peek(4)
	if isLines(name) || bytes.HasPrefix(bytes.TrimLeft(head, "\ufeff \t\r\n"), []byte("{")) {
		return in.lines(name, buffered, yield)
	}
	src, err := io.ReadAll(buffered)
	return yield(func() (article.Article, error) {
		if err != nil {
			return article.Article{}, fmt.Errorf("%s: %w", name, err)
		}
		return article.ReadText(name, src, in.opts.Published)
	})
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

func isLines(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".jsonl" || ext == ".ndjson"
}

// lines yields the articles of JSON Lines; name is for messages.
func (in inputs) lines(name string, r io.Reader, yield func(readArticle) bool) bool {
	for line := range article.Lines(r) {
		more := yield(func() (article.Article, error) {
			a, err := article.Article{}, line.Err
			if err == nil {
				a, err = article.ParseLine(line.Bytes, in.opts.Published)
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
