package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
)

// completionCmd prints a script that completes commands and flags.
type completionCmd struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

// Help is what the help says beyond the flags.
func (*completionCmd) Help() string {
	return `    bash   dateline completion bash > ~/.local/share/bash-completion/completions/dateline
    zsh    dateline completion zsh > "${fpath[1]}/_dateline"
    fish   dateline completion fish > ~/.config/fish/completions/dateline.fish`
}

// Run prints the script for a shell.
func (c *completionCmd) Run(e *env, k *kong.Kong) error {
	write := map[string]func(io.Writer, *kong.Node) error{"bash": bashCompletion, "zsh": zshCompletion, "fish": fishCompletion}[c.Shell]
	return write(e.stdout, k.Model.Node)
}

// commandsOf returns the commands that the help shows.
func commandsOf(root *kong.Node) []*kong.Node {
	var commands []*kong.Node
	for _, n := range root.Children {
		if n.Type == kong.CommandNode && !n.Hidden {
			commands = append(commands, n)
		}
	}
	return commands
}

// flagsOf returns the flags of a command that the help shows, --help among them.
func flagsOf(command *kong.Node) []*kong.Flag {
	var flags []*kong.Flag
	for _, group := range command.AllFlags(true) {
		flags = append(flags, group...)
	}
	return flags
}

// choices returns the values that a flag or argument can have, nil when any.
func choices(v *kong.Value) []string {
	if v.Enum == "" {
		return nil
	}
	return strings.FieldsFunc(v.Enum, func(r rune) bool { return r == ',' || r == ' ' })
}

// argumentChoices returns the values that the arguments of a command can have:
// for help, the commands.
func argumentChoices(command *kong.Node) []string {
	var all []string
	if command.Name == "help" {
		for _, c := range commandsOf(command.Parent) {
			all = append(all, c.Name)
		}
	}
	for _, p := range command.Positional {
		all = append(all, choices(p)...)
	}
	return all
}

func bashCompletion(w io.Writer, root *kong.Node) error {
	var names, cases, values strings.Builder
	for _, c := range commandsOf(root) {
		fmt.Fprintf(&names, " %s", c.Name)
		words := argumentChoices(c)
		for _, f := range flagsOf(c) {
			words = append(words, "--"+f.Name)
			if options := choices(f.Value); options != nil {
				fmt.Fprintf(&values, "    %s:--%s) COMPREPLY=($(compgen -W '%s' -- \"$word\")); return ;;\n", c.Name, f.Name, strings.Join(options, " "))
			}
		}
		fmt.Fprintf(&cases, "    %s) words='%s' ;;\n", c.Name, strings.Join(words, " "))
	}
	_, err := fmt.Fprintf(w, `# bash completion for dateline
_dateline() {
  local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '%s' -- "$word"))
    return
  fi
  case $command:${COMP_WORDS[COMP_CWORD-1]} in
%s  esac
  case $command in
%s  esac
  COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word"))
}
complete -o filenames -F _dateline dateline
`, names.String()[1:], values.String(), cases.String())
	return err
}

func zshCompletion(w io.Writer, root *kong.Node) error {
	quote := strings.NewReplacer("'", "'\\''", "[", "(", "]", ")", ":", "\\:")
	var commands, cases strings.Builder
	for _, c := range commandsOf(root) {
		fmt.Fprintf(&commands, "    '%s:%s'\n", c.Name, quote.Replace(c.Help))
		fmt.Fprintf(&cases, "    %s)\n      _arguments \\\n", c.Name)
		for _, f := range flagsOf(c) {
			value := ""
			if !f.IsBool() {
				value = ":" + f.FormatPlaceHolder() + ":_files"
				if options := choices(f.Value); options != nil {
					value = ":value:(" + strings.Join(options, " ") + ")"
				}
			}
			fmt.Fprintf(&cases, "        '--%s[%s]%s' \\\n", f.Name, quote.Replace(f.Help), value)
		}
		argument := "_files"
		if options := argumentChoices(c); options != nil {
			argument = "(" + strings.Join(options, " ") + ")"
		}
		fmt.Fprintf(&cases, "        '*:argument:%s'\n      ;;\n", argument)
	}
	_, err := fmt.Fprintf(w, `#compdef dateline
_dateline() {
  local -a commands=(
%s  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command=${words[2]}
  shift words
  (( CURRENT-- ))
  case $command in
%s  esac
}
_dateline "$@"
`, commands.String(), cases.String())
	return err
}

func fishCompletion(w io.Writer, root *kong.Node) error {
	quote := strings.NewReplacer("\\", "\\\\", "'", "\\'")
	var b strings.Builder
	b.WriteString("# fish completion for dateline\n")
	for _, c := range commandsOf(root) {
		fmt.Fprintf(&b, "complete -c dateline -f -n __fish_use_subcommand -a %s -d '%s'\n", c.Name, quote.Replace(c.Help))
	}
	for _, c := range commandsOf(root) {
		here := "complete -c dateline -n '__fish_seen_subcommand_from " + c.Name + "'"
		for _, f := range flagsOf(c) {
			fmt.Fprintf(&b, "%s -l %s", here, f.Name)
			if f.Short != 0 {
				fmt.Fprintf(&b, " -s %c", f.Short)
			}
			if !f.IsBool() {
				b.WriteString(" -r")
			}
			if options := choices(f.Value); options != nil {
				fmt.Fprintf(&b, " -f -a '%s'", strings.Join(options, " "))
			}
			fmt.Fprintf(&b, " -d '%s'\n", quote.Replace(f.Help))
		}
		if options := argumentChoices(c); options != nil {
			fmt.Fprintf(&b, "%s -f -a '%s'\n", here, strings.Join(options, " "))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
