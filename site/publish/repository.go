package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// repository runs git in one repository.
type repository struct {
	dir string
	env []string
}

// withIndex returns r with an index of its own. Only what builds a tree uses
// it: a hook that git runs for a push must see the user's.
func (r *repository) withIndex(file string) *repository {
	return &repository{r.dir, append(slices.Clone(r.env), "GIT_INDEX_FILE="+file)}
}

// ownEnvironment are the variables of git that would lead it to another
// repository or index than ours; git sets them for its hooks.
var ownEnvironment = []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
	"GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_PREFIX", "LC_ALL"}

// openRepository returns the repository that dir lies in. Unless quarantine is
// "", the objects that it writes go to that folder.
func openRepository(ctx context.Context, dir, quarantine string) (*repository, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, errors.New("publish: git is not installed; install it, or publish with the workflow that init writes")
	}
	r := &repository{dir: dir}
	for _, entry := range os.Environ() {
		if name, _, _ := strings.Cut(entry, "="); !slices.Contains(ownEnvironment, name) {
			r.env = append(r.env, entry)
		}
	}
	// GIT_OPTIONAL_LOCKS keeps git status from refreshing the user's index;
	// LC_ALL keeps the words of git in English, for those that are read.
	r.env = append(r.env, "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C")
	objects, err := r.line(ctx, "rev-parse", "--git-path", "objects")
	if err != nil {
		return nil, fmt.Errorf("publish: %s is in no git repository; run \"git init\" and add a remote", dir)
	}
	if quarantine == "" {
		return r, nil
	}
	if objects, err = absolute(dir, objects); err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	if err := os.MkdirAll(filepath.Join(quarantine, "info"), 0o755); err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	if err := os.WriteFile(filepath.Join(quarantine, "info", "alternates"), []byte(objects+"\n"), 0o644); err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	r.env = append(r.env, "GIT_OBJECT_DIRECTORY="+quarantine)
	return r, nil
}

// absolute returns the absolute form of a path that git printed relative to dir.
func absolute(dir, path string) (string, error) {
	if filepath.IsAbs(path) {
		return path, nil
	}
	return filepath.Abs(filepath.Join(dir, path))
}

// run runs git and returns what it printed. The error holds what git said.
func (r *repository) run(ctx context.Context, stdin io.Reader, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir, cmd.Env, cmd.Stdin = r.dir, r.env, stdin
	var out, talk bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &talk
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		said := strings.Join(strings.FieldsFunc(talk.String(), func(r rune) bool { return r == '\n' || r == '\r' }), "; ")
		if said == "" {
			said = err.Error()
		}
		return out.Bytes(), fmt.Errorf("git %s: %s", args[0], said)
	}
	return out.Bytes(), nil
}

// line runs git and returns the one line that it printed.
func (r *repository) line(ctx context.Context, args ...string) (string, error) {
	out, err := r.run(ctx, nil, args...)
	return strings.TrimSpace(string(out)), err
}

// checkBranch refuses names that git would, and the branch that is worked on.
func (r *repository) checkBranch(ctx context.Context, branch string) error {
	if _, err := r.run(ctx, nil, "check-ref-format", "refs/heads/"+branch); err != nil {
		return fmt.Errorf("publish: %q is no name of a branch", branch)
	}
	if head, err := r.line(ctx, "symbolic-ref", "--quiet", "HEAD"); err == nil && head == "refs/heads/"+branch {
		return fmt.Errorf("publish: %s is the branch you work on; publish to another one, such as %s", branch, defaultBranch)
	}
	return nil
}

// resolve returns the commit of a revision, "" when there is none.
func (r *repository) resolve(ctx context.Context, revision string) string {
	name, err := r.line(ctx, "rev-parse", "--quiet", "--verify", revision+"^{commit}")
	if err != nil {
		return ""
	}
	return name
}

// remoteTip returns the commit that a branch of a remote is at, "" when there
// is none yet, and makes sure that the repository has its objects.
func (r *repository) remoteTip(ctx context.Context, remote, branch string) (string, error) {
	ref := "refs/heads/" + branch
	out, err := r.line(ctx, "ls-remote", remote, ref)
	if err != nil {
		return "", err
	}
	tip := ""
	for line := range strings.Lines(out) {
		if name, of, _ := strings.Cut(strings.TrimSpace(line), "\t"); of == ref {
			tip = name
		}
	}
	if tip == "" {
		return "", nil
	}
	// An empty refmap keeps the remote-tracking branch as the user left it.
	if _, err := r.run(ctx, nil, "fetch", "--quiet", "--no-tags", "--no-write-fetch-head",
		"--no-recurse-submodules", "--refmap=", remote, ref); err != nil {
		return "", err
	}
	if r.resolve(ctx, tip) == "" {
		return "", fmt.Errorf("%w: run publish again", ErrMoved)
	}
	return tip, nil
}
