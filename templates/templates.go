// Package templates embeds the templates, styles and scripts of the site. A
// site overrides each of them by a file of the same name in its own templates/.
package templates

import "embed"

// FS holds one folder a page, with its template, style and script together;
// base has what all pages share, and messages the words of the interface.
//
//go:embed */*.html */*.css */*.js messages/*.yaml
var FS embed.FS
