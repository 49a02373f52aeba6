package cli

import (
	"encoding/json"
	"fmt"
	"regexp"
	"runtime/debug"
)

// versionCmd prints what was built, from the build information of the binary.
type versionCmd struct {
	JSON bool `name:"json" help:"Print it as JSON."`
}

// versionInfo is what version --json prints.
type versionInfo struct {
	Version  string `json:"version"`            // "v1.2.3", or "(devel)" for a build outside of a release
	Revision string `json:"revision,omitempty"` // of the repository, where it is known
	Modified bool   `json:"modified,omitempty"` // the working tree had changes
	Go       string `json:"go"`
}

// Run prints one line, or one JSON object.
func (c *versionCmd) Run(e *env) error {
	info := buildVersion()
	if c.JSON {
		return json.NewEncoder(e.stdout).Encode(info)
	}
	s := "dateline " + info.Version
	if info.Revision != "" {
		s += " " + info.Revision
		if info.Modified {
			s += "+changes"
		}
	}
	_, err := fmt.Fprintf(e.stdout, "%s (%s)\n", s, info.Go)
	return err
}

func buildVersion() versionInfo {
	info := versionInfo{Version: "(devel)"}
	build, known := debug.ReadBuildInfo()
	if !known {
		return info
	}
	info.Go = build.GoVersion
	if build.Main.Version != "" {
		info.Version = build.Main.Version
	}
	for _, s := range build.Settings {
		switch s.Key {
		case "vcs.revision":
			info.Revision = s.Value[:min(12, len(s.Value))]
		case "vcs.modified":
			info.Modified = s.Value == "true"
		}
	}
	return info
}

// releaseVersion is what a release is called; builds between two releases
// have a longer name, which changes with every commit.
var releaseVersion = regexp.MustCompile(`^v[0-9]+\.[0-9]+\.[0-9]+$`)

// release returns a version that a site may name, "" for builds between two
// releases: the same articles must give the same pages.
func release(version string) string {
	if !releaseVersion.MatchString(version) {
		return ""
	}
	return version
}
