/* What script adds: filters that combine, search, order and keys to a timeline,
   keys to the text of an article, a button that copies its address to an event.
   Everything it shows is in the page already, or in search.js, which is asked
   for only when somebody searches a timeline of several pages, or from a page
   that is missing. */
(function () {
  "use strict";
  var words = window.datelineWords, root = document.querySelector("[data-timeline]");
  if (!words) return;
  var status = ["happened", "ongoing", "planned", "wasplanned", "possible", "negated", "statement"];
  var sure = ["explicit", "inferred", "ambiguous", "guess"];
  var close = ["day", "month", "year", "span", "loose"];
  var groups = { status: status, sure: sure, close: close };
  var classes = { hour: "day", day: "day", month: "month", year: "year", range: "span", since: "span", by: "span", about: "loose", uncertain: "loose" };

  function fold(s) {
    return s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }
  function make(tag, attributes, children) {
    var e = document.createElement(tag);
    for (var k in attributes) e.setAttribute(k, attributes[k]);
    (children || []).forEach(function (c) { e.append(c); });
    return e;
  }

  function button(label, act) {
    var b = make("button", { type: "button" }, [label]);
    b.addEventListener("click", act);
    return b;
  }
  /* A browser lets pages write to its clipboard only where they come safely. */
  function copier() {
    var b = navigator.clipboard && button(words.copy, function () {
      navigator.clipboard.writeText(location.href).then(function () { b.textContent = words.copied; }, function () { b.textContent = location.href; });
    });
    return b || "";
  }
  document.querySelectorAll("[data-copy]").forEach(function (e) { e.append(copier()); });

  /* Keys that walk, and the box that turns them off. */
  function keyBox(next) {
    var keys = make("input", { type: "checkbox" });
    keys.checked = remembered() !== "off";
    keys.addEventListener("change", function () { remember(keys.checked ? "on" : "off"); });
    document.addEventListener("keydown", function (ev) {
      if (!keys.checked || ev.ctrlKey || ev.altKey || ev.metaKey || /^(INPUT|SELECT|TEXTAREA)$/.test(ev.target.tagName)) return;
      if (ev.key === "j") step(next(), 1);
      if (ev.key === "k") step(next(), -1);
    });
    return keys;
  }
  function remembered() { try { return localStorage.getItem("dateline-keys"); } catch (e) { return null; } }
  function remember(v) { try { localStorage.setItem("dateline-keys", v); } catch (e) { /* no storage: for this page only */ } }
  function step(stops, by) {
    var at = stops.indexOf(document.activeElement), to = stops[Math.min(Math.max(at + by, 0), stops.length - 1)];
    if (to) to.focus();
  }
  var text = document.querySelector("[data-jump]");
  if (text) {
    var marks = Array.prototype.slice.call(text.querySelectorAll("mark.when"));
    marks.forEach(function (m) { m.tabIndex = -1; });
    if (marks.length > 1) text.prepend(make("p", { class: "small keys" }, [make("label", {}, [keyBox(function () { return marks; }), " " + words.jump])]));
  }

  if (!root) return;
  var long = root.dataset.timeline === "long";

  /* The events: each with its text, status, certainty and precision. */
  var events = [];
  function read() {
    root.querySelectorAll(".e").forEach(function (e) {
      var m = { e: e, text: fold(e.textContent), disputed: e.classList.contains("disputed") };
      e.classList.forEach(function (c) {
        if (c.slice(0, 2) === "s-") m.status = c.slice(2);
        if (c.slice(0, 2) === "c-") m.sure = c.slice(2);
        if (c.slice(0, 2) === "p-" && m.close !== "loose") m.close = classes[c.slice(2)];
      });
      events.push(m);
    });
  }

  /* The state is the address, so that a view can be linked to and gone back to. */
  var state;
  function fromAddress() {
    var p = new URLSearchParams(location.search);
    function list(name, all) {
      return (p.get(name) || "").split(",").filter(function (v) { return all.indexOf(v) >= 0; });
    }
    state = { q: p.get("q") || "", status: list("status", status), sure: list("sure", sure), close: list("close", close), disputed: p.get("disputed") === "1", sort: p.get("sort") === "new" ? "new" : "old" };
  }
  var later;
  function toAddress(push) {
    clearTimeout(later);
    if (!push) later = setTimeout(setAddress, 150, false); // while somebody types
    else setAddress(true);
  }
  function setAddress(push) {
    var p = new URLSearchParams();
    if (state.q) p.set("q", state.q);
    for (var g in groups) if (state[g].length) p.set(g, state[g].join(","));
    if (state.disputed) p.set("disputed", "1");
    if (state.sort === "new") p.set("sort", "new");
    var s = p.toString().replace(/%2C/g, ",");
    history[push ? "pushState" : "replaceState"](null, "", location.pathname + (s ? "?" + s : "") + location.hash);
  }

  /* The form. */
  var form = make("form", { class: "filter", role: "search", "aria-label": words.filter });
  var query = make("input", { type: "search", name: "q", autocomplete: "off" });
  var count = make("p", { class: "count", role: "status" });
  var order = make("select", { name: "sort" }, [make("option", { value: "old" }, [words.oldest]), make("option", { value: "new" }, [words.newest])]);
  var boxes = [], more;
  function box(group, value, label) {
    var input = make("input", { type: "checkbox", name: group, value: value });
    var n = make("span", { class: "n" });
    boxes.push({ input: input, group: group, value: value, n: n, label: null });
    return (boxes[boxes.length - 1].label = make("label", {}, [input, " " + label + " ", n]));
  }
  function choices(group, last) {
    return make("fieldset", {}, [make("legend", {}, [words[group]])].concat(groups[group].map(function (v) { return box(group, v, words[group + "." + v]); }), last || []));
  }
  function build() {
    var bar = make("p", { class: "tools" });
    more = make("details", {}, [make("summary", {}, [words.more]),
      choices("status"), choices("sure", box("disputed", "1", words.disputed)), choices("close"), bar]);
    form.append(make("p", { class: "find" }, [make("label", {}, [words.search + " ", query]), make("label", {}, [words.order + " ", order]), count]), more);
    more.open = narrowed();
    bar.append(button(words.reset, function () {
      state = { q: "", status: [], sure: [], close: [], disputed: false, sort: state.sort };
      show(true);
    }), button(words.download, download), copier());
    var keys = keyBox(function () {
      return Array.prototype.slice.call(root.querySelectorAll(".e:not([hidden]) .h a, .found a"));
    });
    bar.append(make("label", { class: "keys" }, [keys, " " + words.keys]));
    (root.querySelector(".year") || root.firstElementChild || root).before(form);
    form.addEventListener("submit", function (ev) { ev.preventDefault(); });
    query.addEventListener("input", function () { state.q = query.value; show(false); });
    form.addEventListener("change", function (ev) {
      if (ev.target === query || ev.target === keys) return;
      state.sort = order.value;
      for (var g in groups) state[g] = chosen(g);
      state.disputed = chosen("disputed").length > 0;
      show(true);
    });
    window.addEventListener("popstate", function () { fromAddress(); show(); });
  }
  function narrowed() {
    return state.disputed || Object.keys(groups).some(function (g) { return state[g].length > 0; });
  }
  function chosen(group) {
    return boxes.filter(function (b) { return b.group === group && b.input.checked; }).map(function (b) { return b.value; });
  }
  /* Which events are shown, and how many each box would show. */
  function has(list, v) { return !list.length || list.indexOf(v) >= 0; }
  var turned = "old";
  function show(push) {
    query.value = state.q === query.value ? query.value : state.q;
    order.value = state.sort;
    var tokens = fold(state.q).split(/\s+/).filter(Boolean), shown = 0, tally = {};
    function add(key) { tally[key] = (tally[key] || 0) + 1; }
    events.forEach(function (m) {
      m.on = false;
      if (!tokens.every(function (t) { return m.text.indexOf(t) >= 0; })) return;
      /* A box counts what all other groups let through. */
      var stops = state.disputed && !m.disputed ? 1 : 0, at = 1, g;
      for (g in groups) if (at *= 2, !has(state[g], m[g])) stops += at;
      m.on = !stops;
      if (m.on) shown++;
      at = 1;
      for (g in groups) if (at *= 2, !stops || stops === at) add(g + m[g]);
      if (m.disputed && stops < 2) add("disputed1");
    });
    boxes.forEach(function (b) {
      var n = tally[b.group + b.value] || 0;
      b.input.checked = b.group === "disputed" ? state.disputed : state[b.group].indexOf(b.value) >= 0;
      b.n.textContent = n;
      b.label.hidden = !n && !b.input.checked;
    });
    if (long) { room = 50; results(shown, tokens); } else hide();
    count.textContent = words.shown.replace("{n}", shown).replace("{all}", events.length);
    if (push !== undefined) toAddress(push);
  }
  function hide() {
    events.forEach(function (m) { m.e.hidden = !m.on; });
    root.querySelectorAll(".list").forEach(function (l) {
      var none = !l.querySelector(".e:not([hidden])");
      l.hidden = none;
      if (l.previousElementSibling) l.previousElementSibling.hidden = none;
    });
    var partial = state.sort === "new" || events.some(function (m) { return !m.on; });
    root.querySelectorAll(".quiet").forEach(function (g) { g.hidden = partial; });
    var years = Array.prototype.slice.call(root.querySelectorAll(".year"));
    years.forEach(function (y) { y.hidden = !y.querySelector(".e:not([hidden])"); });
    if (turned === state.sort) return;
    turned = state.sort;
    years.reverse().forEach(function (y) {
      y.parentNode.append(y);
      var lists = Array.prototype.slice.call(y.querySelectorAll(".list")).reverse();
      lists.forEach(function (l) {
        var head = l.previousElementSibling, gap = head.previousElementSibling;
        if (gap && gap.matches(".quiet:not(.after)")) y.append(gap);
        y.append(head, l);
        Array.prototype.slice.call(l.children).reverse().forEach(function (e) { l.append(e); });
      });
      var after = y.querySelector(".quiet.after");
      if (after) y.append(after);
    });
  }

  /* A timeline of several pages: results from the index. */
  var found = null, room = 50;
  function results(shown, tokens) {
    if (!found) {
      found = make("ol", { class: "plain found" });
      form.after(found);
    }
    found.textContent = "";
    var asked = tokens.length || narrowed();
    var hits = asked ? events.filter(function (m) { return m.on; }) : [];
    if (state.sort === "new") hits.reverse();
    hits.slice(0, room).forEach(function (m) {
      found.append(make("li", {}, [make("a", { href: m.href }, [m.label]), " ", make("span", { class: "small" }, [m.when + (m.status === "happened" ? "" : " · " + words["status." + m.status])])]));
    });
    if (hits.length <= room) return;
    found.append(make("li", {}, [button(words.rest.replace("{n}", hits.length - room), function () {
      var next = room;
      room += 200;
      results(shown, tokens);
      found.children[next].firstChild.focus();
    })]));
  }
  function readIndex(then) {
    var s = make("script", { src: root.dataset.index });
    s.onload = function () {
      window.datelineIndex.forEach(function (r) {
        events.push({ href: (root.dataset.top || "") + "events/" + r[0] + ".html", label: r[1], when: r[2], status: status[r[3]], sure: sure[r[4]], disputed: r[5] === 1, close: close[r[7]], text: fold(r[1] + " " + r[2] + " " + r[6]) });
      });
      then();
    };
    document.head.append(s);
  }

  /* Download what I see, as the table of the data page has it. */
  function download() {
    function cell(s) {
      s = s.replace(/\s+/g, " ").trim();
      if (/^[=+\-@]/.test(s)) s = "'" + s;
      return '"' + s.replace(/"/g, '""') + '"';
    }
    var rows = [["date_in_words", "status", "label", "quote", "page"]];
    events.filter(function (m) { return m.on; }).forEach(function (m) {
      if (long) rows.push([m.when, m.status, m.label, "", new URL(m.href, location.href).href]);
      else {
        var a = m.e.querySelector(".h a"), year = m.e.closest(".year").querySelector("h2").textContent;
        rows.push([m.e.querySelector(".d :last-child").textContent + " [" + year + "]", m.status, a.textContent, m.e.querySelector(".q").textContent, a.href]);
      }
    });
    var csv = rows.map(function (r) { return r.map(cell).join(","); }).join("\r\n") + "\r\n";
    var a = make("a", { href: URL.createObjectURL(new Blob([csv], { type: "text/csv" })), download: "timeline.csv" });
    a.click();
    setTimeout(function () { URL.revokeObjectURL(a.href); }, 1000);
  }

  fromAddress();
  if (!long) {
    read();
    if (events.length < 8) return;
    build();
    show();
    return;
  }
  build();
  count.textContent = "";
  var asked = false;
  function ask() {
    if (asked) return;
    asked = true;
    readIndex(function () { show(); });
  }
  form.addEventListener("focusin", ask);
  if (location.search) ask();
})();
