// Package cli is the command line: one file a command. Data goes to stdout,
// talk to stderr. Messages are lower case and have no full stop.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
	"github.com/spf13/afero"
)

// The exit codes.
const (
	ok      = 0 // all is well
	failure = 1 // findings, or something failed
	usage   = 2 // the command line was wrong
)

// errReported ends a command whose findings are on stderr already.
var errReported = errors.New("reported")

// usageError is a fault of the command line rather than of what it names.
type usageError struct{ error }

// badUsage returns a usageError with a formatted message.
func badUsage(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

// env is the world of a command: everything it may touch.
type env struct {
	ctx    context.Context
	fs     afero.Fs // the folder that dateline was started in
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
}

// grammar is the command line as kong reads it.
type grammar struct {
	Init       initCmd       `cmd:"" help:"Start a site: configuration, an example, the GitHub Pages workflow."`
	Add        addCmd        `cmd:"" help:"Bring articles in from pages, feeds, files and archives."`
	Build      buildCmd      `cmd:"" help:"Make the site of the articles in content/."`
	Serve      serveCmd      `cmd:"" help:"Show the site in a browser and keep it up to date while you write."`
	Extract    extractCmd    `cmd:"" help:"Print the time expressions and dated events of articles, without a site."`
	Explain    explainCmd    `cmd:"" help:"Tell how a date was worked out."`
	Review     reviewCmd     `cmd:"" help:"Decide, date by date, what the site has."`
	Export     exportCmd     `cmd:"" help:"Print the timeline for other programs: tables, calendars, feeds."`
	Check      checkCmd      `cmd:"" help:"Look for what is wrong before readers do."`
	Publish    publishCmd    `cmd:"" help:"Build the site and push it to a branch for GitHub Pages."`
	Clean      cleanCmd      `cmd:"" help:"Remove the site that was built, and nothing else."`
	Completion completionCmd `cmd:"" help:"Print the completion of commands and flags for a shell."`
	Man        manCmd        `cmd:"" help:"Print the manual page."`
	Version    versionCmd    `cmd:"" help:"Print the version, as --version does."`
	Topic      helpCmd       `cmd:"" name:"help" help:"Explain a command."`
}

// Help is what the help says beyond the commands.
func (*grammar) Help() string {
	return `For example:

    dateline init timeline                       a new site in the folder timeline/
    dateline add https://news.example/talks      a page becomes an article in content/
    dateline build                               content/ becomes a site in public/
    dateline extract -p 2021-12-05 article.txt   the dates and events of a text
    dateline explain content/talks.md:7          how the dates of a line were worked out
    dateline publish --dry-run                   what would go to GitHub Pages

Exit codes: 0 fine, 1 findings or failure, 2 the command line was wrong.`
}

const description = "Resolves the dates in news articles against their time of publication, and makes a timeline of them that shows its working."

// Main runs the command line and returns the exit code.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return run(&env{ctx: ctx, fs: afero.NewOsFs(), stdin: stdin, stdout: stdout, stderr: stderr}, args)
}

// run parses args, runs the command they name and returns the exit code.
func run(e *env, args []string) int {
	exited := false
	var g grammar
	parser, err := kong.New(&g, kong.Name("dateline"), kong.Description(description),
		kong.Writers(e.stdout, e.stderr), kong.Exit(func(int) { exited = true }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}), kong.Bind(e))
	if err != nil {
		fmt.Fprintf(e.stderr, "dateline: %v\n", err)
		return failure
	}
	switch {
	case len(args) == 0:
		args = []string{"--help"}
	case args[0] == "--version":
		args = []string{"version"} // what most people try first
	}
	command, err := parser.Parse(args)
	if exited {
		return ok
	}
	if err != nil {
		var at *kong.ParseError
		errors.As(err, &at)
		return e.misused(parser, at.Context, err)
	}
	err = command.Run()
	var wrong usageError
	switch {
	case err == nil:
		return ok
	case errors.Is(err, errReported):
		return failure
	case errors.As(err, &wrong):
		return e.misused(parser, command, err)
	case e.ctx.Err() != nil && errors.Is(err, e.ctx.Err()):
		err = errors.New("interrupted")
	}
	fmt.Fprintf(e.stderr, "dateline: %v\n", err)
	return failure
}

// misused says what was wrong with the command line and how it is used.
func (e *env) misused(parser *kong.Kong, command *kong.Context, err error) int {
	what := err.Error()
	if command != nil && command.Selected() == nil {
		what = strings.Replace(what, "unexpected argument", "unknown command", 1)
	}
	fmt.Fprintf(e.stderr, "dateline: %s\n", what)
	parser.Stdout = e.stderr
	if command != nil {
		fmt.Fprintln(e.stderr)
		command.PrintUsage(true)
	}
	return usage
}
