package pack

import (
	"math"
	"reflect"
	"strings"
	"testing"
	"unsafe"
)

type inner struct {
	text string
	n    int32
}

type outer struct {
	inner
	B      bool
	I      int
	I8     int8
	I16    int16
	U      uint64
	U32    uint32
	U16    uint16
	F      float64
	Raw    []byte
	Names  []string
	Spans  [][2]int
	Shared []*inner
	Next   *outer
	none   struct{}
	Table  map[string]inner
}

func sample() outer {
	whole := strings.Repeat("The council met on Tuesday. ", 4)
	one := &inner{whole[28:70], -7}
	return outer{inner: inner{whole, math.MinInt32}, B: true, I: math.MinInt64, I8: -128, I16: -1, U: math.MaxUint64, U32: math.MaxUint32, U16: 9, F: math.Pi,
		Raw: []byte{0, 1, 255}, Names: []string{"", "a", whole[5:40]}, Spans: [][2]int{{1, -2}, {300, 4}}, Shared: []*inner{one, nil, one, {"other", 0}},
		Next: &outer{Names: []string{}, Raw: []byte{}, Table: map[string]inner{}}, Table: map[string]inner{"b": {"x", 1}, "a": {"y", 2}, "": {}}}
}

func TestReadGivesWhatWasAppended(t *testing.T) {
	c := For[outer]()
	for _, want := range []outer{sample(), {}} {
		b := c.Append([]byte("before"), &want)
		got := sample() // what is there already goes
		if err := c.Read(b[6:], &got); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
		if again := c.Append([]byte("before"), &got); string(again) != string(b) {
			t.Error("what was read packs into other bytes")
		}
	}
}

func TestSharingIsKept(t *testing.T) {
	c := For[outer]()
	v, got := sample(), outer{}
	b := c.Append(nil, &v)
	if n := len(v.text); len(b) > 2*n {
		t.Errorf("%d bytes for a text of %d: its parts were written again", len(b), n)
	}
	if err := c.Read(b, &got); err != nil {
		t.Fatal(err)
	}
	if got.Shared[0] != got.Shared[2] {
		t.Error("two pointers to one value came back as two values")
	}
	if unsafe.StringData(got.Names[2]) != unsafe.StringData(got.text[5:]) {
		t.Error("a part of a string came back as a string of its own")
	}
}

func TestEqualBytesMeanEqualValues(t *testing.T) {
	c := For[[]string]()
	seen := map[string]string{}
	for _, v := range [][]string{nil, {}, {""}, {"", ""}, {"a"}, {"a", ""}, {"", "a"}, {"a", "b"}, {"ab"}, {"ab", ""}} {
		b := string(c.Append(nil, &v))
		if was, twice := seen[b]; twice {
			t.Errorf("%q packs as %s does", v, was)
		}
		seen[b] = strings.Join(v, "|")
	}
}

func TestForPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a map was taken")
		}
	}()
	For[struct{ m map[int]int }]()
}

// FuzzRead checks that bytes of somebody else are an error at worst.
func FuzzRead(f *testing.F) {
	c := For[outer]()
	v := sample()
	b := c.Append(nil, &v)
	f.Add(b)
	for i := range b {
		f.Add(b[:i])
		changed := append([]byte(nil), b...)
		changed[i] ^= 0x85
		f.Add(changed)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		var got outer
		if c.Read(src, &got) == nil {
			c.Append(nil, &got)
		}
	})
}
