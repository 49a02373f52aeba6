package event

// slab is memory for many slices of one kind that are let go of together,
// and used again for the next article.
type slab[T any] struct{ free []T }

// take returns an empty slice that can hold n.
func (m *slab[T]) take(n int) []T {
	if cap(m.free)-len(m.free) < n {
		m.free = make([]T, 0, max(n, 2*cap(m.free), 64))
	}
	from := len(m.free)
	m.free = m.free[:from+n]
	return m.free[from:from:len(m.free)]
}

// trim gives back what the slice taken last holds beyond its length.
func (m *slab[T]) trim(s []T) []T {
	m.free = m.free[:len(m.free)-cap(s)+len(s)]
	return s[:len(s):len(s)]
}

// reset lets go of all slices.
func (m *slab[T]) reset() {
	clear(m.free)
	m.free = m.free[:0]
}
