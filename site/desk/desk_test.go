package desk

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/spf13/afero"

	"dateline/extract/article"
	"dateline/extract/event"
	"dateline/extract/timex"
	"dateline/internal/decisions"
	"dateline/timeline"
	"dateline/timeline/review"
)

// report is an article with an event in each sentence, on its first "met".
func report(t testing.TB, id string, sentences ...string) timeline.Reading {
	published, err := timex.ParseDCT("2021-12-05")
	if err != nil {
		t.Fatal(err)
	}
	r := timeline.Reading{Article: article.Article{
		ID: id, Path: "content/" + id + ".md", Title: "Report <b>" + id + "</b>", Published: published, Lang: "en", BodyLine: 1,
		Text: strings.Join(sentences, " "),
	}}
	for i, s := range sentences {
		at := strings.Index(r.Article.Text, s)
		head := at + strings.Index(s, "met")
		date, _ := timex.DayOf(2021, 11, 29+i)
		r.Events = append(r.Events, event.Event{
			ID: fmt.Sprintf("e-%s-%d", id, i), Head: timex.Span{Start: head, End: head + 3}, Sentence: timex.Span{Start: at, End: at + len(s)},
			Quote: s, Label: "Meeting " + fmt.Sprint(i) + " of " + id, Date: timex.DayEDTF(date), Status: event.Happened, Timex: -1,
			Confidence: timex.Ambiguous, Why: "published Sunday 5 December 2021 → “met” is past → the day before",
			Participants: []string{"Arden", "Holm"}, Place: "Riga",
			Alternatives: []timex.Reading{{Value: "2021-12-07", Why: "the Tuesday after publication"}},
		})
	}
	return r
}

// newsroom is a desk on two articles with two events each.
func newsroom(t testing.TB) (*httptest.Server, *decisions.Store, string) {
	t.Helper()
	store := decisions.NewStore(afero.NewMemMapFs(), "review")
	session, err := decisions.NewSession(store, []timeline.Reading{
		report(t, "one", "The ministers met in Riga on Tuesday.", "Their deputies met a day later & left."),
		report(t, "two", "Both delegations met again in Vienna.", "Nobody else met them there."),
	}, "ann", "2021-12-10")
	if err != nil {
		t.Fatal(err)
	}
	token := NewToken()
	d, err := New(Config{Site: "The long winter"}, session, token)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(d)
	t.Cleanup(server.Close)
	return server, store, token
}

// person is a browser that has opened the desk.
type person struct {
	t      testing.TB
	server *httptest.Server
	token  string
	name   string
	client *http.Client
}

func open(t testing.TB, server *httptest.Server, token, name string) *person {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	p := &person{t, server, token, name, &http.Client{Jar: jar}}
	answer, err := p.client.Get(server.URL + At + "?token=" + token)
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(answer.Body)
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK || answer.Request.URL.RawQuery != "" || !strings.Contains(string(body), token) {
		t.Fatalf("opening the desk: %s at %s", answer.Status, answer.Request.URL)
	}
	return p
}

// post sends what the page would send, changed by change.
func (p *person) post(name string, body any, change func(*http.Request)) (int, map[string]any) {
	p.t.Helper()
	src, err := json.Marshal(body)
	if err != nil {
		p.t.Fatal(err)
	}
	return p.send(name, string(src), change)
}

func (p *person) send(name, body string, change func(*http.Request)) (int, map[string]any) {
	p.t.Helper()
	r, err := http.NewRequest(http.MethodPost, p.server.URL+At+name, strings.NewReader(body))
	if err != nil {
		p.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Origin", p.server.URL)
	r.Header.Set("X-Dateline-Token", p.token)
	if change != nil {
		change(r)
	}
	answer, err := p.client.Do(r)
	if err != nil {
		p.t.Fatal(err)
	}
	defer answer.Body.Close()
	said, _ := io.ReadAll(answer.Body)
	var v map[string]any
	if json.Unmarshal(said, &v) != nil {
		v = map[string]any{"error": string(said)}
	}
	return answer.StatusCode, v
}

func (p *person) decide(article, id, seen, action string) (int, map[string]any) {
	return p.post("decide", map[string]any{"client": p.name, "answer": decisions.Posted{Article: article, ID: id, Seen: seen, Action: action}}, nil)
}

// queue returns what the desk offers.
func (p *person) queue(query string) []decisions.View {
	p.t.Helper()
	answer, err := p.client.Get(p.server.URL + At + "queue?" + query)
	if err != nil {
		p.t.Fatal(err)
	}
	defer answer.Body.Close()
	var said struct{ Items []decisions.View }
	if err := json.NewDecoder(answer.Body).Decode(&said); err != nil || answer.StatusCode != http.StatusOK {
		p.t.Fatalf("queue: %s %v", answer.Status, err)
	}
	return said.Items
}

func TestDecideAndUndo(t *testing.T) {
	server, store, token := newsroom(t)
	p := open(t, server, token, "1")
	queue := p.queue("")
	if len(queue) != 4 || queue[0].ID != "e-one-0" || len(queue[0].Readings) != 1 {
		t.Fatalf("queue: %+v", queue)
	}
	code, said := p.decide("one", "e-one-0", "", "accept")
	if code != http.StatusOK || said["words"] != "accepted as 29 November 2021" {
		t.Fatalf("%d %v", code, said)
	}
	f, err := store.Load("one")
	if err != nil || len(f.Decisions) != 1 || f.Decisions[0].By != "ann" || f.Decisions[0].On != "2021-12-10" {
		t.Fatalf("%+v %v", f, err)
	}
	if code, said := p.post("undo", map[string]any{"client": "1"}, nil); code != http.StatusOK {
		t.Fatalf("undo: %d %v", code, said)
	}
	if f, _ := store.Load("one"); len(f.Decisions) != 0 {
		t.Errorf("after undo: %+v", f.Decisions)
	}
	code, said = p.post("decide", map[string]any{"answer": map[string]any{"article": "one", "id": "e-one-0", "action": "fix", "date": "soon"}}, nil)
	if code != http.StatusUnprocessableEntity || !strings.Contains(fmt.Sprint(said["error"]), `cannot read "soon" as a date`) {
		t.Errorf("a date that is none: %d %v", code, said)
	}
	// Who decides is not for the page to say.
	code, _ = p.post("decide", map[string]any{"answer": map[string]any{"article": "two", "id": "e-two-0", "action": "accept", "by": "the editor", "on": "1999-01-01"}}, nil)
	if f, _ := store.Load("two"); code != http.StatusOK || f.Decisions[0].By != "ann" || f.Decisions[0].On != "2021-12-10" {
		t.Errorf("%d %+v", code, f.Decisions)
	}
	if got := p.queue("state=all&sample=2&seed=1"); len(got) != 2 {
		t.Errorf("a sample of 2 has %d", len(got))
	}
}

func TestRefusals(t *testing.T) {
	server, store, token := newsroom(t)
	p := open(t, server, token, "1")
	accept := map[string]any{"answer": decisions.Posted{Article: "one", ID: "e-one-0", Action: "accept"}}
	for _, test := range []struct {
		name   string
		change func(*http.Request)
		want   int
	}{
		{"the name of another site that leads here", func(r *http.Request) { r.Host = "rebound.example:80" }, http.StatusForbidden},
		{"a name that begins like ours", func(r *http.Request) { r.Host = "localhost.example" }, http.StatusForbidden},
		{"a page of another site", func(r *http.Request) { r.Header.Set("Origin", "https://elsewhere.example") }, http.StatusForbidden},
		{"another port of this machine", func(r *http.Request) { r.Header.Set("Origin", "http://127.0.0.1:1") }, http.StatusForbidden},
		{"an opaque origin", func(r *http.Request) { r.Header.Set("Origin", "null") }, http.StatusForbidden},
		{"no origin", func(r *http.Request) { r.Header.Del("Origin") }, http.StatusForbidden},
		{"a browser that says cross-site", func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }, http.StatusForbidden},
		{"no token", func(r *http.Request) { r.Header.Del("X-Dateline-Token") }, http.StatusForbidden},
		{"the token of another run", func(r *http.Request) { r.Header.Set("X-Dateline-Token", NewToken()) }, http.StatusForbidden},
		{"a form", func(r *http.Request) { r.Header.Set("Content-Type", "application/x-www-form-urlencoded") }, http.StatusUnsupportedMediaType},
		{"text that a form may send", func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") }, http.StatusUnsupportedMediaType},
		{"another method", func(r *http.Request) { r.Method = http.MethodDelete }, http.StatusMethodNotAllowed},
		{"a path that climbs", func(r *http.Request) { r.URL.Path = At + "../../decide" }, http.StatusNotFound},
		{"a path that climbs, escaped", func(r *http.Request) { r.URL.Opaque = server.URL[5:] + At + "%2e%2e/decide" }, http.StatusNotFound},
		{"what the desk cannot do", func(r *http.Request) { r.URL.Path = At + "publish" }, http.StatusNotFound},
	} {
		if code, said := p.post("decide", accept, test.change); code != test.want {
			t.Errorf("%s: %d %v, want %d", test.name, code, said, test.want)
		}
	}
	for _, test := range []struct {
		name, body string
		want       int
	}{
		{"larger than a decision", `{"answer":{"note":"` + strings.Repeat("a", bodyLimit) + `"}}`, http.StatusRequestEntityTooLarge},
		{"not JSON", `action=accept`, http.StatusBadRequest},
		{"two in one", `{"answer":{"action":"accept"}} {}`, http.StatusBadRequest},
		{"a field that there is not", `{"anwser":{}}`, http.StatusBadRequest},
		{"an article outside the folder", `{"answer":{"article":"../../one","id":"e-one-0","action":"accept"}}`, http.StatusUnprocessableEntity},
	} {
		if code, said := p.send("decide", test.body, nil); code != test.want {
			t.Errorf("%s: %d %v, want %d", test.name, code, said, test.want)
		}
	}
	if f, err := store.Load("one"); err != nil || len(f.Decisions) > 0 {
		t.Errorf("a refused decision was written: %+v %v", f, err)
	}
	// Asked for in the ordinary way, it is written: the refusals were not for
	// another reason.
	if code, said := p.post("decide", accept, nil); code != http.StatusOK {
		t.Errorf("%d %v", code, said)
	}
}

func TestReadingIsRefusedWithoutTheToken(t *testing.T) {
	server, _, token := newsroom(t)
	get := func(client *http.Client, path string, change func(*http.Request)) (int, string) {
		t.Helper()
		r, err := http.NewRequest(http.MethodGet, server.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		if change != nil {
			change(r)
		}
		answer, err := client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		body, _ := io.ReadAll(answer.Body)
		return answer.StatusCode, string(body)
	}
	stranger := &http.Client{}
	for _, path := range []string{At, At + "queue", At + "review.js", At + "?token=wrong", At + "near?article=one&id=e-one-0"} {
		if code, body := get(stranger, path, nil); code != http.StatusForbidden || strings.Contains(body, token) {
			t.Errorf("%s: %d", path, code)
		}
	}
	known := open(t, server, token, "1").client
	if code, body := get(known, At, nil); code != http.StatusOK || strings.Contains(body, "<b>one") {
		t.Errorf("the page: %d, or markup of an article in it", code)
	}
	if code, _ := get(known, At+"queue", func(r *http.Request) { r.Host = "rebound.example" }); code != http.StatusForbidden {
		t.Errorf("reading by the name of another site: %d", code)
	}
	if code, _ := get(known, At+"?token="+token, func(r *http.Request) { r.Host = "rebound.example" }); code != http.StatusForbidden {
		t.Errorf("entering by the name of another site: %d", code)
	}
	if code, _ := get(known, At+"queue", func(r *http.Request) { r.Header.Set("Origin", "https://elsewhere.example") }); code != http.StatusForbidden {
		t.Errorf("reading from a page of another site: %d", code)
	}
	for _, path := range []string{At + "../../etc/passwd", At + "%2e%2e/%2e%2e/etc/passwd", At + "review.yaml", "/etc/passwd"} {
		// A raw connection: clients tidy such paths before they send them.
		address, _ := url.Parse(server.URL)
		c, err := net.Dial("tcp", address.Host)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s=%s\r\nConnection: close\r\n\r\n", path, address.Host, cookie, token)
		answer, _ := io.ReadAll(c)
		c.Close()
		if !strings.HasPrefix(string(answer), "HTTP/1.1 404") {
			t.Errorf("%s: %.40s", path, answer)
		}
	}
}

func TestTwoBrowsersLoseNothing(t *testing.T) {
	server, store, token := newsroom(t)
	one, two := open(t, server, token, "1"), open(t, server, token, "2")
	if code, _ := one.decide("one", "e-one-0", "", "accept"); code != http.StatusOK {
		t.Fatal(code)
	}
	code, said := two.decide("one", "e-one-0", "", "skip")
	if code != http.StatusConflict || !strings.Contains(fmt.Sprint(said["error"]), "ann decided \"accept\"") {
		t.Fatalf("%d %v", code, said)
	}
	item, _ := said["item"].(map[string]any)
	if item["state"] != "accepted" {
		t.Errorf("the refusal does not show what was decided: %v", item)
	}
	// With what it now has seen, the other browser may decide.
	if code, said := two.decide("one", "e-one-0", fmt.Sprint(item["seen"]), "skip"); code != http.StatusOK {
		t.Fatalf("%d %v", code, said)
	}
	if code, _ := two.post("undo", map[string]any{"client": "2"}, nil); code != http.StatusOK {
		t.Fatal(code)
	}
	if code, _ := two.post("undo", map[string]any{"client": "2"}, nil); code != http.StatusConflict {
		t.Error("a browser undoes what another decided")
	}
	// Both at once, on everything.
	written := map[string]int{}
	var mu sync.Mutex
	var wait sync.WaitGroup
	for _, p := range []*person{one, two} {
		wait.Go(func() {
			for _, v := range p.queue("state=all") {
				for range 3 {
					if code, _ := p.decide(v.Article, v.ID, v.Seen, "accept"); code == http.StatusOK {
						mu.Lock()
						written[v.ID]++
						mu.Unlock()
					}
				}
			}
		})
	}
	wait.Wait()
	for _, id := range []string{"one", "two"} {
		f, err := store.Load(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, th := range f.Threads() {
			want := written[th.ID]
			if th.ID == "e-one-0" {
				want++
			}
			if len(th.Decisions) != want || want == 0 {
				t.Errorf("%s: %d records, %d were written", th.ID, len(th.Decisions), want)
			}
		}
	}
}

func TestPagesWithoutServer(t *testing.T) {
	fsys := afero.NewMemMapFs()
	session, err := decisions.NewSession(decisions.NewStore(fsys, "review"), []timeline.Reading{
		report(t, "one", "The ministers met in Riga on Tuesday.", "Their deputies met </script> later."),
	}, "ann", "2021-12-10")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := Pages(Config{Site: "Winter"}, session)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"index.html": "29 November 2021: Meeting 0 of one", "review.css": "--paper", "review.js": "dateline_review", "data.js": `"page":"../articles/one.html#:~:text=The%20ministers%20met%20in%20Riga%20on%20Tuesday."`,
	} {
		if !strings.Contains(string(pages[name]), want) {
			t.Errorf("%s: no %q", name, want)
		}
	}
	if strings.Contains(string(pages["data.js"]), "</script>") || strings.Contains(string(pages["index.html"]), "dateline-token") {
		t.Error("a page without a server has a token, or markup of the article")
	}
	posted, err := decisions.ParseAnswers("decisions.json", []byte(`{"dateline_review": 1, "decisions": [
		{"article": "one", "id": "e-one-0", "seen": "", "action": "fix", "date": "2021-12-07", "by": "ben", "on": "2021-12-09"},
		{"article": "one", "id": "e-nobody", "seen": "", "action": "accept", "by": "ben", "on": "2021-12-09"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	taken, wrong := session.Apply("", posted)
	if taken != 1 || len(wrong) != 1 || !strings.Contains(wrong[0].Error(), "decision 2 (accept e-nobody)") {
		t.Errorf("took %d, %v", taken, wrong)
	}
	item, err := session.Item("one", "e-one-0")
	if err != nil {
		t.Fatal(err)
	}
	if d, _ := item.Standing(); d.Action != review.Fix || d.By != "ben" || d.On != "2021-12-09" {
		t.Errorf("%+v", d)
	}
}

func TestTheDeskSpeaksTheLanguageOfTheSite(t *testing.T) {
	session, err := decisions.NewSession(decisions.NewStore(afero.NewMemMapFs(), "review"), []timeline.Reading{
		report(t, "one", "The ministers met in Riga on Tuesday."),
	}, "ann", "2021-12-10")
	if err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[string][]string{
		"en": {`<html lang="en"`, "Status of the event", "0 of 1 decided", "29 November 2021"},
		"de": {`<html lang="de"`, "Stand des Ereignisses", "0 von 1 entschieden", "29. November 2021", "mehrdeutig, ungeprüft"},
	} {
		pages, err := Pages(Config{Site: "Winter", Lang: lang}, session)
		if err != nil {
			t.Fatal(err)
		}
		page := string(pages["index.html"])
		for _, w := range want {
			if !strings.Contains(page, w) {
				t.Errorf("%s: no %q on the page", lang, w)
			}
		}
		if strings.Contains(page, "[desk.") {
			t.Errorf("%s: a message is missing", lang)
		}
		if lang == "de" && !strings.Contains(string(pages["data.js"]), "29. November 2021") {
			t.Error("the script is given other dates than the page")
		}
	}
	if _, err := Pages(Config{Lang: "xx"}, session); err == nil {
		t.Error("a language that there is not passes")
	}
}

func TestTheQueueFilters(t *testing.T) {
	server, _, token := newsroom(t)
	p := open(t, server, token, "1")
	if code, _ := p.post("decide", map[string]any{"answer": map[string]any{"article": "one", "id": "e-one-0", "action": "fix", "status": "planned"}}, nil); code != http.StatusOK {
		t.Fatal(code)
	}
	for query, want := range map[string]int{
		"": 3, "state=all": 4, "state=fixed": 1, "state=all&status=planned": 1, "status=planned": 0, "status=happened": 3,
		"article=two": 2, "confidence=ambiguous": 3, "confidence=explicit": 0, "rule=weekday-past": 0, "words=Tuesday": 0,
	} {
		if got := p.queue(query); len(got) != want {
			t.Errorf("%q gives %d, want %d", query, len(got), want)
		}
	}
	for _, query := range []string{"state=sure", "status=open", "confidence=high", "sample=0"} {
		answer, err := p.client.Get(p.server.URL + At + "queue?" + query)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != http.StatusBadRequest {
			t.Errorf("%q: %s", query, answer.Status)
		}
	}
}
