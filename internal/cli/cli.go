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
	Extract extractCmd `cmd:"" help:"Print the time expressions and dated events of articles."`
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
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parser.Parse(args)
	switch {
	case exited:
		return ok
	case err != nil:
		fmt.Fprintf(e.stderr, "dateline: %v\n", err)
		fmt.Fprintln(e.stderr, `run "dateline --help" for usage`)
		return usage
	}
	err = command.Run()
	var wrong usageError
	switch {
	case err == nil:
		return ok
	case errors.Is(err, errReported):
		return failure
	case errors.As(err, &wrong):
		fmt.Fprintf(e.stderr, "dateline: %v\nrun \"dateline %s --help\" for usage\n", err, command.Command())
		return usage
	}
	fmt.Fprintf(e.stderr, "dateline: %v\n", err)
	return failure
}
