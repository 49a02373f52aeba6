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
const words = JSON.parse($("words").textContent);
const t = (key, say) => (words[key] || `[${key}]`).replace(/{(\w+)}/g, (all, name) => (say && name in say ? say[name] : all));
const count = (key, n) => t(key + (n === 1 ? ".one" : ".other"), { n });
// What the desk itself says is in the language of the page; what dateline
// says of a decision is in English.
const tell = (text, lang) => { $("told").lang = lang || document.documentElement.lang; $("told").textContent = text; };
const english = (text) => el("span", text, { lang: "en" });
const failed = (e) => tell(e.message, e.ours ? "" : "en");
const ours = (text) => Object.assign(new Error(text), { ours: true });

// Behind the page: the server of "dateline serve --review".
const server = (token) => {
  const client = Array.from(crypto.getRandomValues(new Uint8Array(8)), (b) => b.toString(16).padStart(2, "0")).join("");
  const call = async (path, body) => {
    const answer = await fetch(path, body === undefined ? {} : {
      method: "POST", headers: { "Content-Type": "application/json", "X-Dateline-Token": token },
      body: JSON.stringify(Object.assign({ client }, body)),
    });
    const said = await answer.json().catch(() => null);
    if (!said) throw ours(t("desk.silent", { code: answer.status }));
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
      v.history = v.history.concat({ on: p.on, by: p.by, words: p.action + (p.date ? " " + p.date : ""), unsaved: true, note: p.note });
    }
    try { localStorage.setItem(name, JSON.stringify(kept)); } catch { tell(t("desk.forgets")); }
  };
  // An event without a date counts once it is decided on.
  const counts = (v) => v.date || v.state !== "unreviewed" || v.history.length;
  const number = (is) => data.items.filter(counts).filter(is).length;
  const status = () => ({
    events: number((v) => !v.orphan), unreviewed: number((v) => v.state === "unreviewed"),
    stale: number((v) => v.stale.length && !v.orphan), orphans: number((v) => v.orphan),
  });
  $("save").addEventListener("click", () => {
    const blob = new Blob([JSON.stringify({ dateline_review: 1, decisions: kept }, null, 2) + "\n"], { type: "application/json" });
    const a = el("a", "", { download: "decisions.json", href: URL.createObjectURL(blob) });
    a.click();
    setTimeout(() => URL.revokeObjectURL(a.href), 1000);
    tell(count("desk.saved", kept.length));
  });
  const on = () => { const d = new Date(); return [d.getFullYear(), d.getMonth() + 1, d.getDate()].map((n) => String(n).padStart(2, "0")).join("-"); };
  mark();
  return {
    load: async (f) => ({ status: status(), items: data.items.filter((v) =>
      (!f.article || v.article === f.article) && (!f.rule || v.rule === f.rule) && (!f.confidence || v.sure === f.confidence) &&
      (!f.status || v.status === f.status) && (f.undated || counts(v)) &&
      (!f.words || v.sentence.some((p) => p.mark === "when" && p.text.toLowerCase().includes(f.words.toLowerCase()))) &&
      (f.state === "all" || v.state === f.state || (f.state === "skipped" && v.skipped) || (f.state === "stale" && v.stale.length) ||
       (f.state === "orphan" && v.orphan) || ((f.state || "open") === "open" && !v.skipped && (v.state === "unreviewed" || v.stale.length)))) }),
    decide: async (v, posted) => {
      if (!by.value.trim()) { by.focus(); throw ours(t("desk.name.first")); }
      if (posted.reading) posted = { action: "fix", date: v.readings[posted.reading - 1].date };
      // A second thought on one event replaces the first: neither is written yet.
      if (posted.action !== "add" && posted.action !== "note") kept = kept.filter((p) => p.article !== v.article || p.id !== v.id || p.action === "note");
      kept.push(Object.assign({ article: v.article, id: posted.action === "add" ? undefined : v.id, seen: v.seen, by: by.value.trim(), on: on() }, posted));
      mark();
      return { item: v, status: status(), words: posted.action + (posted.date ? " " + posted.date : "") };
    },
    undo: async () => {
      const p = kept.pop();
      if (!p) throw ours(t("desk.undo.none"));
      mark();
      return { item: find(p), status: status(), words: t("desk.back") };
    },
    near: async (v) => data.items.filter((o) => o !== v && !o.orphan && o.date).map((o) => ({ id: o.id, label: o.label, date_words: o.date_words, article: o.article,
      far: Math.abs(new Date(o.date.slice(0, 10)) - new Date(v.date.slice(0, 10))) || 0 })).sort((a, b) => a.far - b.far).slice(0, 9),
  };
};

const token = document.querySelector("meta[name=dateline-token]");
const back = token ? server(token.content) : collector(window.datelineReview || { items: [] });
let queue = [], at = 0;

const shown = () => queue[at];
const progress = (s) => {
  $("progress").textContent = t("desk.progress", { n: s.events - s.unreviewed, all: s.events, stale: s.stale, orphans: s.orphans });
};

const load = async (filter, keep) => {
  const said = await back.load(filter);
  queue = said.items;
  at = Math.max(0, keep ? queue.findIndex((v) => v.id === keep) : 0);
  progress(said.status);
  list();
  show();
  if (said.all > queue.length) tell(t("desk.first", { n: queue.length, all: said.all }));
  return said.all > queue.length;
};

const list = () => {
  $("queue").replaceChildren(...queue.map((v, i) => {
    const li = el("li"), b = el("button", "", { type: "button" });
    const state = v.state === "unreviewed" && !v.skipped ? t("desk.class." + v.class) : stateOf(v);
    b.append(el("span", state + (v.stale.length ? ", " + t("desk.state.stale") : ""), { class: "meta" }),
      el("br"), `${v.date_words}: `, el("span", v.label, { lang: v.lang }));
    if (i === at) b.setAttribute("aria-current", "true");
    b.addEventListener("click", () => { go(i); });
    li.append(b);
    return li;
  }));
};

const stateOf = (v) => t("desk.state." + (v.skipped ? "skipped" : v.state));

const fill = (id, items) => {
  $(id + "-part").hidden = !items.length;
  $(id).replaceChildren(...items.map((text) => {
    const li = el("li");
    li.append(...[text].flat());
    return li;
  }));
};

const show = () => {
  close();
  const v = shown();
  if (!v) {
    $("label").textContent = t("desk.done");
    $("label").lang = "";
    for (const id of ["class", "when", "source"]) $(id).replaceChildren();
    for (const id of ["sentence", "facts", "keys"]) $(id).replaceChildren();
    $("stale").hidden = true;
    for (const id of ["steps", "elsewhere", "history"]) fill(id, []);
    return;
  }
  $("class").textContent = t("desk.place", { n: at + 1, all: queue.length, class: t("desk.class." + v.class), state: stateOf(v) });
  $("label").textContent = v.label || v.sentence.map((p) => p.text).join("");
  $("label").lang = $("sentence").lang = v.lang;
  $("when").textContent = `${v.date_words}${v.date ? ` (${v.date})` : ""}, ${t("status." + v.status)}; ${t("desk.precision." + v.precision)}`;
  $("stale").hidden = !v.stale.length && !v.echo;
  $("stale").replaceChildren(...v.stale.map((s) => [t("desk.again") + " ", s]).concat(v.echo ? [["", v.echo]] : []).map(([lead, s]) => {
    const li = el("li", lead);
    li.append(english(s));
    return li;
  }));
  const near = (text) => (text ? [el("span", text, { class: "near" }), " "] : []);
  $("sentence").replaceChildren(...near(v.before),
    ...v.sentence.map((p) => (p.mark ? el("mark", p.text, { class: p.mark }) : p.text)), " ", ...near(v.after));
  const source = v.page ? el("a", v.title || v.article, { href: v.page, target: "_blank", rel: "noopener", lang: v.lang }) : el("span", v.title || v.article, { lang: v.lang });
  $("source").replaceChildren(source, `${v.publisher ? ", " + v.publisher : ""}. ${t("desk.published", { date: v.published })} ${v.file}${v.line ? ":" + v.line : ""}`);
  const sure = v.sure && t("desk.sure." + v.sure);
  const facts = [[t("desk.people"), v.people.join("; ")], [t("desk.where"), v.place],
    [t("desk.confidence"), v.rule ? t("desk.by", { sure, rule: v.rule }) : sure],
    [t("desk.now"), v.proposed ? `${v.proposed_words} (${v.proposed})` : ""], [t("desk.note"), v.note]];
  $("facts").replaceChildren(...facts.filter((f) => f[1]).flatMap((f) => [el("dt", f[0]), el("dd", f[1])]));
  fill("steps", v.steps);
  fill("elsewhere", v.elsewhere.map((e) => {
    const said = { date: e.date, label: e.label, source: e.title || e.article };
    return e.differs ? t("desk.but", said) : t("desk.also", said);
  }));
  fill("history", v.history.map((h) => [`${h.on}, ${h.by}: `, english(h.words), (h.unsaved ? ", " + t("desk.unsaved") : "") + (h.note ? ". " + h.note : "")]));
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
    tell(said.words + (said.notice ? "\n" + said.notice : ""), "en");
    progress(said.status);
    if (posted.action === "note") go(at);
    else if (posted.action === "add") await load(filter(), v.id);
    else go(at + 1);
  } catch (e) {
    if (e.view) { queue[at] = e.view; list(); show(); }
    failed(e);
  }
};

const undo = async () => {
  try {
    const said = await back.undo();
    progress(said.status);
    const i = said.item ? queue.findIndex((v) => v.id === said.item.id && v.article === said.item.article) : -1;
    if (i >= 0) { queue[i] = said.item; go(i); } else await load(filter());
    tell(said.words, token ? "en" : "");
  } catch (e) { failed(e); }
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
  const go = el("button", t("desk.decide"), { class: "yes" }), no = el("button", t("desk.cancel"), { type: "button" });
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

const STATUS = ["happened", "ongoing", "planned", "possible", "negated", "statement"].map((value) => ({ value, text: t("status." + value) }));
const REASON = [["not an event", "event"], ["wrong date", "date"], ["duplicate", "duplicate"], ["no longer in the article", "gone"]].map(([value, key]) => ({ value, text: t("desk.reason." + key) }));
const many = (s) => s.split(";").map((x) => x.trim()).filter(Boolean);

const forms = {
  edit: (v) => ask(t("desk.edit"), [["date", t("desk.edit.date"), v.date], ["label", t("desk.edit.label"), v.label],
    ["status", t("desk.edit.status"), v.status, STATUS], ["people", t("desk.edit.people"), v.people.join("; ")], ["place", t("desk.edit.place"), v.place], ["note", t("desk.edit.note"), ""]], (s) => {
    const p = { action: "fix" };
    for (const k of ["date", "label", "status"]) if (s[k] && s[k] !== v[k]) p[k] = s[k];
    if (s.place.trim() !== v.place) p.place = s.place.trim();
    if (s.people !== v.people.join("; ")) p.people = many(s.people);
    if (s.note) p.note = s.note;
    if (Object.keys(p).every((k) => k === "action" || k === "note")) p.action = "accept";
    return p;
  }),
  // The last reason is for words that are gone, and they have no other.
  reject: (v) => ask(t("desk.reject"), [["reason", t("desk.reason"), v.orphan ? REASON[3].value : REASON[0].value, v.orphan ? REASON : REASON.slice(0, 3)], ["note", t("desk.note"), ""]],
    (s) => ({ action: "reject", reason: s.reason, note: s.note })),
  merge: async (v) => {
    const near = await back.near(v);
    ask(t("desk.merge"), [["into", t("desk.merge.into"), near.length ? near[0].id : "", near.map((c) => ({ value: c.id, text: `${c.date_words}: ${c.label}` }))], ["note", t("desk.note"), ""]],
      (s) => ({ action: "merge", into: s.into, note: s.note }));
  },
  split: (v) => ask(t("desk.split"),
    [["parts", t("desk.split.parts"), ""], ["labels", t("desk.split.labels"), v.label]].concat(v.elsewhere.length ?
      [["apart", t("desk.split.apart"), "", [{ value: "", text: "–" }].concat(v.elsewhere.map((e) => ({ value: e.id, text: `${e.date}: ${e.label}` })))]] : []), (s) => {
      if (s.apart) return { action: "split", apart: [s.apart] };
      const labels = many(s.labels);
      return { action: "split", parts: many(s.parts).map((date, i) => ({ date, label: labels[i] || labels[0] })) };
    }),
  note: () => ask(t("desk.note"), [["note", t("desk.note"), ""]], (s) => (s.note ? { action: "note", note: s.note } : null)),
  add: () => ask(t("desk.add"), [["words", t("desk.add.words"), ""], ["date", t("desk.add.date"), ""], ["label", t("desk.edit.label"), ""], ["status", t("desk.edit.status"), "happened", STATUS]],
    (s) => ({ action: "add", words: s.words, date: s.date, label: s.label, status: s.status })),
};

const batch = async (v) => {
  try {
    const said = await back.batch(v);
    await load(filter());
    tell(said.words, "en");
  } catch (e) { failed(e); }
};

// Every key is a button, and every button a key.
const acts = (v) => {
  const all = [];
  if (!v) return [["u", t("desk.key.undo"), undo]];
  if (!v.orphan) {
    all.push(["a", t("desk.key.accept"), () => decide({ action: "accept" }), "yes"]);
    v.readings.forEach((r, i) => all.push([String(i + 1), r.words, () => decide({ action: "fix", reading: i + 1 }), "", r.why]));
    all.push(["e", t("desk.key.edit"), () => forms.edit(v)]);
  }
  all.push(["x", t("desk.key.reject"), () => forms.reject(v)]);
  if (!v.orphan) {
    all.push(["s", t("desk.key.skip"), () => decide({ action: "skip" })], ["m", t("desk.key.merge"), () => forms.merge(v)], ["p", t("desk.key.split"), () => forms.split(v)]);
  }
  all.push(["n", t("desk.note"), () => forms.note(v)]);
  if (!v.orphan) all.push(["+", t("desk.key.add"), () => forms.add(v)]);
  if (back.batch && v.class === "explicit" && v.rule && v.state === "unreviewed") all.push(["A", t("desk.key.batch", { rule: v.rule }), () => batch(v)]);
  all.push(["u", t("desk.key.undo"), undo], ["j", t("desk.key.next"), () => go(at + 1)], ["k", t("desk.key.previous"), () => go(at - 1)], ["?", t("desk.key.help"), help]);
  return all;
};
const buttons = (v) => {
  $("keys").replaceChildren(...acts(v).map(([key, text, act, cls, why]) => {
    const b = el("button", "", { type: "button" });
    if (cls) b.className = cls;
    b.append(el("kbd", key), " " + text);
    if (why) b.append(el("span", ": " + why, { class: "meta", lang: "en" }));
    b.addEventListener("click", act);
    return b;
  }));
};
const help = () => tell(t("desk.help"));

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
    if (!await load(filter())) tell(count("desk.events", queue.length));
  } catch (err) { failed(err); }
});

load(filter()).catch(failed);
})();
