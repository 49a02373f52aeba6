package browser

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Read gives a file of dateline's to a program that others wrote, and returns
// what it understood: kind is one of those that readers.mjs lists. more are its
// further arguments. Without node, or what npm installs, the test is Missing
// it; what the program rejects fails the test.
func Read[T any](t testing.TB, kind, content string, more ...string) T {
	t.Helper()
	if testing.Short() {
		t.Skip("starting node takes seconds")
	}
	script := filepath.Join(filepath.Dir(filepath.Dir(filepath.Dir(Modules(t, "jsonld/package.json")))), "readers.mjs")
	node, err := exec.LookPath("node")
	if err != nil {
		Missing(t, "there is no node on the PATH")
	}
	file := filepath.Join(t.TempDir(), "export")
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(node, append([]string{script, kind, file}, more...)...).Output()
	if err != nil {
		if failed, ok := err.(*exec.ExitError); ok {
			t.Fatalf("reading %s: %v\n%.2000s", kind, err, failed.Stderr)
		}
		t.Fatalf("reading %s: %v", kind, err)
	}
	var v T
	if err := json.Unmarshal(out, &v); err != nil {
		t.Fatalf("reading %s: %v in %.200s", kind, err, out)
	}
	return v
}
