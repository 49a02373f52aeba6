package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/afero"

	"dateline/internal/config"
	"dateline/site"
	"dateline/site/desk"
	"dateline/timeline"
)

// serveCmd shows the site in a browser while it is being written.
type serveCmd struct {
	siteFlags
	Port   int    `default:"1313" help:"Port to listen on; 0 takes a free one."`
	Addr   string `default:"localhost" help:"Address to listen on. Any other than this machine's own shows the drafts to the network."`
	Review bool   `help:"Add the review desk, on which decisions are taken in the browser. It answers to this machine only."`
	By     string `placeholder:"NAME" env:"DATELINE_REVIEWER" help:"With --review: who decides. Default: the name of the user."`
	On     string `placeholder:"DAY" help:"With --review: day of the decisions, as 2006-01-02. Default: today."`

	out    afero.Fs    // the site, in memory
	pages  *heldMemory // what the next build of it needs to know
	warned []string    // the warnings of the last build, which are not repeated
	desk   *deskRoom   // nil without --review
	watch  *watcher
}

// Help is what the help says beyond the flags.
func (*serveCmd) Help() string {
	return `The site is built into memory, and at every change only what it has to do with is made again. On disk nothing
is written but the folder .dateline-cache beside dateline.yaml, which keeps what was read of the articles; it stays
out of version control, and may be removed at any time.`
}

// heldMemory is a site.Memory that lasts as long as the program.
type heldMemory struct{ content []byte }

// Load returns what was saved last.
func (m *heldMemory) Load() []byte { return m.content }

// Save keeps content for the next Load.
func (m *heldMemory) Save(content ...[]byte) error {
	m.content = bytes.Join(content, nil)
	return nil
}

// Run builds into memory, serves that, and builds again at every change,
// until it is interrupted. The folder that build writes to is not touched.
func (c *serveCmd) Run(e *env) error {
	if c.Port < 0 || c.Port > 65535 {
		return badUsage("--port: want 0 to 65535, not %d", c.Port)
	}
	s, err := c.open(e)
	if err != nil {
		return err
	}
	if c.Review {
		if c.desk, err = newDeskRoom(c.By, c.On); err != nil {
			return err
		}
	}
	configFile := c.Config
	if configFile == "" {
		configFile = config.Name
	}
	c.watch, err = newWatcher(s.folders(), []string{configFile})
	if err != nil {
		return fmt.Errorf("serve: watching for changes: %w", err)
	}
	listener, err := net.Listen("tcp", net.JoinHostPort(c.Addr, strconv.Itoa(c.Port)))
	if err != nil {
		c.watch.notify.Close()
		return fmt.Errorf("serve: %w; choose another with --port or --addr", err)
	}
	address := listener.Addr().(*net.TCPAddr)
	if c.desk != nil && !address.IP.IsLoopback() {
		c.watch.notify.Close()
		listener.Close()
		return badUsage("--review listens to this machine only; leave out --addr %s", c.Addr)
	}
	view := &preview{anyHost: !address.IP.IsLoopback()}
	c.rebuild(e, view)
	shown := net.JoinHostPort(shownHost(c.Addr), strconv.Itoa(address.Port))
	fmt.Fprintf(e.stderr, "http://%s/ (stop with Ctrl-C)\n", shown)
	var handler http.Handler = view
	if c.desk != nil {
		handler = c.desk.beside(view)
		fmt.Fprintf(e.stderr, "review: http://%s%s?token=%s\n", shown, desk.At, c.desk.token)
	}

	ctx, stop := context.WithCancel(e.ctx)
	defer stop()
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: 10 * time.Second,
		// Ends the open lines of events, which a shutdown would wait for.
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	watched := make(chan error, 1)
	go func() { watched <- c.watch.changes(ctx, func() { c.rebuild(e, view) }) }()

	select {
	case <-ctx.Done():
	case err = <-served:
		served <- err
	case err = <-watched:
		watched <- err
	}
	stop()
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()
	server.Shutdown(grace)
	server.Close()
	<-served
	<-watched
	if err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}

// folders returns the folders that a site is made of.
func (s *sourceSite) folders() []string { return []string{s.Content, s.Templates, s.Review} }

// shownHost returns the name to put into an address for the browser.
func shownHost(addr string) string {
	if ip := net.ParseIP(addr); addr == "" || ip != nil && ip.IsUnspecified() {
		return "localhost"
	}
	return addr
}

// rebuild shows the site as its files are now, or what is wrong with them.
func (c *serveCmd) rebuild(e *env, view *preview) {
	began := time.Now()
	built, t, warnings, err := c.build(e)
	if e.ctx.Err() != nil {
		return
	}
	if err != nil {
		fmt.Fprintf(e.stderr, "%v\n", err)
		view.show(nil, err.Error())
		return
	}
	if !slices.Equal(warnings, c.warned) {
		for _, w := range warnings {
			fmt.Fprintf(e.stderr, "warning: %s\n", w)
		}
		c.warned = warnings
	}
	fmt.Fprintf(e.stderr, "built: %s (%s)\n", contents(t), time.Since(began).Round(time.Millisecond))
	view.show(built, "")
}

// build makes the site in memory. The configuration is read anew, for it may
// be what changed.
func (c *serveCmd) build(e *env) (afero.Fs, *timeline.Timeline, []string, error) {
	s, err := c.open(e)
	if err != nil {
		return nil, nil, nil, err
	}
	s.remember = true
	defer s.saving.Wait()
	if err := c.watch.follow(s.folders()); err != nil {
		return nil, nil, nil, fmt.Errorf("watching for changes: %w", err)
	}
	readings, err := s.read(e.ctx)
	if err != nil {
		return nil, nil, nil, err
	}
	if c.desk != nil {
		if err := c.desk.refresh(s, readings); err != nil {
			return nil, nil, nil, err
		}
	}
	if readings, err = s.decided(readings); err != nil {
		return nil, nil, nil, err
	}
	t := s.merge(readings)
	if c.out == nil {
		c.out, c.pages = afero.NewMemMapFs(), &heldMemory{}
	}
	cfg, err := s.pages(e.ctx, t)
	if err != nil {
		return nil, nil, nil, err
	}
	cfg.Memory = c.pages
	report, err := site.Build(e.ctx, cfg, t, c.out)
	if err != nil {
		return nil, nil, nil, fmt.Errorf("%s: %w", filepath.ToSlash(s.Content), err)
	}
	return c.out, t, append(report.Warnings, s.reviewWarnings...), nil
}
