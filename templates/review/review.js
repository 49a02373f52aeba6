// The review page. With a server behind it, every decision is sent to it;
// without one, decisions are kept in this browser and offered as a file.
(() => {
"use strict";
const $ = (id) => document.getElementById(id);
const el = (name, text, attrs) => {
  const e = document.createElement(name);
  if (text) e.textContent = text;
  for (const k in attrs || {}) e.setAttribute(k, attrs[k]);
  return e;
};
const tell = (text) => { $("told").textContent = text; };

// Behind the page: the server of "dateline serve --review".
const server = (token) => {
  const client = Array.from(crypto.getRandomValues(new Uint8Array(8)), (b) => b.toString(16).padStart(2, "0")).join("");
  const call = async (path, body) => {
    const answer = await fetch(path, body === undefined ? {} : {
      method: "POST", headers: { "Content-Type": "application/json", "X-Dateline-Token": token },
      body: JSON.stringify(Object.assign({ client }, body)),
    });
    const said = await answer.json().catch(() => ({ error: "the server answered " + answer.status }));
    if (!answer.ok) throw Object.assign(new Error(said.error), { view: said.item });
    return said;
  };
  return {
    load: (filter) => call("queue?" + new URLSearchParams(filter)),
    decide: (v, posted) => call("decide", { answer: Object.assign({ article: v.article, id: v.id, seen: v.seen }, posted) }),
    undo: () => call("undo", {}),
    batch: (v) => call("accept", { article: v.article, id: v.id }),
    near: (v) => call("near?" + new URLSearchParams({ article: v.article, id: v.id })),
  };
};

// Behind the page: nothing but this browser.
const collector = (data) => {
  const name = "dateline-review:" + location.pathname;
  let kept = [];
  try { kept = JSON.parse(localStorage.getItem(name)) || []; } catch { /* begin anew */ }
  const by = $("by");
  const find = (p) => data.items.find((v) => v.article === p.article && v.id === p.id);
  const states = { accept: "accepted", fix: "fixed", reject: "rejected", merge: "accepted", split: "accepted" };
  const restore = new Map(data.items.map((v) => [v, { state: v.state, skipped: v.skipped, history: v.history }]));
  const mark = () => {
    for (const v of data.items) Object.assign(v, restore.get(v));
    for (const p of kept) {
      const v = find(p);
      if (!v) continue;
      v.state = states[p.action] || v.state;
      v.skipped = p.action === "skip";
      v.history = v.history.concat({ on: p.on, by: p.by, words: p.action + (p.date ? " " + p.date : "") + ", not saved yet", note: p.note });
    }
    try { localStorage.setItem(name, JSON.stringify(kept)); } catch { tell("This browser keeps nothing: save the file before you leave."); }
  };
  const status = () => ({
    events: data.items.length, unreviewed: data.items.filter((v) => v.state === "unreviewed").length,
    stale: data.items.filter((v) => v.stale.length).length, orphans: data.items.filter((v) => v.orphan).length,
  });
  $("save").addEventListener("click", () => {
    const blob = new Blob([JSON.stringify({ dateline_review: 1, decisions: kept }, null, 2) + "\n"], { type: "application/json" });
    const a = el("a", "", { download: "decisions.json", href: URL.createObjectURL(blob) });
    a.click();
    setTimeout(() => URL.revokeObjectURL(a.href), 1000);
    tell(kept.length + " decisions saved as decisions.json");
  });
  const on = () => { const d = new Date(); return [d.getFullYear(), d.getMonth() + 1, d.getDate()].map((n) => String(n).padStart(2, "0")).join("-"); };
  mark();
  return {
    load: async (f) => ({ status: status(), items: data.items.filter((v) =>
      (!f.article || v.article === f.article) && (!f.rule || v.rule === f.rule) && (!f.confidence || v.sure === f.confidence) &&
      (!f.words || v.sentence.some((p) => p.mark === "when" && p.text.toLowerCase().includes(f.words.toLowerCase()))) &&
      (f.state === "all" || v.state === f.state || (f.state === "skipped" && v.skipped) || (f.state === "stale" && v.stale.length) ||
       (f.state === "orphan" && v.orphan) || ((f.state || "open") === "open" && !v.skipped && (v.state === "unreviewed" || v.stale.length)))) }),
    decide: async (v, posted) => {
      if (!by.value.trim()) { by.focus(); throw new Error("write your name first: every decision says who took it"); }
      if (posted.reading) posted = { action: "fix", date: v.readings[posted.reading - 1].date };
      // A second thought on one event replaces the first: neither is written yet.
      if (posted.action !== "add" && posted.action !== "note") kept = kept.filter((p) => p.article !== v.article || p.id !== v.id || p.action === "note");
      kept.push(Object.assign({ article: v.article, id: posted.action === "add" ? undefined : v.id, seen: v.seen, by: by.value.trim(), on: on() }, posted));
      mark();
      return { item: v, status: status(), words: posted.action + (posted.date ? " " + posted.date : "") };
    },
    undo: async () => {
      const p = kept.pop();
      if (!p) throw new Error("nothing to undo");
      mark();
      return { item: find(p), status: status(), words: "taken back" };
    },
    near: async (v) => data.items.filter((o) => o !== v && !o.orphan).map((o) => ({ id: o.id, label: o.label, date_words: o.date_words, article: o.article,
      far: Math.abs(new Date(o.date.slice(0, 10)) - new Date(v.date.slice(0, 10))) || 0 })).sort((a, b) => a.far - b.far).slice(0, 9),
  };
};

const token = document.querySelector("meta[name=dateline-token]");
const back = token ? server(token.content) : collector(window.datelineReview || { items: [] });
let queue = [], at = 0;

const shown = () => queue[at];
const progress = (s) => {
  $("progress").textContent = `${s.events - s.unreviewed} of ${s.events} decided, ${s.stale} stale, ${s.orphans} orphans`;
};

const load = async (filter, keep) => {
  const said = await back.load(filter);
  queue = said.items;
  at = Math.max(0, keep ? queue.findIndex((v) => v.id === keep) : 0);
  progress(said.status);
  list();
  show();
  if (said.all > queue.length) tell(`The first ${queue.length} of ${said.all}. Show again for the next, when these are decided.`);
};

const list = () => {
  $("queue").replaceChildren(...queue.map((v, i) => {
    const li = el("li"), b = el("button", "", { type: "button" });
    b.append(el("span", (v.skipped ? "skipped" : v.state === "unreviewed" ? v.class : v.state) + (v.stale.length ? ", stale" : ""), { class: "meta" }),
      el("br"), `${v.date_words}: ${v.label}`);
    if (i === at) b.setAttribute("aria-current", "true");
    b.addEventListener("click", () => { go(i); });
    li.append(b);
    return li;
  }));
};

const fill = (id, items) => {
  $(id + "-part").hidden = !items.length;
  $(id).replaceChildren(...items.map((t) => el("li", t)));
};

const show = () => {
  close();
  const v = shown();
  if (!v) {
    $("label").textContent = "Nothing to decide";
    for (const id of ["class", "when", "source"]) $(id).textContent = "";
    for (const id of ["sentence", "facts", "keys"]) $(id).replaceChildren();
    $("stale").hidden = true;
    for (const id of ["steps", "elsewhere", "history"]) fill(id, []);
    return;
  }
  $("class").textContent = `${at + 1} of ${queue.length}: ${v.class}, ${v.skipped ? "skipped" : v.state}`;
  $("label").textContent = v.label || v.sentence.map((p) => p.text).join("");
  $("when").textContent = `${v.date_words} (${v.date || "no date"}), ${v.status}; ${v.precision}`;
  $("stale").hidden = !v.stale.length;
  $("stale").replaceChildren(...v.stale.map((s) => el("li", "Look again: " + s)));
  const near = (t) => (t ? [el("span", t, { class: "near" }), " "] : []);
  $("sentence").replaceChildren(...near(v.before),
    ...v.sentence.map((p) => (p.mark ? el("mark", p.text, { class: p.mark }) : p.text)), " ", ...near(v.after));
  $("source").textContent = `${v.title || v.article}${v.publisher ? ", " + v.publisher : ""}. Published ${v.published}. ${v.file}${v.line ? ":" + v.line : ""}`;
  const facts = [["People", v.people.join("; ")], ["Place", v.place], ["Confidence", v.sure + (v.rule ? ", by the rule " + v.rule : "")],
    ["Now worked out", v.proposed ? `${v.proposed_words} (${v.proposed})` : ""], ["Note", v.note]];
  $("facts").replaceChildren(...facts.filter((f) => f[1]).flatMap((f) => [el("dt", f[0]), el("dd", f[1])]));
  fill("steps", v.steps);
  fill("elsewhere", v.elsewhere.map((e) => `${e.Differs ? "But " : ""}${e.Date}: ${e.Label} (${e.Title || e.Article})`));
  fill("history", v.history.map((h) => `${h.on}, ${h.by}: ${h.words}${h.note ? ". " + h.note : ""}`));
  buttons(v);
};

const go = (i) => {
  at = Math.min(queue.length, Math.max(0, i));
  list();
  show();
  $("item").focus();
  const current = $("queue").querySelector("[aria-current]");
  if (current) current.scrollIntoView({ block: "nearest" });
};

const decide = async (posted) => {
  const v = shown();
  try {
    const said = await back.decide(v, posted);
    queue[at] = said.item || v;
    tell(said.words + (said.notice ? "\n" + said.notice : ""));
    progress(said.status);
    if (posted.action === "note") go(at);
    else if (posted.action === "add") await load(filter(), v.id);
    else go(at + 1);
  } catch (e) {
    if (e.view) { queue[at] = e.view; list(); show(); }
    tell(e.message);
  }
};

const undo = async () => {
  try {
    const said = await back.undo();
    progress(said.status);
    const i = said.item ? queue.findIndex((v) => v.id === said.item.id && v.article === said.item.article) : -1;
    if (i >= 0) { queue[i] = said.item; go(i); } else await load(filter());
    tell(said.words);
  } catch (e) { tell(e.message); }
};

// The small form under the buttons. Fields are [name, label, value] or
// [name, label, value, options].
let opener = null;
const close = () => {
  $("ask").hidden = true;
  $("ask").replaceChildren();
};
const ask = (title, fields, done) => {
  opener = document.activeElement;
  const f = $("ask");
  const name = (n) => "ask-" + n;
  f.setAttribute("aria-label", title);
  f.replaceChildren(el("p", title), ...fields.map(([n, label, value, options]) => {
    const p = el("p");
    let input;
    if (options) {
      input = el("select", "", { id: name(n), name: n });
      for (const o of options) input.append(el("option", o.text || o, { value: o.value === undefined ? o : o.value }));
      input.value = value;
    } else {
      input = el("input", "", { id: name(n), name: n, autocomplete: "off" });
      input.value = value;
    }
    p.append(el("label", label, { for: name(n) }), input);
    return p;
  }));
  const go = el("button", "Decide", { class: "yes" }), no = el("button", "Cancel", { type: "button" });
  no.addEventListener("click", cancel);
  const last = el("p");
  last.append(go, " ", no);
  f.append(last);
  f.onsubmit = (e) => {
    e.preventDefault();
    const said = Object.fromEntries(fields.map(([n]) => [n, f.elements[n].value.trim()]));
    const posted = done(said);
    if (posted) decide(posted);
  };
  f.hidden = false;
  f.querySelector("input, select").focus();
};
const cancel = () => {
  close();
  if (opener && opener.isConnected) opener.focus();
};

const STATUS = ["happened", "ongoing", "planned", "possible", "negated", "statement"];
const many = (s) => s.split(";").map((x) => x.trim()).filter(Boolean);

const forms = {
  edit: (v) => ask("What is right?", [["date", "Date, as 2021-12-07, 2021-06, 2014/.. or 7 December 2021", v.date], ["label", "Label", v.label],
    ["status", "Status", v.status, STATUS], ["people", "People, with ; between them", v.people.join("; ")], ["place", "Place", v.place], ["note", "Note: why", ""]], (s) => {
    const p = { action: "fix" };
    for (const k of ["date", "label", "status", "place"]) if (s[k] && s[k] !== v[k]) p[k] = s[k];
    if (s.people !== v.people.join("; ")) p.people = many(s.people);
    if (s.note) p.note = s.note;
    if (Object.keys(p).every((k) => k === "action" || k === "note")) p.action = "accept";
    return p;
  }),
  reject: () => ask("Why is it to be on no page?", [["reason", "Reason", "not an event", ["not an event", "wrong date", "duplicate"]], ["note", "Note", ""]],
    (s) => ({ action: "reject", reason: s.reason, note: s.note })),
  merge: async (v) => {
    const near = await back.near(v);
    ask("Which event is it the same as?", [["into", "Event", near.length ? near[0].id : "", near.map((c) => ({ value: c.id, text: `${c.date_words}: ${c.label}` }))], ["note", "Note", ""]],
      (s) => ({ action: "merge", into: s.into, note: s.note }));
  },
  split: (v) => ask("Split it into several events, or from other evidence",
    [["parts", "Dates of the parts, with ; between them", ""], ["labels", "Their labels, with ; between them", v.label]].concat(v.elsewhere.length ?
      [["apart", "Or: it is not the same event as", "", [{ value: "", text: "–" }].concat(v.elsewhere.map((e) => ({ value: e.ID, text: `${e.Date}: ${e.Label}` })))]] : []), (s) => {
      if (s.apart) return { action: "split", apart: [s.apart] };
      const labels = many(s.labels);
      return { action: "split", parts: many(s.parts).map((date, i) => ({ date, label: labels[i] || labels[0] })) };
    }),
  note: () => ask("Note", [["note", "Note", ""]], (s) => (s.note ? { action: "note", note: s.note } : null)),
  add: () => ask("An event of this article that was missed", [["words", "Words of the article that tell of it", ""], ["date", "Date", ""], ["label", "Label", ""], ["status", "Status", "happened", STATUS]],
    (s) => ({ action: "add", words: s.words, date: s.date, label: s.label, status: s.status })),
};

const batch = async (v) => {
  try {
    const said = await back.batch(v);
    await load(filter());
    tell(said.words);
  } catch (e) { tell(e.message); }
};

// Every key is a button, and every button a key.
const acts = (v) => {
  const all = [];
  if (!v) return [["u", "Undo", undo]];
  if (!v.orphan) {
    all.push(["a", "Accept", () => decide({ action: "accept" }), "yes"]);
    v.readings.forEach((r, i) => all.push([String(i + 1), r.words, () => decide({ action: "fix", reading: i + 1 }), "", r.why]));
    all.push(["e", "Edit", () => forms.edit(v)]);
  }
  all.push(["x", "Reject", () => forms.reject(v)]);
  if (!v.orphan) {
    all.push(["s", "Skip", () => decide({ action: "skip" })], ["m", "Merge", () => forms.merge(v)], ["p", "Split", () => forms.split(v)]);
  }
  all.push(["n", "Note", () => forms.note(v)]);
  if (!v.orphan) all.push(["+", "Add missed event", () => forms.add(v)]);
  if (back.batch && v.class === "explicit" && v.rule && v.state === "unreviewed") all.push(["A", `Accept all explicit of ${v.rule}`, () => batch(v)]);
  all.push(["u", "Undo", undo], ["j", "Next", () => go(at + 1)], ["k", "Previous", () => go(at - 1)], ["?", "Help", help]);
  return all;
};
const buttons = (v) => {
  $("keys").replaceChildren(...acts(v).map(([key, text, act, cls, why]) => {
    const b = el("button", "", { type: "button" });
    if (cls) b.className = cls;
    b.append(el("kbd", key), " " + text);
    if (why) b.append(el("span", ": " + why, { class: "meta" }));
    b.addEventListener("click", act);
    return b;
  }));
};
const help = () => tell("Each button shows its key. j and k, or the arrows, go through the queue; Escape leaves a form; single keys can be turned off at the foot of the page.");

document.addEventListener("keydown", (e) => {
  if (e.key === "Escape" && !$("ask").hidden) { cancel(); return; }
  if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || !$("shortcuts").checked) return;
  if (e.target.closest("input, select, textarea, summary")) return;
  const key = { ArrowDown: "j", ArrowUp: "k" }[e.key] || e.key;
  if (key !== e.key && e.target.closest("nav")) return;
  const act = acts(shown()).find(([k]) => k === key) || (key === "k" && ["", "", () => go(at - 1)]);
  if (act) { e.preventDefault(); act[2](); }
});

const filter = () => Object.fromEntries([...new FormData($("filter"))].filter(([, v]) => v));
$("filter").addEventListener("submit", async (e) => {
  e.preventDefault();
  tell("");
  try {
    await load(filter());
    if (!$("told").textContent.startsWith("The first")) tell(queue.length === 1 ? "1 event" : queue.length + " events");
  } catch (err) { tell(err.message); }
});

load(filter()).catch((e) => tell(e.message));
})();
