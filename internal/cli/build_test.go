package cli

import (
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"
)

// TestBuildIsDeterministic builds the sample site with one worker and with
// many: every file has the same bytes.
func TestBuildIsDeterministic(t *testing.T) {
	disk := afero.NewReadOnlyFs(afero.NewBasePathFs(afero.NewOsFs(), filepath.FromSlash("../..")))
	build := func(workers string) map[string]string {
		memory := afero.NewMemMapFs()
		var stderr strings.Builder
		e := &env{ctx: t.Context(), fs: afero.NewCopyOnWriteFs(disk, memory), stdin: strings.NewReader(""), stdout: io.Discard, stderr: &stderr}
		if code := run(e, []string{"build", "-q", "--workers", workers, "--out", "build-of-a-test"}); code != ok {
			t.Fatalf("exit code %d: %s", code, stderr.String())
		}
		site := map[string]string{}
		err := afero.Walk(memory, "build-of-a-test", func(name string, info fs.FileInfo, err error) error {
			if err != nil || info.IsDir() {
				return err
			}
			content, err := afero.ReadFile(memory, name)
			site[name] = string(content)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return site
	}
	one := build("1")
	if len(one) < 20 {
		t.Fatalf("only %d files", len(one))
	}
	for _, workers := range []string{"3", "8"} {
		if diff := cmp.Diff(one, build(workers)); diff != "" {
			t.Fatalf("--workers %s (-one +more)\n%.2000s", workers, diff)
		}
	}
}
