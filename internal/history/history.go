// Package history asks git when the files of a folder came, changed and went.
//
// It runs the git on the PATH: a library that reads repositories by itself
// would weigh more than all of dateline, and publishing needs the program
// anyway. Where there is no git, no repository or no commit, there is no
// history, and that is no error.
package history

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// Kind is what a commit did to a file.
type Kind string

// What a commit can do to a file. A file that was moved went at one place and
// came at another.
const (
	Added   Kind = "added"
	Changed Kind = "changed"
	Removed Kind = "removed"
)

// Change is what happened to a file on a day. Several commits of a day that do
// the same to a file are one Change.
type Change struct {
	On   string // the author's day, 2006-01-02
	Path string // from the folder that was asked for, with slashes
	Kind Kind
}

// own are the variables by which git would be led to another repository; git
// sets them for its hooks.
var own = []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
	"GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_PREFIX", "LC_ALL"}

// Of returns what the commits up to HEAD did to the files under folder, the
// latest first, then by path. It depends on the commits alone: not on the
// clock, the user's settings or the work tree. The error is that of ctx or of
// a history that cannot be read.
func Of(ctx context.Context, folder string) ([]Change, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, nil
	}
	if _, err := git(ctx, folder, "rev-parse", "--quiet", "--verify", "HEAD^{commit}"); err != nil {
		return nil, ctx.Err()
	}
	out, err := git(ctx, folder, "-c", "log.showSignature=false", "log", "--no-color", "--no-ext-diff", "--no-renames", "--no-merges",
		"--no-mailmap", "--relative", "--date=short", "--format=%x01%ad", "--name-status", "-z", "HEAD", "--", ".")
	if err != nil {
		return nil, fmt.Errorf("reading the history of %s: %w", folder, err)
	}
	return parse(out), nil
}

// State returns a text that is the same as long as Of is: the commit that
// stands for HEAD, where the folder lies below it, and what makes git tell of
// other parents than a commit names. It is "" where there is no history.
func State(ctx context.Context, folder string) (string, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return "", nil
	}
	out, err := git(ctx, folder, "rev-parse", "--verify", "HEAD^{commit}")
	if err != nil {
		return "", ctx.Err()
	}
	state := string(out)
	for _, args := range [][]string{{"rev-parse", "--show-prefix"}, {"for-each-ref", "refs/replace"}} {
		out, err := git(ctx, folder, args...)
		if err != nil {
			return "", fmt.Errorf("reading the history of %s: %w", folder, err)
		}
		state += string(out)
	}
	for _, name := range []string{"shallow", "info/grafts"} {
		at, err := git(ctx, folder, "rev-parse", "--git-path", name)
		if err != nil {
			return "", fmt.Errorf("reading the history of %s: %w", folder, err)
		}
		path := strings.TrimSuffix(string(at), "\n")
		if !filepath.IsAbs(path) {
			path = filepath.Join(folder, path)
		}
		src, err := os.ReadFile(path)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", fmt.Errorf("reading the history of %s: %w", folder, err)
		}
		state += fmt.Sprintf("%s %q\n", name, src)
	}
	return state, nil
}

// parse reads the log: of each commit a day behind a byte of 1, then a letter
// and a path for each file, all ended by a byte of 0.
func parse(log []byte) []Change {
	var all []Change
	day := ""
	fields := strings.Split(string(log), "\x00")
	for i := 0; i < len(fields); i++ {
		f := strings.TrimLeft(fields[i], "\n")
		if d, ok := strings.CutPrefix(f, "\x01"); ok {
			day, f, _ = strings.Cut(d, "\n")
		}
		var kind Kind
		switch f {
		case "A":
			kind = Added
		case "M", "T":
			kind = Changed
		case "D":
			kind = Removed
		default:
			continue
		}
		if i++; i < len(fields) {
			all = append(all, Change{day, fields[i], kind})
		}
	}
	slices.SortFunc(all, func(x, y Change) int {
		return cmp.Or(strings.Compare(y.On, x.On), strings.Compare(x.Path, y.Path), strings.Compare(string(x.Kind), string(y.Kind)))
	})
	return slices.Compact(all)
}

// git runs git in a folder and returns what it printed.
func git(ctx context.Context, folder string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir = folder
	for _, entry := range os.Environ() {
		if name, _, _ := strings.Cut(entry, "="); !slices.Contains(own, name) {
			cmd.Env = append(cmd.Env, entry)
		}
	}
	cmd.Env = append(cmd.Env, "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C")
	var talk bytes.Buffer
	cmd.Stderr = &talk
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("git %s: %s", args[0], cmp.Or(strings.TrimSpace(talk.String()), err.Error()))
	}
	return out, nil
}
