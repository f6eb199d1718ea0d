// Splits the program in two: what the first page needs to start, and the rest,
// which is asked for with the framework's words. `split.mjs IN FIRST REST`,
// where IN is what wasm-bindgen wrote, with its names.
//
// A function that the first part calls and the second has leaves a stub: it
// jumps through a slot of the table that `boot.js` fills once the rest is here.
// Should a stub run before, it asks `boot.js` to load the rest at once: what
// stands in which part decides the size of the first load, never what works.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [input, first, rest] = process.argv.slice(2);

// By their names: what no first visit to the first page runs.
const LATER = [
  /::ui::pages::(?!heading|title|awaiting)/,
  /::ui::components::(?!notice)/,
  /::domain::(plan|file|ladder|reconcile|supervision|remark|framework|web_address)::/,
  /::app::(?!session|route)\w+::/,
  /::app::session::(opening|removal|dialogs|reading)::/,
  /::Session>::(open|ask|undo|remove|confirm|choose|keep_here|let_go|continue|close|save_backup|save_plan|download|file_|finish|your_data|plan_read|storage_changed|drop_undo|measure)/,
  /serde_json/,
  /::platform::(files|clipboard|dialog|witness)::/,
];
// The linker gives one body to all functions that do the same, under any of
// their names: what many types share is at first, whatever it is called.
const SHARED = /::to_vec|::clone::Clone|::cmp::|::drop_in_place|::ptr::|::fmt::|::default::Default|::hash::|::convert::|^\$"<?(core|alloc|std)\[/;
const FEATURES = [
  "mutable-globals",
  "sign-ext",
  "nontrapping-float-to-int",
  "bulk-memory",
  "bulk-memory-opt",
  "multivalue",
  "reference-types",
  "call-indirect-overlong",
].map((name) => `--enable-${name}`);

const folder = mkdtempSync(join(tmpdir(), "split-"));
const run = (tool, ...words) => execFileSync(join("node_modules/.bin", tool), [...FEATURES, ...words], { stdio: ["ignore", "inherit", "pipe"] });
const NAME = String.raw`\$(?:"(?:[^"\\]|\\.)*"|[^\s()]+)`;

try {
  const text = join(folder, "in.wat");
  run("wasm-dis", input, "-o", text);
  const forms = formsOf(readFileSync(text, "utf8"));
  const is = (kind) => forms.filter((form) => form.startsWith(` (${kind} `));

  const functions = new Map(is("func").map((form) => [form.match(new RegExp(`^ \\(func (${NAME})`))[1], form]));
  const calls = new Map([...functions].map(([name, form]) => [name, namesIn(form)]));
  const imported = is("import").filter((form) => form.includes("(func "));
  const others = forms.filter((form) => !form.startsWith(" (func "));

  // What the first part needs: all that is exported, begun with or put into
  // the table, and what that calls, up to the first function for later.
  const later = (name) => !SHARED.test(name) && LATER.some((pattern) => pattern.test(name));
  const roots = [...is("export"), ...is("elem"), ...is("start")].flatMap(namesIn).filter((name) => functions.has(name));
  const needed = new Set();
  const open = roots.filter((name) => !later(name));
  while (open.length) {
    const name = open.pop();
    if (needed.has(name)) continue;
    needed.add(name);
    for (const called of calls.get(name)) if (functions.has(called) && !later(called)) open.push(called);
  }
  const second = [...functions.keys()].filter((name) => !needed.has(name));
  const called = new Set([...needed].flatMap((name) => calls.get(name)).concat(roots));
  const stubs = second.filter((name) => called.has(name));

  const table = is("table").find((form) => form.endsWith("funcref)"));
  const [, tableName, size] = table.match(new RegExp(`\\(table (${NAME}) (\\d+)`));
  const grown = (form) => (form === table ? ` (table ${tableName} ${+size + stubs.length} ${+size + stubs.length} funcref)` : form);
  const signature = (name) => functions.get(name).match(/^[^\n]*/)[0].replace(` (func ${name}`, "").trim().replace(/\)+$/, ")");
  const types = (name, kind) => [...signature(name).matchAll(new RegExp(`\\(${kind} ([^)]*)\\)`, "g"))].map(([, inside]) => inside.replace(/\$\S+ /, ""));
  const shape = (name) => [...types(name, "param").map((type) => `(param ${type})`), ...types(name, "result").map((type) => `(result ${type})`)].join(" ");
  const stub = (name, slot) => {
    const given = types(name, "param").map((_, place) => `(local.get ${place})`).join(" ");
    return ` (func ${name} ${shape(name)} (if (i32.eqz (global.get $restIsHere)) (then (call $loadRest))) (call_indirect ${tableName} ${shape(name)} ${given} (i32.const ${slot})))`;
  };

  // What the second part takes from the first.
  const taken = new Set(second.flatMap((name) => calls.get(name)));
  const exports = [];
  const imports = [];
  const take = (name, declared) => {
    const word = `p${exports.length}`;
    exports.push(` (export "${word}" ${declared.slice(0, declared.indexOf(" "))} ${name}))`.replace('" (', '" ('));
    imports.push(` (import "p" "${word}" ${declared})`);
  };
  for (const form of is("memory")) {
    const [, name, pages] = form.match(new RegExp(`\\(memory (${NAME}) (.*)\\)`));
    take(name, `(memory ${name} ${pages})`);
  }
  for (const form of is("table")) {
    const [, name, kind] = grown(form).match(new RegExp(`\\(table (${NAME}) (.*)\\)`));
    take(name, `(table ${name} ${kind})`);
  }
  for (const form of is("global")) {
    const [, name, type] = form.match(new RegExp(`^ \\(global (${NAME}) (\\(mut \\w+\\)|\\w+)`));
    take(name, `(global ${name} ${type})`);
  }
  for (const form of imported) {
    const [, name, shape] = form.match(new RegExp(`\\(func (${NAME})(.*)\\)\\)$`));
    if (taken.has(name)) take(name, `(func ${name}${shape})`);
  }
  for (const name of needed) if (taken.has(name)) take(name, `(func ${name} ${shape(name)})`);

  const kept = new Set(needed);
  const importForms = is("import");
  const rest1 = others.filter((form) => !form.startsWith(" (import ")).map(grown);
  write(first, [
    ...is("type"),
    ...importForms,
    ' (import "rest" "load" (func $loadRest))',
    ...rest1.filter((form) => !form.startsWith(" (type ")),
    " (global $restIsHere (mut i32) (i32.const 0))",
    ' (export "restIsHere" (global $restIsHere))',
    ` (export "slots" (table ${tableName}))`,
    ...exports,
    ...[...functions].flatMap(([name, form]) => (kept.has(name) ? [form] : [])),
    ...stubs.map((name, place) => stub(name, +size + place)),
  ]);
  write(rest, [
    ...is("type"),
    ...imports,
    ...second.map((name) => functions.get(name)),
    ...stubs.map((name, place) => ` (export "s${place}" (func ${name}))`),
  ]);
  console.log(`  ${needed.size} functions at first, ${second.length} later, ${stubs.length} between`);
} finally {
  rmSync(folder, { recursive: true });
}

// The forms of a module as wasm-dis lays them out: each begins with one space.
function formsOf(text) {
  return text
    .slice(text.indexOf("\n") + 1, text.lastIndexOf("\n)"))
    .split(/\n(?= \()/)
    .map((form) => form.trimEnd());
}

// The functions a form calls or names.
function namesIn(form) {
  return [...form.matchAll(new RegExp(`(?:call|ref\\.func|func|start) (${NAME})`, "g"))]
    .map(([, name]) => name)
    .concat(form.startsWith(" (elem ") ? [...form.matchAll(new RegExp(NAME, "g"))].map(([name]) => name) : []);
}

function write(out, forms) {
  const text = join(folder, "out.wat");
  writeFileSync(text, `(module\n${forms.join("\n")}\n)\n`);
  run("wasm-as", "-g", text, "-o", out);
  run("wasm-opt", "-Oz", "--converge", process.env.SPLIT_NAMES ? "-g" : "--strip-debug", "--strip-producers", out, "-o", out);
}
