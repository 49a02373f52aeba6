package cli

import "github.com/alecthomas/kong"

// helpCmd prints the help of dateline or of one of its commands.
type helpCmd struct {
	Command string `arg:"" optional:"" help:"Command to explain; none lists the commands."`
}

// Run prints what the --help flag prints.
func (c *helpCmd) Run(k *kong.Kong) error {
	args := []string{"--help"}
	if c.Command != "" {
		args = []string{c.Command, "--help"}
	}
	if _, err := k.Parse(args); err != nil {
		return usageError{err}
	}
	return nil
}
