// Package pack writes values as bytes and reads them back, unexported fields
// included, many times as fast as what describes itself. The bytes say nothing
// of their type: they are for caches, which are thrown away when the program
// or its types change.
//
//	c := pack.For[timeline.Reading]()
//	b := c.Append(nil, &reading)
//	err := c.Read(b, &again)
//
// What is shared stays shared: a string that is part of another one, and two
// pointers to one value. Equal bytes mean equal values, so that a hash of them
// tells values apart.
package pack

import (
	"encoding/binary"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unsafe"
)

// Codec packs values of type T. It is safe for concurrent use.
type Codec[T any] struct{ typ *typeCodec }

// For returns the codec of T. It panics when T holds what cannot be packed: a
// channel, a function, an interface, a map whose keys are no strings, or a
// slice of what has no size.
func For[T any]() Codec[T] {
	return Codec[T]{codecOf(reflect.TypeFor[T](), map[reflect.Type]*typeCodec{})}
}

// Append appends the bytes of v to out.
func (c Codec[T]) Append(out []byte, v *T) []byte {
	w := writer{out: out}
	c.typ.write(&w, unsafe.Pointer(v))
	return w.out
}

// Read reads into v what Append wrote. Strings and bytes of v are parts of
// src, which must not be changed as long as v lives. The error says that src
// was not written by this codec.
func (c Codec[T]) Read(src []byte, v *T) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			// A length that lies leads beyond the end, whatever it was taken for.
			err = fmt.Errorf("reading packed bytes: %v", fault)
		}
	}()
	r := reader{src: src}
	c.typ.read(&r, unsafe.Pointer(v))
	if r.at != len(src) {
		return errors.New("reading packed bytes: there are too many")
	}
	return nil
}

// typeCodec writes and reads values of one type in memory.
type typeCodec struct {
	write func(w *writer, p unsafe.Pointer)
	read  func(r *reader, p unsafe.Pointer)
}

// writer is one value being written.
type writer struct {
	out      []byte
	strings  []string  // those that others may be parts of
	pointers []pointed // what was pointed to before
}

// pointed is a value that was pointed to. A struct and its first field have
// one address, so that the type is part of it.
type pointed struct {
	typ *typeCodec
	to  unsafe.Pointer
}

// reader is one value being read.
type reader struct {
	src      []byte
	at       int
	strings  []string
	pointers []pointed
}

func (r *reader) uvarint() uint64 {
	if b := r.src[r.at]; b < 0x80 {
		r.at++
		return uint64(b)
	}
	v, n := binary.Uvarint(r.src[r.at:])
	if n <= 0 {
		panic("a number without an end")
	}
	r.at += n
	return v
}

// codecOf returns the codec of t. Types that hold themselves find their codec
// in made.
func codecOf(t reflect.Type, made map[reflect.Type]*typeCodec) *typeCodec {
	if c := made[t]; c != nil {
		return c
	}
	c := &typeCodec{}
	made[t] = c
	switch t.Kind() {
	case reflect.Bool, reflect.Uint8:
		c.write = func(w *writer, p unsafe.Pointer) { w.out = append(w.out, *(*byte)(p)) }
		c.read = func(r *reader, p unsafe.Pointer) {
			*(*byte)(p) = r.src[r.at]
			r.at++
		}
		if t.Kind() == reflect.Bool {
			c.read = func(r *reader, p unsafe.Pointer) {
				*(*bool)(p) = r.src[r.at] != 0
				r.at++
			}
		}
	case reflect.Int, reflect.Int64:
		integer[int64](c)
	case reflect.Int32:
		integer[int32](c)
	case reflect.Int16:
		integer[int16](c)
	case reflect.Int8:
		integer[int8](c)
	case reflect.Uint, reflect.Uint64:
		integer[uint64](c)
	case reflect.Uint32:
		integer[uint32](c)
	case reflect.Uint16:
		integer[uint16](c)
	case reflect.Float64:
		c.write = func(w *writer, p unsafe.Pointer) { w.out = binary.LittleEndian.AppendUint64(w.out, *(*uint64)(p)) }
		c.read = func(r *reader, p unsafe.Pointer) {
			*(*uint64)(p) = binary.LittleEndian.Uint64(r.src[r.at:])
			r.at += 8
		}
	case reflect.String:
		c.write = func(w *writer, p unsafe.Pointer) { w.string(*(*string)(p)) }
		c.read = func(r *reader, p unsafe.Pointer) { *(*string)(p) = r.string() }
	case reflect.Slice:
		slice(c, t, made)
	case reflect.Array:
		elem := codecOf(t.Elem(), made)
		size := t.Elem().Size()
		c.write = func(w *writer, p unsafe.Pointer) {
			for i := range t.Len() {
				elem.write(w, unsafe.Add(p, uintptr(i)*size))
			}
		}
		c.read = func(r *reader, p unsafe.Pointer) {
			for i := range t.Len() {
				elem.read(r, unsafe.Add(p, uintptr(i)*size))
			}
		}
	case reflect.Struct:
		structure(c, t, made)
	case reflect.Pointer:
		pointer(c, t, made)
	case reflect.Map:
		table(c, t, made)
	default:
		panic(fmt.Sprintf("pack: a %s cannot be packed", t))
	}
	return c
}

// integer makes c the codec of a kind of integers: small ones are short.
func integer[I int8 | int16 | int32 | int64 | uint16 | uint32 | uint64](c *typeCodec) {
	c.write = func(w *writer, p unsafe.Pointer) {
		v := int64(*(*I)(p))
		w.out = binary.AppendUvarint(w.out, uint64(v)<<1^uint64(v>>63))
	}
	c.read = func(r *reader, p unsafe.Pointer) {
		u := r.uvarint()
		*(*I)(p) = I(int64(u>>1) ^ -int64(u&1))
	}
}

func structure(c *typeCodec, t reflect.Type, made map[reflect.Type]*typeCodec) {
	type field struct {
		offset uintptr
		*typeCodec
	}
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		fields = append(fields, field{f.Offset, codecOf(f.Type, made)})
	}
	c.write = func(w *writer, p unsafe.Pointer) {
		for _, f := range fields {
			f.write(w, unsafe.Add(p, f.offset))
		}
	}
	c.read = func(r *reader, p unsafe.Pointer) {
		for _, f := range fields {
			f.read(r, unsafe.Add(p, f.offset))
		}
	}
}

// slice makes c the codec of a slice: 0 for nil, else one more than its
// length, and its elements.
func slice(c *typeCodec, t reflect.Type, made map[reflect.Type]*typeCodec) {
	if t.Elem().Kind() == reflect.Uint8 {
		c.write = func(w *writer, p unsafe.Pointer) {
			b := *(*[]byte)(p)
			if b == nil {
				w.out = append(w.out, 0)
				return
			}
			w.out = binary.AppendUvarint(w.out, uint64(len(b))+1)
			w.out = append(w.out, b...)
		}
		c.read = func(r *reader, p unsafe.Pointer) {
			n := r.uvarint()
			if n == 0 {
				*(*[]byte)(p) = nil
				return
			}
			end := r.at + int(n-1)
			*(*[]byte)(p) = r.src[r.at:end:end]
			r.at = end
		}
		return
	}
	elem := codecOf(t.Elem(), made)
	size := t.Elem().Size()
	if size == 0 {
		panic(fmt.Sprintf("pack: a %s cannot be packed", t))
	}
	type header struct {
		data     unsafe.Pointer
		len, cap int
	}
	c.write = func(w *writer, p unsafe.Pointer) {
		h := (*header)(p)
		if h.data == nil {
			w.out = append(w.out, 0)
			return
		}
		w.out = binary.AppendUvarint(w.out, uint64(h.len)+1)
		for i := range h.len {
			elem.write(w, unsafe.Add(h.data, uintptr(i)*size))
		}
	}
	c.read = func(r *reader, p unsafe.Pointer) {
		n := r.uvarint()
		if n == 0 {
			reflect.NewAt(t, p).Elem().SetZero()
			return
		}
		if n--; n > uint64(len(r.src)-r.at) {
			panic("a length beyond the end")
		}
		s := reflect.MakeSlice(t, int(n), int(n))
		reflect.NewAt(t, p).Elem().Set(s)
		data := s.UnsafePointer()
		for i := range int(n) {
			elem.read(r, unsafe.Add(data, uintptr(i)*size))
		}
	}
}

// pointer makes c the codec of a pointer: 0 for nil, 1 and the value where it
// is met first, and from 2 on the number of what was met before.
func pointer(c *typeCodec, t reflect.Type, made map[reflect.Type]*typeCodec) {
	elem := codecOf(t.Elem(), made)
	c.write = func(w *writer, p unsafe.Pointer) {
		to := *(*unsafe.Pointer)(p)
		if to == nil {
			w.out = append(w.out, 0)
			return
		}
		for i, known := range w.pointers {
			if known == (pointed{elem, to}) {
				w.out = binary.AppendUvarint(w.out, uint64(i)+2)
				return
			}
		}
		w.pointers = append(w.pointers, pointed{elem, to})
		w.out = append(w.out, 1)
		elem.write(w, to)
	}
	c.read = func(r *reader, p unsafe.Pointer) {
		switch n := r.uvarint(); n {
		case 0:
			*(*unsafe.Pointer)(p) = nil
		case 1:
			to := reflect.New(t.Elem()).UnsafePointer()
			r.pointers = append(r.pointers, pointed{elem, to})
			*(*unsafe.Pointer)(p) = to
			elem.read(r, to)
		default:
			known := r.pointers[n-2]
			if known.typ != elem {
				panic("a pointer to a value of another type")
			}
			*(*unsafe.Pointer)(p) = known.to
		}
	}
}

// table makes c the codec of a map: as of a slice of its keys, in order, each
// with its value.
func table(c *typeCodec, t reflect.Type, made map[reflect.Type]*typeCodec) {
	if t.Key().Kind() != reflect.String {
		panic(fmt.Sprintf("pack: a %s cannot be packed", t))
	}
	elem := codecOf(t.Elem(), made)
	c.write = func(w *writer, p unsafe.Pointer) {
		m := reflect.NewAt(t, p).Elem()
		if m.IsNil() {
			w.out = append(w.out, 0)
			return
		}
		w.out = binary.AppendUvarint(w.out, uint64(m.Len())+1)
		keys := m.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, key := range keys {
			w.string(key.String())
			v := reflect.New(t.Elem())
			v.Elem().Set(m.MapIndex(key))
			elem.write(w, v.UnsafePointer())
		}
	}
	c.read = func(r *reader, p unsafe.Pointer) {
		m := reflect.NewAt(t, p).Elem()
		n := r.uvarint()
		if n == 0 {
			m.SetZero()
			return
		}
		m.Set(reflect.MakeMap(t))
		for range n - 1 {
			key := reflect.ValueOf(r.string()).Convert(t.Key())
			v := reflect.New(t.Elem())
			elem.read(r, v.UnsafePointer())
			m.SetMapIndex(key, v.Elem())
		}
	}
}

// long is the length from which a string is looked for in others, and others in it.
const long = 24

// string writes s: twice its length and its bytes; or, where it is part of a
// string met before, an odd number, and where in it. The odd number is twice
// the number of that string plus one.
func (w *writer) string(s string) {
	if len(s) < long {
		w.out = append(binary.AppendUvarint(w.out, uint64(len(s))<<1), s...)
		return
	}
	at := uintptr(unsafe.Pointer(unsafe.StringData(s)))
	for i, whole := range w.strings {
		from := uintptr(unsafe.Pointer(unsafe.StringData(whole)))
		if from <= at && at+uintptr(len(s)) <= from+uintptr(len(whole)) {
			w.out = binary.AppendUvarint(w.out, uint64(i)<<1|1)
			w.out = binary.AppendUvarint(w.out, uint64(at-from))
			w.out = binary.AppendUvarint(w.out, uint64(len(s)))
			return
		}
	}
	w.strings = append(w.strings, s)
	w.out = append(binary.AppendUvarint(w.out, uint64(len(s))<<1), s...)
}

func (r *reader) string() string {
	n := r.uvarint()
	if n&1 == 1 {
		whole := r.strings[n>>1]
		from := r.uvarint()
		return whole[from : from+r.uvarint()]
	}
	n >>= 1
	if n > uint64(len(r.src)-r.at) {
		panic("a length beyond the end")
	}
	if n == 0 {
		return ""
	}
	s := unsafe.String(&r.src[r.at], int(n))
	r.at += int(n)
	if n >= long {
		r.strings = append(r.strings, s)
	}
	return s
}
