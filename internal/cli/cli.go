// Package cli is the command line: one file a command.
package cli

import (
	"fmt"
	"io"
)

// The exit codes.
const (
	ok      = 0 // all is well
	failure = 1 // findings, or something failed
	usage   = 2 // the command line was wrong
)

// Main runs the command line and returns the exit code.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fmt.Fprintln(stderr, "dateline: no command yet")
	return usage
}
