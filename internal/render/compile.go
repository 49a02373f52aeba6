package render

import (
	"errors"
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"text/template/parse"
)

// compiler makes bodies of trees.
type compiler struct {
	set    *template.Template
	funcs  map[string]reflect.Value
	bodies map[bodyKey]*body
}

type bodyKey struct {
	name string
	dot  reflect.Type
}

// template returns the body of the template called name for a dot of the
// given type.
func (c *compiler) template(name string, dot reflect.Type) (*body, error) {
	key := bodyKey{name, dot}
	if b := c.bodies[key]; b != nil {
		return b, nil
	}
	t := c.set.Lookup(name)
	if t == nil || t.Tree == nil {
		return nil, fmt.Errorf("there is no template %q", name)
	}
	b := &body{}
	c.bodies[key] = b // before its end, for a template may call itself
	s := &scope{compiler: c, body: b, dot: dot}
	s.declare("$", dot)
	var err error
	if b.ops, err = s.list(t.Tree.Root); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return b, nil
}

// scope is what is known at one place of a template.
type scope struct {
	*compiler
	body *body
	dot  reflect.Type
	vars []variable
}

type variable struct {
	name string
	typ  reflect.Type
}

// declare makes a variable and returns its slot.
func (s *scope) declare(name string, typ reflect.Type) int {
	s.vars = append(s.vars, variable{name, typ})
	s.body.vars = max(s.body.vars, len(s.vars))
	return len(s.vars) - 1
}

// inner returns the scope of a block in s, with another dot.
func (s *scope) inner(dot reflect.Type) *scope {
	n := len(s.vars)
	return &scope{compiler: s.compiler, body: s.body, dot: dot, vars: s.vars[:n:n]}
}

func (s *scope) list(list *parse.ListNode) ([]op, error) {
	if list == nil {
		return nil, nil
	}
	var ops []op
	for _, node := range list.Nodes {
		do, err := s.node(node)
		if err != nil {
			return nil, err
		}
		ops = append(ops, do)
	}
	return ops, nil
}

func (s *scope) node(node parse.Node) (op, error) {
	switch n := node.(type) {
	case *parse.TextNode:
		text := string(n.Text)
		return func(x *state, _ reflect.Value) { x.out = append(x.out, text...) }, nil
	case *parse.ActionNode:
		return s.action(n.Pipe)
	case *parse.IfNode:
		return s.branch(&n.BranchNode, false)
	case *parse.WithNode:
		return s.branch(&n.BranchNode, true)
	case *parse.RangeNode:
		return s.loop(n)
	case *parse.TemplateNode:
		return s.call(n)
	}
	return nil, fmt.Errorf("%T is not known here", node)
}

// action is a value on the page, or the making of a variable.
func (s *scope) action(pipe *parse.PipeNode) (op, error) {
	if len(pipe.Decl) > 0 {
		v, err := s.pipeline(pipe, pipe.Cmds)
		if err != nil {
			return nil, err
		}
		return s.assign(pipe, v)
	}
	cmds := pipe.Cmds
	var chain []string
	for len(cmds) > 1 {
		id, ok := cmds[len(cmds)-1].Args[0].(*parse.IdentifierNode)
		if !ok || !strings.HasPrefix(id.Ident, "_html_template_") || len(cmds[len(cmds)-1].Args) != 1 {
			break
		}
		chain = append([]string{strings.TrimPrefix(id.Ident, "_html_template_")}, chain...)
		cmds = cmds[:len(cmds)-1]
	}
	v, err := s.pipeline(pipe, cmds)
	if err != nil {
		return nil, err
	}
	print, err := printer(v.typ, strings.Join(chain, " "))
	if err != nil {
		return nil, err
	}
	get := v.get
	return func(x *state, dot reflect.Value) { x.out = print(x.out, get(x, dot)) }, nil
}

// assign sets the one variable of pipe to v.
func (s *scope) assign(pipe *parse.PipeNode, v value) (op, error) {
	if len(pipe.Decl) != 1 {
		return nil, errors.New("several variables in one place")
	}
	slot := -1
	if pipe.IsAssign {
		i, err := s.lookup(pipe.Decl[0].Ident[0])
		if err != nil {
			return nil, err
		}
		if s.vars[i].typ != v.typ {
			return nil, errors.New("a variable that changes its type")
		}
		slot = i
	} else {
		slot = s.declare(pipe.Decl[0].Ident[0], v.typ)
	}
	get := v.get
	return func(x *state, dot reflect.Value) { x.vars[x.base+slot] = get(x, dot) }, nil
}

func (s *scope) lookup(name string) (int, error) {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if s.vars[i].name == name {
			return i, nil
		}
	}
	return 0, fmt.Errorf("there is no variable %s", name)
}

// branch is if, or with, which moves the dot.
func (s *scope) branch(n *parse.BranchNode, moves bool) (op, error) {
	in := s.inner(s.dot)
	v, err := in.pipeline(n.Pipe, n.Pipe.Cmds)
	if err != nil {
		return nil, err
	}
	get, slot := v.get, -1
	if len(n.Pipe.Decl) == 1 && !n.Pipe.IsAssign {
		slot = in.declare(n.Pipe.Decl[0].Ident[0], v.typ)
	} else if len(n.Pipe.Decl) > 0 {
		return nil, errors.New("several variables in one place")
	}
	there, err := truth(v.typ)
	if err != nil {
		return nil, err
	}
	yes := in.inner(s.dot)
	if moves {
		yes.dot = v.typ
	}
	then, err := yes.list(n.List)
	if err != nil {
		return nil, err
	}
	otherwise, err := in.inner(s.dot).list(n.ElseList)
	if err != nil {
		return nil, err
	}
	return func(x *state, dot reflect.Value) {
		v := get(x, dot)
		if slot >= 0 {
			x.vars[x.base+slot] = v
		}
		ops := otherwise
		if there(v) {
			ops = then
			if moves {
				dot = v
			}
		}
		for _, do := range ops {
			do(x, dot)
		}
	}, nil
}

// loop is range over a slice.
func (s *scope) loop(n *parse.RangeNode) (op, error) {
	in := s.inner(s.dot)
	v, err := in.pipeline(n.Pipe, n.Pipe.Cmds)
	if err != nil {
		return nil, err
	}
	if v.typ.Kind() != reflect.Slice && v.typ.Kind() != reflect.Array || n.Pipe.IsAssign {
		return nil, fmt.Errorf("a range over %s", v.typ)
	}
	each := in.inner(v.typ.Elem())
	index, elem := -1, -1
	switch decl := n.Pipe.Decl; len(decl) {
	case 1:
		elem = each.declare(decl[0].Ident[0], v.typ.Elem())
	case 2:
		index = each.declare(decl[0].Ident[0], reflect.TypeFor[int]())
		elem = each.declare(decl[1].Ident[0], v.typ.Elem())
	}
	ops, err := each.list(n.List)
	if err != nil {
		return nil, err
	}
	none, err := in.inner(s.dot).list(n.ElseList)
	if err != nil {
		return nil, err
	}
	get := v.get
	return func(x *state, dot reflect.Value) {
		all := get(x, dot)
		n := all.Len()
		for i := range n {
			v := all.Index(i)
			if index >= 0 {
				x.vars[x.base+index] = reflect.ValueOf(i)
			}
			if elem >= 0 {
				x.vars[x.base+elem] = v
			}
			for _, do := range ops {
				do(x, v)
			}
		}
		if n == 0 {
			for _, do := range none {
				do(x, dot)
			}
		}
	}, nil
}

// call is the execution of another template.
func (s *scope) call(n *parse.TemplateNode) (op, error) {
	if n.Pipe == nil || len(n.Pipe.Decl) > 0 {
		return nil, fmt.Errorf("a call of %s without data", n.Name)
	}
	v, err := s.pipeline(n.Pipe, n.Pipe.Cmds)
	if err != nil {
		return nil, err
	}
	b, err := s.template(n.Name, v.typ)
	if err != nil {
		return nil, err
	}
	get := v.get
	return func(x *state, dot reflect.Value) { b.run(x, get(x, dot)) }, nil
}

// truth returns what tells whether a value of type t is taken for true.
func truth(t reflect.Type) (func(reflect.Value) bool, error) {
	switch kind := t.Kind(); {
	case kind == reflect.String, kind == reflect.Slice, kind == reflect.Array, kind == reflect.Map:
		return func(v reflect.Value) bool { return v.Len() > 0 }, nil
	case kind == reflect.Bool:
		return reflect.Value.Bool, nil
	case reflect.Int <= kind && kind <= reflect.Int64:
		return func(v reflect.Value) bool { return v.Int() != 0 }, nil
	case kind == reflect.Pointer:
		return func(v reflect.Value) bool { return !v.IsNil() }, nil
	case t == reflect.TypeFor[verdict]():
		return func(v reflect.Value) bool { return v.Field(0).Bool() }, nil
	case kind == reflect.Struct:
		return func(reflect.Value) bool { return true }, nil
	}
	return nil, fmt.Errorf("a condition of type %s", t)
}
