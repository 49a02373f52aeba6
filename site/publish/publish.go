// Package publish puts a built site on a branch of a git repository, as
// GitHub Pages serves it. It works with git's plumbing and an index of its
// own: the work tree, the index and HEAD of the repository are never touched.
//
//	plan, err := publish.Prepare(ctx, publish.Options{Dir: ".", Version: version}, site)
//	fmt.Println(plan.Added, plan.Changed, plan.Removed)
//	result, err := plan.Publish(ctx)
package publish

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/afero"
)

// Options say where a site goes. Dir is required.
type Options struct {
	Dir       string   // a folder in the repository
	Remote    string   // "" means "origin"
	Branch    string   // "" means "gh-pages"
	Message   string   // of the commit, with {sha} and {version}; "" means a usual one
	Version   string   // of dateline, for the marker and the message
	Domain    string   // custom domain, written as CNAME; "" for none
	Held      []string // paths of articles that were held back, for the plan
	NoHistory bool     // replace the branch by one commit without parents
	NoPush    bool     // move the local branch and leave pushing to the user
	Adopt     bool     // take over a branch that was not made by dateline
	DryRun    bool     // leave nothing behind, not even objects; Publish refuses
}

const (
	defaultRemote  = "origin"
	defaultBranch  = "gh-pages"
	defaultMessage = "Publish {sha} with dateline {version}"
)

// ErrForeign is wrapped when the branch holds what dateline did not make.
var ErrForeign = errors.New("the branch was not made by dateline")

// ErrMoved is wrapped when the branch changed after it was read.
var ErrMoved = errors.New("the branch moved while publishing")

// ErrDomain is wrapped when publishing would drop or change a foreign CNAME.
var ErrDomain = errors.New("publishing would take away the domain of the site")

// Result is what Publish did.
type Result struct {
	Commit string // the new commit, or the old tip where nothing changed
	Pushed bool   // the remote has Commit now
	Same   bool   // nothing but the marker differs, so nothing was done
}

// Prepare writes the tree of site as objects of the repository and compares
// it with the branch. Nothing refers to these objects before Publish. Call
// Close when done with the plan.
func Prepare(ctx context.Context, o Options, site afero.Fs) (plan *Plan, err error) {
	if o.Remote == "" {
		o.Remote = defaultRemote
	}
	if o.Branch == "" {
		o.Branch = defaultBranch
	}
	if o.Message == "" {
		o.Message = defaultMessage
	}
	work, err := os.MkdirTemp("", "dateline-publish-")
	if err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	defer func() {
		if err != nil {
			os.RemoveAll(work)
		}
	}()
	quarantine := ""
	if o.DryRun {
		quarantine = filepath.Join(work, "objects")
	}
	g, err := openRepository(ctx, o.Dir, quarantine)
	if err != nil {
		return nil, err
	}
	if err := g.checkBranch(ctx, o.Branch); err != nil {
		return nil, err
	}
	plan = &Plan{Remote: o.Remote, Branch: o.Branch, Held: o.Held, options: o, repo: g, work: work}
	if err := plan.readSource(ctx); err != nil {
		return nil, err
	}
	if err := plan.readTip(ctx); err != nil {
		return nil, err
	}
	if err := plan.writeTree(ctx, site); err != nil {
		return nil, err
	}
	if err := plan.guard(); err != nil {
		return nil, err
	}
	return plan, nil
}

// Close removes the temporary files of the plan.
func (p *Plan) Close() error { return os.RemoveAll(p.work) }

// Publish makes the commit and pushes it, or moves the local branch where
// the options say NoPush. It wraps ErrMoved when somebody else was faster.
func (p *Plan) Publish(ctx context.Context) (Result, error) {
	if p.options.DryRun {
		return Result{}, errors.New("publish: a dry run publishes nothing")
	}
	if p.Same() && !p.options.NoHistory {
		return Result{Commit: p.tip, Same: true}, nil
	}
	args := []string{"commit-tree", p.tree, "-m", p.Message}
	if p.tip != "" && !p.options.NoHistory {
		args = append(args, "-p", p.tip)
	}
	commit, err := p.repo.line(ctx, args...)
	if err != nil {
		return Result{}, fmt.Errorf("publish: making the commit: %w", err)
	}
	if p.options.NoPush {
		if err := p.moveLocal(ctx, commit); err != nil {
			return Result{}, err
		}
		return Result{Commit: commit}, nil
	}
	ref := "refs/heads/" + p.Branch
	push := []string{"push", "--porcelain", "--no-follow-tags", "--recurse-submodules=no"}
	if p.options.NoHistory && p.tip != "" {
		push = append(push, "--force-with-lease="+ref+":"+p.tip)
	}
	out, err := p.repo.run(ctx, nil, append(push, p.Remote, commit+":"+ref)...)
	if err != nil {
		if moved(out) {
			return Result{}, fmt.Errorf("publish: %w: %s on %s is no longer at %s; run publish again",
				ErrMoved, p.Branch, p.Remote, short(p.tip))
		}
		return Result{}, fmt.Errorf("publish: pushing to %s: %w", p.Remote, err)
	}
	return Result{Commit: commit, Pushed: true}, nil
}

// moved reports whether the porcelain output of git push names a rejection
// because the branch is elsewhere: these are the words of git's
// transport.c for the three kinds that exist.
func moved(porcelain []byte) bool {
	for line := range strings.Lines(string(porcelain)) {
		if !strings.HasPrefix(line, "!") {
			continue
		}
		for _, kind := range []string{"(non-fast-forward)", "(fetch first)", "(stale info)"} {
			if strings.Contains(line, kind) {
				return true
			}
		}
	}
	return false
}

// moveLocal points the local branch to commit, unless a work tree has it
// checked out: its files would then seem to have been reverted.
func (p *Plan) moveLocal(ctx context.Context, commit string) error {
	ref := "refs/heads/" + p.Branch
	trees, err := p.repo.run(ctx, nil, "worktree", "list", "--porcelain")
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	for line := range strings.Lines(string(trees)) {
		if strings.TrimSpace(line) == "branch "+ref {
			return fmt.Errorf("publish: branch %s is checked out; switch to another branch first", p.Branch)
		}
	}
	old := p.localTip
	if old == "" {
		old = strings.Repeat("0", len(commit))
	}
	if _, err := p.repo.run(ctx, nil, "update-ref", "-m", "publish", ref, commit, old); err != nil {
		return fmt.Errorf("publish: %w: %w", ErrMoved, err)
	}
	return nil
}

// short returns the first digits of an object name for messages.
func short(object string) string {
	if object == "" {
		return "nothing"
	}
	return object[:min(len(object), 10)]
}
