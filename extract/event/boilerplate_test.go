package event

import (
	"testing"
)

func TestBoilerplate(t *testing.T) {
	for line, want := range map[string]bool{
		"Share this story with friends on Tuesday":                                          true,
		"The minister leaves parliament on Monday. (file)":                                  true,
		"Photo: A fire engine outside the mill in 2019":                                     true,
		"(This report comes from a syndicated feed and was left as it was.)":                true,
		"By Ann Lee, political editor":                                                      true,
		"© 2021 Harbour Press. All rights reserved.":                                        true,
		"By Tuesday evening the fire was out.":                                              false,
		"The photo was taken on Friday, the police said.":                                   false,
		"Subscribers to the fund were repaid in March.":                                     false,
		"The company published the figures on Monday and all of its rights were confirmed.": false,
	} {
		if got := boilerplate(line); got != want {
			t.Errorf("boilerplate(%q) = %v, want %v", line, got, want)
		}
	}
}
