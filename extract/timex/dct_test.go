package timex

import "testing"

func TestParseDCT(t *testing.T) {
	for in, want := range map[string]string{
		"2021-12-05":                      "2021-12-05",
		" 2021-12-05 ":                    "2021-12-05",
		"2021/12/05":                      "2021-12-05",
		"20211205":                        "2021-12-05",
		"5 December 2021":                 "2021-12-05",
		"December 5, 2021":                "2021-12-05",
		"2021-12-05T18:30":                "2021-12-05T18:30",
		"2021-12-05 18:30":                "2021-12-05T18:30",
		"2021-12-05T18:30:15Z":            "2021-12-05T18:30:15Z",
		"2021-12-05T18:30:00.000Z":        "2021-12-05T18:30Z",
		"2021-12-05T18:30:00+02:00":       "2021-12-05T18:30+02:00",
		"2021-12-05T18:30:00-0500":        "2021-12-05T18:30-05:00",
		"2021-12-05 18:30:00 +0200":       "2021-12-05T18:30+02:00",
		"2021-12-05 18:30:00 +02:00":      "2021-12-05T18:30+02:00",
		"2021-12-05 18:30 UTC":            "2021-12-05T18:30Z",
		"Sun, 05 Dec 2021 18:30:00 GMT":   "2021-12-05T18:30Z",
		"Sun, 05 Dec 2021 18:30:00 +0100": "2021-12-05T18:30+01:00",
		"Sun, 5 Dec 2021 18:30:00 +0100":  "2021-12-05T18:30+01:00",
		"Sun, 05 Dec 2021 18:30:00 PST":   "2021-12-05T18:30-08:00",
		"05 Dec 21 18:30 EDT":             "2021-12-05T18:30-04:00",
		"2021-12-05 18:30 EST":            "2021-12-05T18:30-05:00",
		"2021-12-05T23:59:59-12:00":       "2021-12-05T23:59:59-12:00", // the zone is kept, never applied
	} {
		got, err := ParseDCT(in)
		if err != nil || got.String() != want {
			t.Errorf("ParseDCT(%q) = %q, %v, want %q", in, got, err, want)
		}
	}
	for _, in := range []string{"", "yesterday", "2021", "2021-13-01", "2021-02-30", "05.12.2021",
		"2021-12-05T25:00", "2021-12-05T18:30 IST", "2021-12-05Tnoon", "2021-12-05T", "Sun, 05 Dec 2021 18:30:00 AMST"} {
		if got, err := ParseDCT(in); err == nil {
			t.Errorf("ParseDCT(%q) = %q, want an error", in, got)
		}
	}
}

func FuzzParseDCT(f *testing.F) {
	for _, s := range []string{"2021-12-05", "2021-12-05T18:30:00+02:00", "Sun, 05 Dec 2021 18:30:00 GMT", "20211205T1830"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDCT(s)
		if err != nil {
			return
		}
		again, err := ParseDCT(d.String())
		if err != nil || again != d {
			t.Fatalf("ParseDCT(%q) = %q, which reads back as %q, %v", s, d, again, err)
		}
	})
}
