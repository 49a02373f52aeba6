package workflow

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"
)

// file is what the tests ask of a workflow.
type file struct {
	On          any               `yaml:"on"`
	Permissions map[string]string `yaml:"permissions"`
	Concurrency map[string]any    `yaml:"concurrency"`
	Env         map[string]string `yaml:"env"`
	Jobs        map[string]job    `yaml:"jobs"`
}

type job struct {
	Needs       any               `yaml:"needs"`
	RunsOn      string            `yaml:"runs-on"`
	Timeout     int               `yaml:"timeout-minutes"`
	Permissions map[string]string `yaml:"permissions"`
	Environment map[string]string `yaml:"environment"`
	Steps       []step            `yaml:"steps"`
}

type step struct {
	ID   string            `yaml:"id"`
	Uses string            `yaml:"uses"`
	Run  string            `yaml:"run"`
	With map[string]string `yaml:"with"`
}

func parse(t *testing.T, name, text string) file {
	t.Helper()
	var f file
	if err := yaml.Unmarshal([]byte(text), &f); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if len(f.Jobs) == 0 {
		t.Fatalf("%s: no jobs", name)
	}
	return f
}

// all returns the workflows of this repository and the one that is written.
func all(t *testing.T) map[string]file {
	t.Helper()
	files := map[string]file{"written": parse(t, "written", Pages(Options{Repository: "ada/dateline", Version: "v1.0.0"}))}
	paths, err := filepath.Glob("../../.github/workflows/*.yml")
	if err != nil || len(paths) < 3 {
		t.Fatalf("found %d workflows of this repository (%v), want ci, pages and release", len(paths), err)
	}
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(path)] = parse(t, path, string(raw))
	}
	return files
}

func TestVersionsAreThoseOfTheTable(t *testing.T) {
	used := map[string]bool{}
	for name, f := range all(t) {
		for id, j := range f.Jobs {
			for _, s := range j.Steps {
				if s.Uses == "" {
					continue
				}
				action, _, _ := strings.Cut(s.Uses, "@")
				used[action] = true
				known := false
				for _, a := range actions() {
					known = known || a.name+"@"+a.major == s.Uses
				}
				if !known {
					t.Errorf("%s: job %s uses %s, which is not in the table", name, id, s.Uses)
				}
			}
		}
	}
	for _, a := range actions() {
		if !used[a.name] {
			t.Errorf("%s is in the table and used nowhere", a.name)
		}
	}
}

// No workflow may write by default; a job asks for what it needs, and ends.
func TestRights(t *testing.T) {
	for name, f := range all(t) {
		if diff := cmp.Diff(map[string]string{"contents": "read"}, f.Permissions); diff != "" {
			t.Errorf("%s: rights of the whole workflow: %s", name, diff)
		}
		for id, j := range f.Jobs {
			if j.Timeout == 0 {
				t.Errorf("%s: job %s may run for hours", name, id)
			}
		}
	}
}

// The workflow that is written deploys as this repository's own does; they
// differ in how dateline is obtained, and in nothing else.
func TestWrittenIsLikeOurOwn(t *testing.T) {
	files := all(t)
	written, own := files["written"], files["pages.yml"]
	if diff := cmp.Diff(own.Jobs["deploy"], written.Jobs["deploy"]); diff != "" {
		t.Errorf("deploy (-own +written):\n%s", diff)
	}
	if diff := cmp.Diff(own.Concurrency, written.Concurrency); diff != "" {
		t.Errorf("concurrency (-own +written):\n%s", diff)
	}
	obtained := func(steps []step) []step {
		var rest []step
		for _, s := range steps {
			s.Run = strings.Replace(s.Run, "go run . build", "dateline build", 1)
			if !strings.HasPrefix(s.Uses, "actions/setup-go@") && !strings.Contains(s.Run, "gh release download") {
				rest = append(rest, s)
			}
		}
		return rest
	}
	if diff := cmp.Diff(obtained(own.Jobs["build"].Steps), obtained(written.Jobs["build"].Steps)); diff != "" {
		t.Errorf("build (-own +written):\n%s", diff)
	}
	if diff := cmp.Diff(own.Jobs["build"].Permissions, written.Jobs["build"].Permissions); diff != "" {
		t.Errorf("rights of build (-own +written):\n%s", diff)
	}
}

func TestOptions(t *testing.T) {
	for _, test := range []struct {
		o       Options
		branch  any
		version string
	}{
		{Options{}, "main", ""},
		{Options{Branch: "on", Version: "v1.2.3"}, "on", "v1.2.3"},
		{Options{Branch: "it's/1.0", Version: "(devel)"}, "it's/1.0", ""},
		{Options{Version: "v0.0.0-20261122103000-abcdefabcdef+dirty"}, "main", ""},
	} {
		f := parse(t, "written", Pages(test.o))
		on := f.On.(map[string]any)["push"].(map[string]any)["branches"].([]any)
		if on[0] != test.branch || f.Env["DATELINE_VERSION"] != test.version {
			t.Errorf("%+v: branches %v, version %q", test.o, on, f.Env["DATELINE_VERSION"])
		}
	}
}
