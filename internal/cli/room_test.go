package cli

import "testing"

func TestRoomFor(t *testing.T) {
	for held, want := range map[int64]int64{
		0:          usualRoom,
		200 << 20:  usualRoom,
		350 << 20:  usualRoom,
		500 << 20:  630 << 20,
		1000 << 20: 1230 << 20,
	} {
		if got := roomFor(held); got != want {
			t.Errorf("a build that holds %d MB may take %d MB, want %d MB", held>>20, got>>20, want>>20)
		}
	}
}
