package article

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/afero"
)

// Paths returns the paths of the Markdown files below a folder, in order of
// their names, and what stands in the place of one: a folder named like an
// article, a symbolic link, a name that cannot be shown. Links are not
// followed, so that no file from outside the folder is ever published. Names
// that begin with a dot are passed over. The error says why the folder itself
// could not be read.
func Paths(ctx context.Context, fsys afero.Fs, root string) (paths []string, problems []*Problem, err error) {
	entries, err := afero.ReadDir(fsys, root)
	if err != nil {
		return nil, nil, err
	}
	for _, entry := range entries {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		name := path.Join(root, entry.Name())
		isArticle := strings.EqualFold(path.Ext(name), ".md")
		switch {
		case strings.HasPrefix(entry.Name(), "."):
		case entry.Mode()&fs.ModeSymlink != 0:
			if isDir, err := afero.IsDir(fsys, name); !isArticle && (err != nil || !isDir) {
				continue // a link to a picture, or to nothing
			}
			problems = append(problems, &Problem{Path: name, What: "a symbolic link, which is not followed",
				Hint: "put the file itself there"})
		case entry.IsDir() && isArticle:
			problems = append(problems, &Problem{Path: name, What: "a folder with the name of an article", Hint: "rename it"})
		case entry.IsDir():
			morePaths, moreProblems, err := Paths(ctx, fsys, name)
			if ctx.Err() != nil {
				return nil, nil, err
			}
			if err != nil {
				problems = append(problems, &Problem{Path: name, What: "cannot read the folder: " + cause(err)})
			}
			paths, problems = append(paths, morePaths...), append(problems, moreProblems...)
		case isArticle && !showable(name):
			problems = append(problems, &Problem{Path: strings.ToValidUTF8(name, "?"), What: "the name of the file cannot be shown",
				Hint: "rename it; use UTF-8 without control characters"})
		case isArticle && !entry.Mode().IsRegular():
			problems = append(problems, &Problem{Path: name, What: "not a regular file", Hint: "remove it"})
		case isArticle:
			paths = append(paths, name)
		}
	}
	return paths, problems, nil
}

// showable reports whether a name can be printed on one line and put in an address.
func showable(name string) bool {
	return utf8.ValidString(name) && strings.IndexFunc(name, unicode.IsControl) < 0
}

// ReadFile returns the article in a Markdown file. The error is a *Problem.
func ReadFile(fsys afero.Fs, name string, opts Options) (Article, error) {
	src, err := afero.ReadFile(fsys, name)
	if err != nil {
		return Article{}, &Problem{Path: name, What: "cannot read the file: " + cause(err)}
	}
	return ReadMarkdown(name, src, opts)
}

// cause returns what an error of a file system says without the path.
func cause(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err.Error()
	}
	return err.Error()
}

// Distinct returns a problem for each article whose ID an earlier one has.
// Letters that differ by case only are the same, as they are for file names
// on many machines.
func Distinct(articles []Article) []*Problem {
	var problems []*Problem
	first := make(map[string]string, len(articles))
	for _, a := range articles {
		key := strings.ToLower(a.ID)
		if taken, ok := first[key]; ok {
			problems = append(problems, &Problem{Path: a.Path, What: "the id " + a.ID + " is also that of " + taken,
				Hint: "rename the file, or add a line id: to its front matter"})
			continue
		}
		first[key] = a.Path
	}
	return problems
}
