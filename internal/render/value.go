package render

import (
	"errors"
	"fmt"
	"reflect"
	"text/template/parse"
)

// value is where to get a value of a known type.
type value struct {
	typ reflect.Type
	get func(x *state, dot reflect.Value) reflect.Value
}

func constant(v any) value {
	c := reflect.ValueOf(v)
	return value{c.Type(), func(*state, reflect.Value) reflect.Value { return c }}
}

// pipeline returns the value of the commands of pipe, the last of which is no
// escaper. A value goes to the command behind it as its last argument.
func (s *scope) pipeline(pipe *parse.PipeNode, cmds []*parse.CommandNode) (value, error) {
	var v value
	for i, cmd := range cmds {
		var final *value
		if i > 0 {
			before := v
			final = &before
		}
		var err error
		if v, err = s.command(cmd, final); err != nil {
			return v, fmt.Errorf("%s: %w", pipe, err)
		}
	}
	return v, nil
}

func (s *scope) command(cmd *parse.CommandNode, final *value) (value, error) {
	if id, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
		return s.function(id.Ident, cmd.Args[1:], final)
	}
	if len(cmd.Args) > 1 || final != nil {
		return value{}, errors.New("a call of what is no function")
	}
	return s.argument(cmd.Args[0])
}

func (s *scope) argument(node parse.Node) (value, error) {
	switch n := node.(type) {
	case *parse.DotNode:
		return value{s.dot, func(_ *state, dot reflect.Value) reflect.Value { return dot }}, nil
	case *parse.FieldNode:
		return fields(value{s.dot, func(_ *state, dot reflect.Value) reflect.Value { return dot }}, n.Ident)
	case *parse.VariableNode:
		slot, err := s.lookup(n.Ident[0])
		if err != nil {
			return value{}, err
		}
		return fields(value{s.vars[slot].typ, func(x *state, _ reflect.Value) reflect.Value { return x.vars[x.base+slot] }}, n.Ident[1:])
	case *parse.ChainNode:
		v, err := s.argument(n.Node)
		if err != nil {
			return value{}, err
		}
		return fields(v, n.Field)
	case *parse.PipeNode:
		if len(n.Decl) > 0 {
			return value{}, errors.New("a variable in brackets")
		}
		return s.pipeline(n, n.Cmds)
	case *parse.StringNode:
		return constant(n.Text), nil
	case *parse.BoolNode:
		return constant(n.True), nil
	case *parse.NumberNode:
		if n.IsInt {
			return constant(int(n.Int64)), nil
		}
	}
	return value{}, fmt.Errorf("%T is not known here", node)
}

// fields follows names from v, one after the other.
func fields(v value, names []string) (value, error) {
	for _, name := range names {
		var err error
		if v, err = field(v, name); err != nil {
			return v, err
		}
	}
	return v, nil
}

// field returns the field or the method of v that is called name.
func field(v value, name string) (value, error) {
	get := v.get
	if m, ok := v.typ.MethodByName(name); ok {
		if m.Type.NumIn() != 1 || m.Type.NumOut() != 1 {
			return value{}, fmt.Errorf("the method %s takes or gives more than one value", name)
		}
		return value{m.Type.Out(0), func(x *state, dot reflect.Value) reflect.Value { return get(x, dot).Method(m.Index).Call(nil)[0] }}, nil
	}
	typ := v.typ
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
		pointer := get
		get = func(x *state, dot reflect.Value) reflect.Value {
			p := pointer(x, dot)
			if p.IsNil() {
				panic(failure{fmt.Errorf("there is nothing to take %s from", name)})
			}
			return p.Elem()
		}
	}
	if typ.Kind() != reflect.Struct {
		return value{}, fmt.Errorf("%s has no fields", typ)
	}
	if _, ok := reflect.PointerTo(typ).MethodByName(name); ok {
		return value{}, fmt.Errorf("%s is a method of the pointer", name)
	}
	f, ok := typ.FieldByName(name)
	if !ok || !f.IsExported() {
		return value{}, fmt.Errorf("%s has no field %s", typ, name)
	}
	for at := typ; len(f.Index) > 1; {
		// Embedded structs are entered one by one.
		inner := at.Field(f.Index[0])
		if inner.Type.Kind() != reflect.Struct {
			return value{}, fmt.Errorf("%s is embedded by pointer", inner.Name)
		}
		outer, i := get, f.Index[0]
		get = func(x *state, dot reflect.Value) reflect.Value { return outer(x, dot).Field(i) }
		at, f.Index = inner.Type, f.Index[1:]
	}
	i := f.Index[0]
	return value{f.Type, func(x *state, dot reflect.Value) reflect.Value { return get(x, dot).Field(i) }}, nil
}

// function returns the outcome of a function.
func (s *scope) function(name string, nodes []parse.Node, final *value) (value, error) {
	var args []value
	for _, n := range nodes {
		v, err := s.argument(n)
		if err != nil {
			return value{}, err
		}
		args = append(args, v)
	}
	if final != nil {
		args = append(args, *final)
	}
	if f, ok := s.funcs[name]; ok {
		return call(f, args)
	}
	switch name {
	case "or", "and":
		return choice(name == "or", args)
	case "not":
		if len(args) != 1 {
			return value{}, errors.New("not takes one value")
		}
		holds, err := truth(args[0].typ)
		get := args[0].get
		return value{reflect.TypeFor[bool](), func(x *state, dot reflect.Value) reflect.Value {
			return reflect.ValueOf(!holds(get(x, dot)))
		}}, err
	}
	return value{}, fmt.Errorf("the function %s is not known here", name)
}

// choice is or, which takes the first value that is true, or and, which takes
// the first that is not; else the last.
func choice(or bool, args []value) (value, error) {
	if len(args) == 0 {
		return value{}, errors.New("a choice of nothing")
	}
	holds, err := truth(args[0].typ)
	if err != nil {
		return value{}, err
	}
	for _, a := range args {
		if a.typ != args[0].typ {
			// Good for a condition, where only its truth matters.
			return conditions(or, args)
		}
	}
	return value{args[0].typ, func(x *state, dot reflect.Value) (v reflect.Value) {
		for _, a := range args {
			if v = a.get(x, dot); holds(v) == or {
				break
			}
		}
		return v
	}}, nil
}

// verdict is the outcome of a choice between values of several types. It is
// no value to print, but a condition.
type verdict struct{ bool }

// conditions is choice for values of several types.
func conditions(or bool, args []value) (value, error) {
	var holds []func(reflect.Value) bool
	for _, a := range args {
		h, err := truth(a.typ)
		if err != nil {
			return value{}, err
		}
		holds = append(holds, h)
	}
	return value{reflect.TypeFor[verdict](), func(x *state, dot reflect.Value) reflect.Value {
		for i, a := range args {
			if holds[i](a.get(x, dot)) == or {
				return reflect.ValueOf(verdict{or})
			}
		}
		return reflect.ValueOf(verdict{!or})
	}}, nil
}

// call calls a function of the site.
func call(f reflect.Value, args []value) (value, error) {
	t := f.Type()
	fixed := t.NumIn()
	if t.IsVariadic() {
		fixed--
	}
	if t.NumOut() != 1 || len(args) < fixed || len(args) > fixed && !t.IsVariadic() {
		return value{}, fmt.Errorf("%s cannot be called with %d values", t, len(args))
	}
	for i, a := range args {
		want := reflect.Type(nil)
		if i < fixed {
			want = t.In(i)
		} else {
			want = t.In(fixed).Elem()
		}
		if !a.typ.AssignableTo(want) || a.typ == reflect.TypeFor[verdict]() {
			return value{}, fmt.Errorf("%s does not take a %s", t, a.typ)
		}
	}
	return value{t.Out(0), func(x *state, dot reflect.Value) reflect.Value {
		in := make([]reflect.Value, len(args))
		for i, a := range args {
			in[i] = a.get(x, dot)
		}
		return f.Call(in)[0]
	}}, nil
}
