package fetch

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// maxPause is the longest time that a server can make us wait for it.
const maxPause = 30 * time.Second

// attempt makes a request until it succeeds, fails for good, or was made as
// often as allowed. Between two attempts it waits twice as long each time, or
// as long as the server asked for. The host is locked by the caller.
func (c *Client) attempt(ctx context.Context, h *host, u *url.URL, limit int64) (Page, *url.URL, error) {
	pause := time.Second
	for tried := 1; ; tried++ {
		if err := c.pace(ctx, h); err != nil {
			return Page{}, nil, err
		}
		page, next, asked, err := c.ask(ctx, u, limit)
		if err == nil || tried >= c.Attempts || ctx.Err() != nil || !passing(err) {
			return page, next, err
		}
		if err := c.Wait(ctx, min(max(pause, asked), maxPause)); err != nil {
			return Page{}, nil, err
		}
		pause *= 2
		h.asked = false // the pause was long enough
	}
}

// pace waits between two requests to one host.
func (c *Client) pace(ctx context.Context, h *host) error {
	delay := c.Delay
	if h.robots != nil && c.Delay >= 0 {
		delay = max(delay, min(h.robots.delay, maxPause))
	}
	first := !h.asked
	h.asked = true
	if first || delay <= 0 {
		return ctx.Err()
	}
	return c.Wait(ctx, delay)
}

// passing reports whether a failure may be over in a moment.
func passing(err error) bool {
	var status *StatusError
	if errors.As(err, &status) {
		switch status.Code {
		case http.StatusRequestTimeout, http.StatusTooManyRequests, http.StatusInternalServerError,
			http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
			return true
		}
		return false
	}
	var dns *net.DNSError
	switch {
	case errors.Is(err, ErrPrivate), errors.Is(err, ErrTooLarge), errors.Is(err, errRedirects):
		return false
	case errors.As(err, &dns):
		return dns.IsTemporary || dns.IsTimeout
	}
	var broken net.Error
	return errors.As(err, &broken) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF)
}

// retryTime reads a Retry-After in seconds; a date there counts as the
// longest pause, since comparing it would need a clock.
func retryTime(header string) time.Duration {
	if header == "" {
		return 0
	}
	if n, err := strconv.Atoi(header); err == nil && n >= 0 {
		return min(time.Duration(min(n, 3600))*time.Second, maxPause)
	}
	return maxPause
}

// wait pauses for d or until ctx is done.
func wait(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
