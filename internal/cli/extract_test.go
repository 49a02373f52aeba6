package cli

import (
	"strings"
	"testing"

	"dateline/extract/article"
)

// TestExtractedKeepsAFaultToItsArticle hands an article to no extractor at all.
func TestExtractedKeepsAFaultToItsArticle(t *testing.T) {
	_, err := extracted(nil, article.Article{ID: "talks"})
	if err == nil || !strings.HasPrefix(err.Error(), "talks: a fault of dateline: ") {
		t.Errorf("got %v", err)
	}
}
