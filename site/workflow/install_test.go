//go:build unix

package workflow

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// fakeRelease stands in for GitHub's program gh: it copies a release from the
// folder beside it, and notes what it was asked for.
const fakeRelease = `#!/bin/sh
echo "$@" >>"$(dirname "$0")/asked"
cp "$(dirname "$0")"/release/* .
`

// TestInstallStep runs the step of the written workflow that gets dateline,
// as a runner of GitHub would.
func TestInstallStep(t *testing.T) {
	for _, tool := range []string{"bash", "tar", "sha256sum"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed", tool)
		}
	}
	install := func(o Options, tamper bool) (dir, talk string, err error) {
		dir = t.TempDir()
		for name, text := range map[string]string{
			"bin/gh": fakeRelease, "dateline_1.2.3_linux_amd64/dateline": "#!/bin/sh\necho here\n", "bin/release/other": "", "path": "", "temp/none": "",
		} {
			if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		pack := exec.Command("bash", "-ec", `tar -czf bin/release/dateline_1.2.3_linux_amd64.tar.gz dateline_1.2.3_linux_amd64
			cd bin/release && sha256sum dateline_* >checksums.txt && echo "$(printf %064d 0)  dateline_1.2.3_windows_amd64.zip" >>checksums.txt`)
		pack.Dir = dir
		if out, err := pack.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if tamper {
			os.WriteFile(filepath.Join(dir, "bin/release/dateline_1.2.3_linux_amd64.tar.gz"), []byte("evil"), 0o644)
		}
		f := parse(t, "written", Pages(o))
		for _, s := range f.Jobs["build"].Steps {
			if !strings.Contains(s.Run, "gh release download") {
				continue
			}
			cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", s.Run)
			cmd.Env = append(os.Environ(), "PATH="+filepath.Join(dir, "bin")+":"+os.Getenv("PATH"), "RUNNER_TEMP="+filepath.Join(dir, "temp"),
				"GITHUB_PATH="+filepath.Join(dir, "path"), "DATELINE_REPOSITORY="+f.Env["DATELINE_REPOSITORY"], "DATELINE_VERSION="+f.Env["DATELINE_VERSION"])
			out, err := cmd.CombinedOutput()
			return dir, string(out), err
		}
		t.Fatal("no step gets dateline")
		return
	}
	dir, talk, err := install(Options{Repository: "ada/dateline", Version: "v1.2.3"}, false)
	if err != nil {
		t.Fatalf("%v: %s", err, talk)
	}
	asked, _ := os.ReadFile(filepath.Join(dir, "bin/asked"))
	if !strings.HasPrefix(string(asked), "release download v1.2.3 --repo ada/dateline ") {
		t.Errorf("gh was asked for %s", asked)
	}
	path, _ := os.ReadFile(filepath.Join(dir, "path"))
	out, err := exec.Command(filepath.Join(strings.TrimSpace(string(path)), "dateline")).Output()
	if err != nil || string(out) != "here\n" {
		t.Errorf("dateline is not on the path: %q, %v", out, err)
	}
	dir, talk, err = install(Options{Repository: "ada/dateline"}, false)
	asked, _ = os.ReadFile(filepath.Join(dir, "bin/asked"))
	if err != nil || !strings.HasPrefix(string(asked), "release download --repo ada/dateline ") {
		t.Errorf("without a version, gh was asked for %s (%v: %s)", asked, err, talk)
	}
	if _, talk, err := install(Options{Repository: "ada/dateline"}, true); err == nil {
		t.Errorf("an archive that was tampered with was installed: %s", talk)
	}
	if _, talk, err := install(Options{}, false); err == nil || !strings.Contains(talk, "set DATELINE_REPOSITORY") {
		t.Errorf("without a repository: %v: %s", err, talk)
	}
}
