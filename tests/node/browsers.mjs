/* One engine through the guide: node browsers.mjs ENGINE TASK.json
   The task holds the places (hosted, folder), the one file, the pages, a visit of the guide and the queries.
   Prints one line for each check; the exit status says whether all held. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { start } from "./engines.mjs";

const [engine, file] = process.argv.slice(2);
const task = JSON.parse(readFileSync(file, "utf-8"));
const browser = await start(engine);
let failed = 0;

async function until(source, wanted, ...given) {
  let found;
  for (let turn = 0; turn < 100; turn++) {
    found = JSON.stringify(await browser.run(source, ...given));
    if (found === JSON.stringify(wanted)) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`${found} is shown, not ${JSON.stringify(wanted)}`);
}

async function check(name, work) {
  const wrong = [];
  browser.faults.length = 0;
  const said = await work(wrong).catch((error) => { wrong.push(`${error.name}: ${error.message}`.trim().split("\n")[0]); return "stopped"; });
  wrong.push(...browser.faults);
  failed += wrong.length;
  console.log(`  ${wrong.length ? "FAILED" : "held  "} ${name}: ${said}`);
  wrong.slice(0, 8).forEach((line) => console.log(`         ${line}`));
}

/* The address of a page, which is named by its hosted one. */
const address = (root, place) => root.url + (root.index ? place : task.files[place]);

/* What a page must show in any engine: its title, its styles, its drawings, and no sideways scrolling. */
const LOOK = `() => ({
  title: ((document.querySelector("h1") || {}).textContent || "").replaceAll("\\u00ad", ""),
  styled: [...document.styleSheets].length > 0 && getComputedStyle(document.body).fontFamily !== "serif",
  blank: [...document.images].filter((i) => i.complete && !i.naturalWidth).length
    + [...document.querySelectorAll("svg[role=img]")].filter((s) => s.getBoundingClientRect().width && s.getBoundingClientRect().width < 40).length,
  wide: document.documentElement.scrollWidth - innerWidth })`;

async function everyPage(root, wrong) {
  for (const [place, title] of task.pages) {
    await browser.open(address(root, place));
    const seen = await browser.run(LOOK);
    if (seen.title.trim() !== title) wrong.push(`${place}: titled ${JSON.stringify(seen.title)}, not ${title}`);
    if (!seen.styled) wrong.push(`${place}: without styles`);
    if (seen.blank) wrong.push(`${place}: ${seen.blank} pictures are blank`);
    if (seen.wide > 0) wrong.push(`${place}: ${seen.wide} px too wide`);
  }
  return `${task.pages.length} pages`;
}

/* The headings of the views that are shown, and the copies of an option. */
const VIEWS = `() => [...document.querySelectorAll("section.view > h2")].filter((h) => h.getBoundingClientRect().height).map((h) => h.id)`;
const COPIES = `(option) => [...document.querySelectorAll("[data-option=" + option + "]")].filter((n) => n.getBoundingClientRect().height).map((n) => n.dataset.copy)`;

/* A visit: a whole route and back, an unknown, a fold with a changed answer, an option that an answer moves, and print. */
async function visit(guide, prefix, wrong) {
  const { route, result, unknown, moved } = task;
  const shows = (id) => until(VIEWS, [prefix + id]);
  const go = (id) => browser.open(`${guide}#${prefix}${id}`).then(() => shows(id));
  const click = (id, inside) => browser.click(`section.view:has(> [id="${prefix + id}"]) ${inside}`);
  const to = (id) => `a[href="#${prefix + id}"]`;

  await go(route[0].step);
  for (const { step, answer } of route) {
    await shows(step);
    await click(step, `a[data-answer="${answer}"]`);
  }
  await shows(result);
  const focus = await browser.run("() => document.activeElement.id");
  if (focus !== prefix + result) wrong.push(`the focus is on ${JSON.stringify(focus)}`);
  for (const { step } of [...route].reverse()) {
    await browser.back();
    await shows(step);
  }

  await go(unknown.step);
  await click(unknown.step, ".unsure a");
  await shows(`${unknown.step}--unsure`);
  await click(`${unknown.step}--unsure`, `.depends ${to(unknown.on)}`);
  await shows(unknown.on);

  await go(result);
  await click(result, "details.given > summary");
  await click(result, `details.given ${to(unknown.step)}`);
  await shows(unknown.step);

  await go(moved.result);
  await until(COPIES, [moved.from], moved.option);
  await click(moved.result, "details.adding > summary");
  await click(moved.result, `label:has(input[value="${moved.by}"])`);
  await until(COPIES, [moved.to], moved.option);
  return "a route and back, an unknown, a fold, a moved option" + (await printed(wrong));
}

/* The view alone is printed, with what was chosen in it. The serif that Firefox takes on Debian is wider. */
async function printed(wrong) {
  const pdf = await browser.print();
  if (!pdf) return "; its driver does not print";
  const text = execFileSync("pdftotext", ["-", "-"], { input: pdf }).toString();
  const words = text.normalize("NFKC").replace(/\s+/g, " "), pages = text.split("\f").length - 1;
  if (pages > (engine === "chromium" ? 2 : 3)) wrong.push(`${pages} pages are printed`);
  wrong.push(...task.prints.filter((part) => !words.includes(part)).map((part) => `not printed: ${part}`));
  wrong.push(...task.prints_not.filter((part) => words.includes(part)).map((part) => `printed: ${part}`));
  return `; printed on ${pages} pages`;
}

const FOUND = `() => [...document.querySelectorAll(".md-search-result__item a")].map((a) => a.href.split("#")[0].split("?")[0])`;
const BOX = "input[name=query]";

async function search(root, wrong) {
  await browser.size(1280);
  await browser.open(address(root, ""));
  const low = [];
  for (const { q, want } of task.queries) {
    await browser.clear(BOX);
    await until(FOUND, []);
    await browser.type(BOX, q);
    const found = await settled();
    if (!want.some((place) => found[0] === address(root, place))) low.push(`${q}: ${found[0] || "nothing"}`);
    if (!found.length) wrong.push(`nothing for ${q}`);
  }
  await browser.size(390);
  const best = task.queries.length - low.length;
  if (best < task.least) wrong.push(`only ${best} first`, ...low);
  return `${best} of ${task.queries.length} queries lead first to the wanted page`;
}

/* The links found, once two looks agree. */
async function settled() {
  let before = "";
  for (let turn = 0; turn < 50; turn++) {
    const found = await browser.run(FOUND);
    if (found.length && found.join() === before) return found;
    before = found.join();
    await new Promise((next) => setTimeout(next, 120));
  }
  return [];
}

async function oneFile(wrong) {
  await browser.open(task.one);
  const seen = await browser.run(`() => ({ leaves: document.querySelectorAll("section.leaf").length,
    wide: document.documentElement.scrollWidth - innerWidth })`);
  if (seen.leaves !== task.leaves) wrong.push(`${seen.leaves} pages, not ${task.leaves}`);
  if (seen.wide > 0) wrong.push(`${seen.wide} px too wide`);
  await browser.click("nav#contents li:last-child a");
  const target = await browser.run(`() => document.getElementById(location.hash.slice(1)).getBoundingClientRect().top`);
  if (Math.abs(target) > 400) wrong.push(`the contents list leads ${target} px off`);
  return `${seen.leaves} pages as sections, and its contents list`;
}

/* Kept on a phone, every page is read while the network is cut, and says that it is the stored one. */
async function kept(root, wrong) {
  await browser.open(address(root, task.keep));
  if (!(await browser.run(`() => Boolean(navigator.serviceWorker)`))) {
    if (!(await browser.run(`() => document.querySelector(".on-phone").hidden`))) wrong.push("it is offered where it cannot be");
    return "not offered, as this engine cannot";
  }
  await browser.click(".on-phone button");
  const stored = `() => !document.querySelector(".on-phone [data-in~=in]").hidden`;
  for (let turn = 0; turn < 12 && !(await browser.run(stored)); turn++) await new Promise((next) => setTimeout(next, 5000));
  await until(stored, true);
  await fetch(new URL("/cut", root.url));
  for (const [place, title] of task.pages) {
    await browser.open(address(root, place));
    const seen = await browser.run(LOOK);
    if (seen.title.trim() !== title || !seen.styled) wrong.push(`${place}: not whole without a network`);
    if (await browser.run(`() => document.querySelector("[data-stored]").hidden`)) wrong.push(`${place}: does not say that it is the stored one`);
  }
  await fetch(new URL("/up", root.url));
  await browser.open(address(root, task.keep));
  await browser.click(".on-phone [data-in=in] button");
  browser.faults.splice(0, Infinity, ...browser.faults.filter((said) => !said.includes("net::"))); // Chromium tells of the cut
  return `${task.pages.length} pages`;
}

/* Nothing but the place itself is asked for. */
async function requests(within, wrong) {
  wrong.push(...browser.asked.filter((url) => !url.startsWith(within) && !/^(data|blob):/.test(url)));
  return `${browser.asked.splice(0).length}, none elsewhere`;
}

console.log(`${browser.version}${browser.tells ? "" : " (its driver tells neither requests nor script errors)"}`);
for (const root of task.places) {
  await check(`${root.name}, every page`, (wrong) => everyPage(root, wrong));
  await check(`${root.name}, guide`, (wrong) => visit(address(root, task.guide), "", wrong));
  await check(`${root.name}, search`, (wrong) => search(root, wrong));
  if (root.index) await check(`${root.name}, kept on a phone`, (wrong) => kept(root, wrong));
  if (browser.tells) await check(`${root.name}, requests`, (wrong) => requests(root.url, wrong));
}
await check("one file, pages", oneFile);
await check("one file, guide", (wrong) => visit(task.one, task.prefix, wrong));
if (browser.tells) await check("one file, requests", (wrong) => requests(task.one, wrong));
await browser.close();
process.exit(failed ? 1 : 0);
