// Reads a file of dateline's as programs of others read it, and prints what
// they understood as JSON. What they reject is an error, and the exit code 1.
//
//	node readers.mjs csv FILE          csv-parse, strict as RFC 4180
//	node readers.mjs calendar FILE     ical.js
//	node readers.mjs sitemap FILE      sitemap
//	node readers.mjs ld FILE CONTEXTS  jsonld: every property has a meaning; CONTEXTS
//	                                   has the contexts by the name of their address
//	node readers.mjs schema.org FILE   TypeScript, with the types of schema-dts
//	node readers.mjs annotations FILE  TypeScript, with the types of @iiif/presentation-3
//	node readers.mjs anchors FILE      @apache-annotator: FILE has texts by their address
//	                                   under "texts" and the annotations under "page"
import { createReadStream, readFileSync } from "node:fs";
import path from "node:path";

const [kind, file, more] = process.argv.slice(2);
const here = import.meta.dirname;
const read = () => readFileSync(file, "utf8");

async function csv() {
  const { parse } = await import("csv-parse/sync");
  return parse(read(), { record_delimiter: "\r\n", relax_quotes: false, relax_column_count: false });
}

async function calendar() {
  const ICAL = (await import("ical.js")).default;
  const calendar = new ICAL.Component(ICAL.parse(read()));
  return calendar.getAllSubcomponents("vevent").map((c) => {
    const e = new ICAL.Event(c, { strictExceptions: true });
    return { uid: e.uid, summary: e.summary, start: e.startDate.toString(), end: e.endDate.toString(), allDay: e.startDate.isDate && e.endDate.isDate };
  });
}

async function sitemap() {
  const { parseSitemap } = await import("sitemap");
  return (await parseSitemap(createReadStream(file))).map((u) => u.url);
}

async function ld() {
  const jsonld = (await import("jsonld")).default;
  const documentLoader = async (url) => ({
    contextUrl: null, documentUrl: url,
    document: JSON.parse(readFileSync(path.join(more, path.basename(url).replace(/(\.jsonld)?$/, ".jsonld")), "utf8")),
  });
  const quads = await jsonld.toRDF(JSON.parse(read()), { documentLoader, safe: true });
  return quads.map((q) => [q.subject.value, q.predicate.value, q.object.value]);
}

// typed checks a value as the types of a vocabulary have it.
async function typed(imports, type, from) {
  const ts = (await import("typescript")).default;
  const name = path.join(here, "checked.ts");
  const source = `import type { ${imports} } from "${from}";\nexport const checked: ${type} = ${read()};\n`;
  const options = { strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = (f) => path.resolve(f) === name || fileExists(f);
  host.readFile = (f) => (path.resolve(f) === name ? source : readFile(f));
  host.getSourceFile = (f, v) => (path.resolve(f) === name ? ts.createSourceFile(f, source, v) : getSourceFile(f, v));
  return ts.getPreEmitDiagnostics(ts.createProgram([name], options, host)).map((d) => ts.flattenDiagnosticMessageText(d.messageText, "\n"));
}

async function anchors() {
  const { textQuoteSelectorMatcher, textPositionSelectorMatcher } = await import("@apache-annotator/selector");
  const { texts, page } = JSON.parse(read());
  // A text in one piece: where a match begins and ends is where its words are.
  const chunker = (data) => {
    const currentChunk = { data, equals: (o) => o === currentChunk };
    return { currentChunk, nextChunk: () => null, previousChunk: () => null, precedesCurrentChunk: () => false };
  };
  const found = [];
  for (const a of page.items) {
    const text = texts[a.target.source], words = {};
    for (const s of a.target.selector) {
      const matcher = { TextQuoteSelector: textQuoteSelectorMatcher, TextPositionSelector: textPositionSelectorMatcher }[s.type];
      words[s.type] = [];
      for await (const m of matcher(s)(chunker(text))) words[s.type].push([m.startIndex, text.slice(m.startIndex, m.endIndex)]);
    }
    found.push(words);
  }
  return found;
}

const readers = {
  csv, calendar, sitemap, ld, anchors,
  "schema.org": () => typed("ItemList, WithContext", "WithContext<ItemList>", "schema-dts"),
  annotations: () => typed("W3CAnnotationPage", `W3CAnnotationPage & { id: string }`, "@iiif/presentation-3"),
};
process.stdout.write(JSON.stringify(await readers[kind]()));
