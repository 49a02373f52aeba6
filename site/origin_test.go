package site

import (
	"reflect"
	"testing"

	"dateline/timeline"
)

// forgetful is a Memory that never remembers.
type forgetful struct{}

func (forgetful) Load() []byte         { return nil }
func (forgetful) Save(...[]byte) error { return nil }

// TestFrameHoldsTheConfiguration changes every word of the configuration: each
// changes what pages are made from.
func TestFrameHoldsTheConfiguration(t *testing.T) {
	frameOf := func(cfg Config) origin {
		cfg.Memory = forgetful{}
		b, err := newBuilder(cfg, harbor(t))
		if err != nil {
			t.Fatal(err)
		}
		b.all()
		if err := b.findFrame(); err != nil {
			t.Fatal(err)
		}
		return b.origins.frame
	}
	was := frameOf(harborConfig)
	for i := range reflect.TypeFor[Config]().NumField() {
		cfg := harborConfig
		field := reflect.ValueOf(&cfg).Elem().Field(i)
		if field.Kind() != reflect.String {
			continue
		}
		field.SetString("de") // a language as well
		if frameOf(cfg) == was {
			t.Errorf("%s changed, and the frame did not", reflect.TypeFor[Config]().Field(i).Name)
		}
	}
}

// TestEventFactsAreAllOfAnEvent fails when an event gets a field that its origin
// does not know.
func TestEventFactsAreAllOfAnEvent(t *testing.T) {
	known := map[string]bool{"Evidence": true, "History": true} // mixed in by themselves
	facts := reflect.TypeFor[eventFacts]()
	for i := range facts.NumField() {
		known[facts.Field(i).Name] = true
	}
	event := reflect.TypeFor[timeline.Event]()
	for i := range event.NumField() {
		if name := event.Field(i).Name; !known[name] {
			t.Errorf("the origin of an event does not know its %s", name)
		}
	}
}
