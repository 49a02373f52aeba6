// Dateline reads news articles, resolves their dates against the time of
// publication and writes a timeline that shows its working.
package main

import (
	"os"

	"dateline/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
