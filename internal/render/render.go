// Package render executes templates of html/template many times as fast as
// html/template itself, and to the same bytes.
//
//	t, err := render.New(parsed, "page", reflect.TypeFor[view](), funcs)
//	out, err = t.Append(out, v)
//
// html/template parses a template, finds out which escapers each value needs,
// and then walks the tree anew for every page, looking fields up by name. Here
// the tree, escapers included, becomes a chain of functions made for one type
// of view, whose fields are known by their index. What a template asks for and
// is not known here makes New fail: the caller then executes the template as
// usual. The same goes for an error of Append, whose words html/template has.
package render

import (
	"fmt"
	"html/template"
	"io"
	"reflect"
)

// Template is a template made for views of one type. It is safe for
// concurrent use.
type Template struct {
	view reflect.Type
	body *body
}

// body is what is between define and end of one template, for one type of dot.
type body struct {
	ops  []op
	vars int // variables that it holds at most
}

// op appends a part of the page to x.out.
type op func(x *state, dot reflect.Value)

// state is one execution.
type state struct {
	out  []byte
	vars []reflect.Value // of the templates being executed, the innermost last
	base int             // where those of the innermost begin
}

// New makes a Template of the one called name in t and of those it calls.
// funcs are the functions that t was parsed with. It executes t once with an
// empty view, for it is then that html/template puts the escapers in.
func New(t *template.Template, name string, view reflect.Type, funcs template.FuncMap) (*Template, error) {
	// An empty view may well be an error; the escapers are there all the same.
	_ = t.ExecuteTemplate(io.Discard, name, reflect.Zero(view).Interface())
	c := &compiler{set: t, funcs: map[string]reflect.Value{}, bodies: map[bodyKey]*body{}}
	for name, f := range funcs {
		c.funcs[name] = reflect.ValueOf(f)
	}
	b, err := c.template(name, view)
	if err != nil {
		return nil, err
	}
	return &Template{view: view, body: b}, nil
}

// failure is an error on the way through a page.
type failure struct{ error }

// Append appends what the template says of view to out.
func (t *Template) Append(out []byte, view any) (_ []byte, err error) {
	v := reflect.ValueOf(view)
	if v.Type() != t.view {
		return out, fmt.Errorf("the template is made for %s, not %s", t.view, v.Type())
	}
	defer func() {
		if fault := recover(); fault != nil {
			f, ours := fault.(failure)
			if !ours {
				panic(fault)
			}
			err = f.error
		}
	}()
	x := &state{out: out}
	t.body.run(x, v)
	return x.out, nil
}

// run executes b as a template of its own, with dot as its data.
func (b *body) run(x *state, dot reflect.Value) {
	caller, n := x.base, len(x.vars)
	x.base = n
	for range b.vars {
		x.vars = append(x.vars, reflect.Value{})
	}
	x.vars[n] = dot
	for _, do := range b.ops {
		do(x, dot)
	}
	x.vars, x.base = x.vars[:n], caller
}
