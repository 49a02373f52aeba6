package article

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"dateline/extract/timex"
)

func TestLines(t *testing.T) {
	const limit = 1 << 20
	long := strings.Repeat("x", 200<<10)
	for _, c := range []struct {
		name string
		in   io.Reader
		want string
	}{
		{"nothing", strings.NewReader(""), ""},
		{"blank lines are passed over but counted", strings.NewReader("a\n\n \t\r\nb\n"), "1 a|4 b"},
		{"no end of the last line", strings.NewReader("a\nb"), "1 a|2 b"},
		{"byte order mark and line ends of Windows", strings.NewReader("\ufeffa\r\nb\r\n"), "1 a|2 b"},
		{"longer than the buffer", strings.NewReader(long + "\nb"), "1 " + long + "|2 b"},
		{"a byte at a time", iotest.OneByteReader(strings.NewReader("ab\ncd\n")), "1 ab|2 cd"},
		{"a failing reader", io.MultiReader(strings.NewReader("a\n"), iotest.ErrReader(errors.New("gone"))), "1 a|2 gone"},
		{"a line that fills the memory", io.MultiReader(io.LimitReader(endless('x'), limit+1), strings.NewReader("\nb\n")), "1 the line is longer than 1 MiB|2 b"},
		{"such a line at the end", io.LimitReader(endless('x'), limit+1), "1 the line is longer than 1 MiB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for line := range linesUpTo(c.in, limit) {
				s := string(line.Bytes)
				if line.Err != nil {
					s = line.Err.Error()
				}
				got = append(got, string(rune('0'+line.Number))+" "+s)
			}
			if joined := strings.Join(got, "|"); joined != c.want {
				t.Errorf("got %.200q, want %.200q", joined, c.want)
			}
		})
	}
}

// endless is a reader of one byte without end.
type endless byte

func (e endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(e)
	}
	return len(p), nil
}

// FuzzParseLine checks that a line is either an article that has what it
// must have, or an error on one line.
func FuzzParseLine(f *testing.F) {
	for _, s := range []string{`{"id":"a","dct":"2021-12-05","text":"b"}`, `{"id":"a","published":"2021-12-05T18:30Z","title":"\ud800","text":"\u0000"}`,
		`{"ID":"a","TEXT":"b","published":null}`, `[{}]`, `{"id":1}`, `{} {}`, "{\"id\":\"\xff\"}"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err := ParseLine(raw, timex.DCT{})
		switch {
		case err != nil && strings.Contains(err.Error(), "\n"):
			t.Fatalf("%q", err)
		case err == nil && (a.ID == "" || !a.Published.Known || strings.ContainsRune(a.Text, 0) || a.Body != nil || a.Runs != nil):
			t.Fatalf("%+v", a)
		}
	})
}
