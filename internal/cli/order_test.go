package cli

import (
	"context"
	"errors"
	"iter"
	"slices"
	"sync/atomic"
	"testing"
)

func numbers(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestInOrder(t *testing.T) {
	square := func(i int) int { return i * i }
	for _, workers := range []int{1, 2, 8} {
		var got []int
		err := inOrder(t.Context(), workers, numbers(1000), square, func(r int) error { got = append(got, r); return nil })
		want := make([]int, 1000)
		for i := range want {
			want[i] = i * i
		}
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%d workers: %v, %d results", workers, err, len(got))
		}
	}
}

// TestInOrderIsBounded checks that jobs are not read far ahead of what is printed.
func TestInOrderIsBounded(t *testing.T) {
	var read, printed, ahead atomic.Int64
	jobs := func(yield func(int) bool) {
		for i := range 10_000 {
			ahead.Store(max(ahead.Load(), read.Add(1)-printed.Load()))
			if !yield(i) {
				return
			}
		}
	}
	err := inOrder(t.Context(), 2, jobs, func(i int) int { return i }, func(int) error { printed.Add(1); return nil })
	if err != nil || ahead.Load() > 16 {
		t.Errorf("%v, %d jobs ahead", err, ahead.Load())
	}
}

func TestInOrderStops(t *testing.T) {
	full := errors.New("disk full")
	err := inOrder(t.Context(), 4, numbers(1_000_000), func(i int) int { return i }, func(i int) error {
		if i == 10 {
			return full
		}
		return nil
	})
	if err != full {
		t.Errorf("a failing emit: %v", err)
	}

	// A reader that waits for input that never comes must not keep it running.
	ctx, interrupt := context.WithCancel(t.Context())
	input := make(chan int)
	defer close(input)
	waiting := func(yield func(int) bool) {
		for i := range input {
			if !yield(i) {
				return
			}
		}
	}
	go func() { input <- 1; interrupt() }()
	if err := inOrder(ctx, 2, waiting, func(i int) int { return i }, func(int) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("an interrupt: %v", err)
	}
}
