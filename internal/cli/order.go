package cli

import (
	"context"
	"iter"
	"sync"
)

// inOrder hands the jobs to workers goroutines and their outcomes to emit in
// the order of the jobs. At most a few jobs for each worker are held at a
// time, so a stream of any length takes bounded memory. It returns the first
// error of emit, or that of ctx.
func inOrder[J, R any](ctx context.Context, workers int, jobs iter.Seq[J], do func(J) R, emit func(R) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	type task struct {
		job  J
		done chan R
	}
	todo := make(chan task)
	order := make(chan chan R, 4*workers)
	// The reader is not waited for: it may be in the middle of a read from a
	// terminal or a pipe that nothing but its other end can finish.
	go func() {
		defer close(order)
		defer close(todo)
		for job := range jobs {
			t := task{job, make(chan R, 1)}
			select {
			case order <- t.done:
			case <-ctx.Done():
				return
			}
			select {
			case todo <- t:
			case <-ctx.Done():
				return
			}
		}
	}()
	var working sync.WaitGroup
	defer working.Wait()
	defer cancel()
	for range workers {
		working.Go(func() {
			for {
				select {
				case t, more := <-todo:
					if !more {
						return
					}
					t.done <- do(t.job)
				case <-ctx.Done():
					return
				}
			}
		})
	}
	for {
		select {
		case done, more := <-order:
			if !more {
				return ctx.Err()
			}
			select {
			case r := <-done:
				if err := emit(r); err != nil {
					return err
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
