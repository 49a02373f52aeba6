// Package yamlfault words the errors of the YAML reader for people.
package yamlfault

import (
	"regexp"
	"strconv"
	"strings"
)

var place = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// Of returns the line of the document, from 1, that an error of yaml.Unmarshal
// is about, and what is wrong there.
func Of(err error) (line int, what string) {
	m := place.FindStringSubmatch(err.Error())
	what = place.ReplaceAllString(err.Error(), "")
	if m == nil || m[1] == "" {
		return 1, what
	}
	line, _ = strconv.Atoi(m[1])
	if strings.HasPrefix(what, "did not find expected") {
		line++ // the reader counts from 0 where its parser and not its scanner found the fault
	}
	return line, what
}
