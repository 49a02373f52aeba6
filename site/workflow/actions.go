// Package workflow writes the GitHub Actions workflow that publishes a site.
package workflow

// action is a GitHub action at the major version that dateline uses.
type action struct {
	name  string
	major string
}

// The one table of versions. A test holds every workflow of this repository,
// and the one that is written for users, against it. Majors seen in November
// 2026: checkout v7.0.1, setup-go v7.0.0, configure-pages v6.0.0,
// upload-pages-artifact v5.0.0, deploy-pages v5.0.0.
func actions() []action {
	return []action{
		{"actions/checkout", "v7"},
		{"actions/setup-go", "v7"},
		{"actions/configure-pages", "v6"},
		{"actions/upload-pages-artifact", "v5"},
		{"actions/deploy-pages", "v5"},
	}
}

// uses returns "name@major" of an action in the table, and panics for one
// that is not there, which a test would find.
func uses(name string) string {
	for _, a := range actions() {
		if a.name == name {
			return name + "@" + a.major
		}
	}
	panic("workflow: " + name + " is not in the table of actions")
}
