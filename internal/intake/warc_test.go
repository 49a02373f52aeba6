package intake

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"strings"
	"testing"
)

// warcRecord returns a record of a web archive.
func warcRecord(kind, address, contentType string, content []byte) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2022-03-01T00:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n",
		kind, address, contentType, len(content))
	b.Write(content)
	b.WriteString("\r\n\r\n")
	return b.Bytes()
}

// answer returns an archived HTTP answer.
func answer(status, headers string, body []byte) []byte {
	return append([]byte(fmt.Sprintf("HTTP/1.1 %s\r\n%s\r\n", status, headers)), body...)
}

func gzipped(raw []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(raw)
	z.Close()
	return b.Bytes()
}

func rawPage(t *testing.T, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile("testdata/pages/" + name + ".html")
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// archive returns records as crawlers write them, each for itself.
func archive(t *testing.T) [][]byte {
	const httpAnswer = "application/http; msgtype=response"
	chunked := func(body []byte) []byte {
		return []byte(fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(body), body))
	}
	return [][]byte{
		warcRecord("warcinfo", "", "application/warc-fields", []byte("software: test\r\n")),
		warcRecord("request", "https://a.example.org/1", "application/http; msgtype=request", []byte("GET / HTTP/1.1\r\n\r\n")),
		warcRecord("response", "https://a.example.org/1", httpAnswer, answer("200 OK", "Content-Type: text/html\r\n", rawPage(t, "meta-offset"))),
		warcRecord("response", "https://a.example.org/pic", httpAnswer, answer("200 OK", "Content-Type: image/png\r\n", []byte{0x89, 'P'})),
		warcRecord("response", "https://a.example.org/gone", httpAnswer, answer("404 Not Found", "Content-Type: text/html\r\n", []byte("gone"))),
		warcRecord("response", "<https://a.example.org/2>", httpAnswer,
			answer("200 OK", "Content-Type: text/html; charset=windows-1252\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(gzipped(rawPage(t, "windows-1252"))))),
		warcRecord("resource", "https://a.example.org/3", "text/html", rawPage(t, "undated")),
	}
}

func readAll(raw []byte) (entries []Entry) {
	for e := range readWARC("a.warc", bufio.NewReader(bytes.NewReader(raw)), Options{}) {
		entries = append(entries, e)
	}
	return entries
}

func TestWARC(t *testing.T) {
	plain := bytes.Join(archive(t), nil)
	var members []byte
	for _, r := range archive(t) {
		members = append(members, gzipped(r)...)
	}
	for name, raw := range map[string][]byte{"plain": plain, "packed": members} {
		entries := readAll(raw)
		if len(entries) != 3 {
			t.Fatalf("%s: %d pages, want 3", name, len(entries))
		}
		for i, want := range []struct{ from, title, published string }{
			{"a.warc#3 (https://a.example.org/1)", "Border talks set for Tuesday after months of silence", "2021-12-05T18:30+02:00"},
			{"a.warc#6 (https://a.example.org/2)", "Ferry with 84 people freed from a sandbank", "2021-12-12"},
			{"a.warc#7 (https://a.example.org/3)", "Glacier loses more ice in one summer than in the decade before", ""},
		} {
			e := entries[i]
			if e.Err != nil || e.From != want.from || e.Item.Title != want.title || e.Item.Published.Time.String() != want.published {
				t.Errorf("%s: %s: %q of %s (%v), want %+v", name, e.From, e.Item.Title, e.Item.Published.Time, e.Err, want)
			}
		}
		if !strings.Contains(entries[1].Item.Body, "captain’s mate – “very lucky.” A coffee in the café") {
			t.Errorf("%s: the encoding was lost:\n%s", name, entries[1].Item.Body)
		}
	}
}

// What can be read of a damaged archive is read, and the damage is reported.
func TestDamagedWARC(t *testing.T) {
	records := archive(t)
	whole := bytes.Join(records[:3], nil)
	packed := gzipped(append(bytes.Clone(whole), records[5]...))
	for name, raw := range map[string][]byte{
		"cut in a record": append(bytes.Clone(whole), records[5][:len(records[5])-200]...),
		"cut in a head":   append(bytes.Clone(whole), records[5][:40]...),
		"not a record":    append(bytes.Clone(whole), "garbage\r\n"...),
		"no length":       append(bytes.Clone(whole), "WARC/1.0\r\nWARC-Type: response\r\n\r\n"...),
		"packed and cut":  packed[:len(packed)-100],
	} {
		entries := readAll(raw)
		if len(entries) < 2 || entries[0].Err != nil || entries[0].Item.Title == "" {
			t.Errorf("%s: the page before the damage was lost: %v", name, entries)
		} else if entries[len(entries)-1].Err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzWARC(f *testing.F) {
	f.Add([]byte("WARC/1.0\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n"))
	f.Add(warcRecord("response", "https://a.example.org/", "application/http", answer("200 OK", "Content-Type: text/html\r\n", []byte("<p>x"))))
	f.Fuzz(func(t *testing.T, raw []byte) { readAll(raw) })
}
