package workflow

import (
	"regexp"
	"strings"
)

// Path is where GitHub looks for the workflow of a repository.
const Path = ".github/workflows/pages.yml"

// Options shape the workflow.
type Options struct {
	Branch     string // whose pushes publish; "" means "main"
	Repository string // OWNER/NAME on GitHub whose releases hold dateline, "" when not known
	Version    string // release tag of dateline; any other text means the latest release
}

// releaseTag is what Options.Version must look like to be asked for by name.
var releaseTag = regexp.MustCompile(`^v\d+\.\d+\.\d+(-[0-9A-Za-z.]+)?$`)

// pages is the workflow; the words in angle brackets are filled in. Each job
// gets no more rights than it needs, and a running deployment is not cut off.
const pages = `name: Publish timeline
on:
  push:
    branches: [<branch>]
  workflow_dispatch:
permissions:
  contents: read
concurrency:
  group: pages
  cancel-in-progress: false # let a running deployment finish
env:
  # Whose releases hold dateline, as OWNER/NAME, and which one to use ("" is the latest).
  DATELINE_REPOSITORY: "<repository>"
  DATELINE_VERSION: "<version>"
jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      pages: read
    steps:
      - uses: <actions/checkout>
      - name: Install dateline
        env:
          GH_TOKEN: ${{ github.token }}
        run: |
          if [ -z "$DATELINE_REPOSITORY" ]; then
            echo "::error file=<path>::set DATELINE_REPOSITORY to the GitHub repository that releases dateline"
            exit 1
          fi
          cd "$RUNNER_TEMP"
          gh release download $DATELINE_VERSION --repo "$DATELINE_REPOSITORY" --pattern 'dateline_*_linux_amd64.tar.gz' --pattern checksums.txt
          sha256sum --check --strict --ignore-missing checksums.txt
          mkdir -p bin
          tar -xzf dateline_*_linux_amd64.tar.gz -C bin --strip-components 1
          echo "$RUNNER_TEMP/bin" >> "$GITHUB_PATH"
      - id: pages
        uses: <actions/configure-pages>
      - name: Build
        run: dateline build --strict --base-url "${{ steps.pages.outputs.base_url }}/" --out public
      - uses: <actions/upload-pages-artifact>
        with:
          path: public
  deploy:
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: <actions/deploy-pages>
`

// Pages returns the workflow that builds a site on every push and publishes
// it on GitHub Pages. A person has to allow it once, in the settings of the
// repository: Pages, Source, GitHub Actions.
func Pages(o Options) string {
	if o.Branch == "" {
		o.Branch = "main"
	}
	if !releaseTag.MatchString(o.Version) {
		o.Version = ""
	}
	pairs := []string{"<branch>", quoted(o.Branch), "<repository>", o.Repository, "<version>", o.Version, "<path>", Path}
	for _, a := range actions() {
		pairs = append(pairs, "<"+a.name+">", uses(a.name))
	}
	return strings.NewReplacer(pairs...).Replace(pages)
}

// quoted returns text as a YAML scalar: a branch may be named "on" or "1.0".
func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }
