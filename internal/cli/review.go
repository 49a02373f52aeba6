package cli

import (
	"errors"
	"fmt"
	"os"
	"os/user"
	"slices"
	"strings"
	"time"

	"github.com/spf13/afero"
	"golang.org/x/term"

	"dateline/internal/decisions"
	"dateline/internal/suggest"
	"dateline/timeline/review"
)

// reviewCmd decides, date by date, what the site has.
type reviewCmd struct {
	siteFlags
	By  string `placeholder:"NAME" env:"DATELINE_REVIEWER" help:"Who decides. Default: the name of the user."`
	On  string `placeholder:"DAY" help:"Day of the decisions, as 2006-01-02. Default: today."`
	All bool   `help:"Go through what is decided as well; the same as --state all."`
	reviewFilter
	Sample int    `placeholder:"N" help:"Only N of the events, picked at random, for a spot check."`
	Seed   uint64 `placeholder:"N" help:"Picks another sample."`

	Status bool   `help:"Print how far the review has come, and nothing else."`
	JSON   bool   `name:"json" help:"With --status: print it as JSON."`
	Apply  string `placeholder:"FILE" help:"Take over the decisions that a review page offered as a file."`
	Accept string `name:"accept-explicit" placeholder:"RULE" help:"Accept every explicit date that the rule resolved and nobody decided on."`
}

// reviewFilter picks what is decided on.
type reviewFilter struct {
	Article    string `placeholder:"ID" help:"Only this article."`
	Rule       string `placeholder:"RULE" help:"Only dates that this rule resolved."`
	Words      string `placeholder:"WORDS" help:"Only dates whose expression has these words."`
	Confidence string `placeholder:"WORD" help:"Only dates that are explicit, inferred, ambiguous or guess."`
	State      string `placeholder:"STATE" help:"Only what is open (the default), unreviewed, skipped, accepted, fixed, added, rejected, stale, orphan, or all."`
	Event      string `name:"event-status" placeholder:"STATUS" help:"Only events that happened, or are ongoing, planned, possible, negated or a statement."`
	Undated    bool   `help:"Events without a date as well."`
}

func (f reviewFilter) filter() (review.Filter, error) {
	filter := review.Filter{Article: f.Article, Rule: f.Rule, Words: f.Words, Confidence: f.Confidence, State: f.State, Status: f.Event, Undated: f.Undated}
	if err := filter.Check(); err != nil {
		return filter, badUsage("cannot pick events by %w", err)
	}
	return filter, nil
}

// Run opens the review and does what the flags ask for: by default, it puts
// one event after the other before the reviewer.
func (c *reviewCmd) Run(e *env) error {
	if c.All && c.State == "" {
		c.State = "all"
	}
	filter, err := c.filter()
	if err != nil {
		return err
	}
	if c.JSON && !c.Status {
		return badUsage("--json goes with --status")
	}
	s, err := c.open(e)
	if err != nil {
		return err
	}
	session, err := c.session(e, s)
	if err != nil {
		return err
	}
	if err := c.knows(session, filter); err != nil {
		return err
	}
	switch {
	case c.Status:
		return c.status(e, s, session)
	case c.Apply != "":
		return c.apply(e, session)
	case c.Accept != "":
		return c.batch(e, session, filter)
	}
	queue := session.Queue(filter)
	if c.Sample > 0 {
		queue = review.Sample(queue, c.Sample, c.Seed)
	}
	if len(queue) == 0 {
		fmt.Fprintln(e.stderr, "nothing to decide; --all goes through what is decided")
		return nil
	}
	return c.decide(e, session, filter, queue)
}

// decide runs the terminal. A terminal is read key by key; anything else is
// read as a stream of keys, so that a review can be recorded and tested.
func (c *reviewCmd) decide(e *env, session *decisions.Session, filter review.Filter, queue []review.Item) error {
	d := newDecider(session, filter, queue, e.stdin, e.stdout)
	if f, ok := e.stdin.(*os.File); ok && isTerminal(e.stdin) && isTerminal(e.stdout) {
		before, err := term.MakeRaw(int(f.Fd()))
		if err != nil {
			return fmt.Errorf("review: reading keys: %w", err)
		}
		defer term.Restore(int(f.Fd()), before)
		d.screen(e.stdout)
	}
	return d.run()
}

// session opens the review of a site. A site without any article has none.
func (c *reviewCmd) session(e *env, s *sourceSite) (*decisions.Session, error) {
	by, on, err := reviewer(c.By, c.On)
	if err != nil {
		return nil, err
	}
	readings, err := s.read(e.ctx)
	if err != nil {
		return nil, err
	}
	return decisions.NewSession(s.store(), readings, by, on)
}

// reviewer returns who decides, and the day.
func reviewer(by, on string) (name, day string, err error) {
	if by == "" {
		if u, err := user.Current(); err == nil {
			if by = u.Name; by == "" {
				by = u.Username
			}
		}
	}
	if by == "" {
		return "", "", badUsage("say who decides, with --by or $DATELINE_REVIEWER")
	}
	if on == "" {
		on = time.Now().Format(time.DateOnly)
	} else if _, err := time.Parse(time.DateOnly, on); err != nil {
		return "", "", badUsage("--on: want a day such as 2006-01-02, not %q", on)
	}
	return by, on, nil
}

// knows returns an error for an article or a rule that there is not.
func (c *reviewCmd) knows(session *decisions.Session, f review.Filter) error {
	if f.Article == "" {
		return nil
	}
	var ids []string
	for _, i := range session.Items() {
		ids = append(ids, i.Reading.Article.ID)
	}
	ids = slices.Compact(ids)
	if !slices.Contains(ids, f.Article) {
		return badUsage("--article: no article %q has an event%s", f.Article, suggest.DidYouMean(f.Article, ids))
	}
	return nil
}

// batch accepts what a rule resolved without doubt.
func (c *reviewCmd) batch(e *env, session *decisions.Session, f review.Filter) error {
	f.Rule, f.State = c.Accept, "unreviewed"
	queue := session.Queue(f)
	if len(queue) == 0 {
		return fmt.Errorf("review: no date that nobody decided on was resolved by the rule %q", c.Accept)
	}
	n, err := session.Accept("", queue)
	fmt.Fprintf(e.stderr, "accepted %s of the rule %s\n", count(n, "explicit date"), c.Accept)
	return err
}

// apply takes over decisions that were collected without a server.
func (c *reviewCmd) apply(e *env, session *decisions.Session) error {
	src, err := afero.ReadFile(e.fs, c.Apply)
	if err != nil {
		return badUsage("--apply: %w", err)
	}
	answers, err := decisions.ParseAnswers(c.Apply, src)
	if err != nil {
		return err
	}
	taken, wrong := session.Apply("", answers)
	fmt.Fprintf(e.stderr, "%s: took over %d of %s\n", c.Apply, taken, count(len(answers), "decision"))
	if len(wrong) > 0 {
		fmt.Fprintln(e.stderr, errors.Join(wrong...))
		return errReported
	}
	return nil
}

// status prints how far the review has come.
func (c *reviewCmd) status(e *env, s *sourceSite, session *decisions.Session) error {
	status := session.Status()
	strays, err := session.Strays()
	if err != nil {
		return err
	}
	if c.JSON {
		return printJSON(e.stdout, struct {
			review.Status
			Strays []string `json:"strays"` // review files of articles that are gone
		}{status, orEmpty(strays)})
	}
	t := newTable(e.stdout, "article", "events", "unreviewed", "accepted", "fixed", "added", "rejected", "stale", "orphans")
	row := func(name string, n review.Count) {
		cells := []string{name}
		for _, v := range []int{n.Events, n.Unreviewed, n.Accepted, n.Fixed, n.Added, n.Rejected, n.Stale, n.Orphans} {
			cells = append(cells, fmt.Sprint(v))
		}
		t.row(cells...)
	}
	for _, a := range status.Articles {
		row(a.Article, a.Count)
	}
	row("in all", status.Count)
	t.close()
	if len(strays) > 0 {
		fmt.Fprintf(e.stderr, "no article belongs to %s\n", strings.Join(strays, ", "))
	}
	return nil
}
