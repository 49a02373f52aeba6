package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
)

// manCmd prints the manual page, made from the same text as the help.
type manCmd struct{}

// Run prints the page for man(1).
func (c *manCmd) Run(e *env, k *kong.Kong) error {
	m := &manual{}
	version := buildVersion().Version
	m.line(`.TH DATELINE 1 "" "dateline %s" "dateline"`, roff(version))
	m.section("NAME")
	m.text("dateline - resolve the dates in news articles and make a timeline of them")
	m.section("SYNOPSIS")
	m.line(`.B dateline`)
	m.line(`\fICOMMAND\fR [\fIFLAGS\fR] [\fIARGUMENTS\fR]`)
	m.section("DESCRIPTION")
	m.text(description)
	m.details(k.Model.Detail)
	m.section("COMMANDS")
	for _, n := range commandsOf(k.Model.Node) {
		m.command(n)
	}
	m.section("EXIT STATUS")
	m.text("0 fine; 1 findings, or something failed; 2 the command line was wrong.")
	m.section("FILES")
	m.term("dateline.yaml", "The choices of the site; \"dateline init\" writes one that explains every key.")
	m.term("content/", "The articles: Markdown with front matter.")
	m.term("review/", "What people decided, a file for each article.")
	m.section("ENVIRONMENT")
	m.term("NO_COLOR", "Print without colors.")
	_, err := io.WriteString(e.stdout, m.String())
	return err
}

// manual collects a page in the language of man(7).
type manual struct{ strings.Builder }

func (m *manual) line(format string, args ...any) { fmt.Fprintf(m, format+"\n", args...) }

func (m *manual) section(name string) { m.line(".SH %s", name) }

// text writes a paragraph.
func (m *manual) text(s string) { m.line("%s", roff(s)) }

// term writes an entry of a list.
func (m *manual) term(name, what string) { m.line(".TP\n.B %s\n%s", roff(name), roff(what)) }

// details writes text with its line breaks, examples as they are.
func (m *manual) details(s string) {
	if s == "" {
		return
	}
	m.line(".PP\n.nf")
	for line := range strings.SplitSeq(s, "\n") {
		m.line("%s", roff(line))
	}
	m.line(".fi")
}

func (m *manual) command(n *kong.Node) {
	m.line(".SS dateline %s", roff(strings.TrimSpace(strings.TrimPrefix(n.Summary(), "dateline "))))
	m.text(n.Help)
	m.details(n.Detail)
	for _, p := range n.Positional {
		m.term(p.Summary(), p.Help)
	}
	for _, f := range flagsOf(n) {
		if f.Name == "help" {
			continue
		}
		name := "--" + f.Name
		if f.Short != 0 {
			name = fmt.Sprintf("-%c, %s", f.Short, name)
		}
		if !f.IsBool() {
			name += " " + f.FormatPlaceHolder()
		}
		m.term(name, f.Help)
	}
}

// roff returns text so that man shows the same text.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	return s
}
