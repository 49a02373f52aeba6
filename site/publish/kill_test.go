//go:build unix

package publish

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// TestKilledPush kills a publication while the remote holds the new objects
// but has not moved its branch yet, and looks at the remote afterwards.
func TestKilledPush(t *testing.T) {
	for _, all := range []bool{true, false} {
		name := "the program alone"
		if all {
			name = "git and the remote's end with it"
		}
		t.Run(name, func(t *testing.T) {
			work, bare := newRepository(t)
			publish(t, Options{Dir: work}, siteOf("index.html", "first"))
			first := git(t, bare, "rev-parse", "gh-pages")

			// The hook says that the objects are there, then waits to be let go on.
			arrived, resume, done := filepath.Join(bare, "arrived"), filepath.Join(bare, "resume"), filepath.Join(bare, "done")
			for _, pipe := range []string{arrived, resume, done} {
				if err := syscall.Mkfifo(pipe, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			hook := func(name, script string) {
				write(t, bare, "hooks/"+name, "#!/bin/sh\n"+script)
				os.Chmod(filepath.Join(bare, "hooks", name), 0o755)
			}
			hook("pre-receive", "cat >/dev/null\necho x >'"+arrived+"'\nread x <'"+resume+"'\nexit 0\n")
			hook("post-receive", "cat >/dev/null\necho x >'"+done+"'\n")

			child := exec.Command(os.Args[0])
			child.Env = append(os.Environ(), "DATELINE_PUBLISH_FOR_TEST="+work)
			child.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
			if err := child.Start(); err != nil {
				t.Fatal(err)
			}
			if _, err := os.ReadFile(arrived); err != nil {
				t.Fatal(err)
			}
			victim := child.Process.Pid
			if all {
				victim = -victim
			}
			if err := syscall.Kill(victim, syscall.SIGKILL); err != nil {
				t.Fatal(err)
			}
			child.Wait()
			site := "first"
			if !all { // git goes on alone, and the push is completed
				site = "second"
				if err := os.WriteFile(resume, []byte("x\n"), 0o600); err != nil {
					t.Fatal(err)
				}
				if _, err := os.ReadFile(done); err != nil {
					t.Fatal(err)
				}
			}
			if tip := git(t, bare, "rev-parse", "gh-pages"); (tip == first) != all {
				t.Errorf("the branch is at %s, and was at %s", tip, first)
			}
			if got := git(t, bare, "show", "gh-pages:index.html"); got != site {
				t.Errorf("index.html holds %q, want %q", got, site)
			}
			git(t, bare, "fsck", "--strict")
			os.Remove(filepath.Join(bare, "hooks/pre-receive"))
			os.Remove(filepath.Join(bare, "hooks/post-receive"))
			publish(t, Options{Dir: work}, siteOf("index.html", "third"))
			if got := git(t, bare, "show", "gh-pages:index.html"); got != "third" {
				t.Errorf("after the kill, index.html holds %q", got)
			}
		})
	}
}
