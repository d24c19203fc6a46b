/* One engine through the whole guide: node browsers.mjs ENGINE TASK.json
   The task holds the places (hosted, folder), the one file, the pages, the paths and the queries.
   Prints one line for each check; the exit status says whether all held. */
import { readFileSync } from "node:fs";
import { start } from "./engines.mjs";

const [engine, file] = process.argv.slice(2);
const task = JSON.parse(readFileSync(file, "utf-8"));
const browser = await start(engine);
let failed = 0;

async function until(source, ...given) {
  for (let turn = 0; turn < 100; turn++) {
    const found = await browser.run(source, ...given);
    if (found) return found;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`waited in vain for ${source}`);
}

async function check(name, work) {
  const wrong = [];
  browser.faults.length = 0;
  const said = await work(wrong).catch((error) => { wrong.push(error.message.split("\n")[0]); return "stopped"; });
  wrong.push(...browser.faults);
  failed += wrong.length;
  console.log(`  ${wrong.length ? "FAILED" : "held  "} ${name}: ${said}`);
  wrong.slice(0, 8).forEach((line) => console.log(`         ${line}`));
}

/* What a page must show in any engine: its title, its styles, its drawings, and no sideways scrolling. */
const LOOK = `() => ({
  title: (document.querySelector("h1") || {}).innerText || "",
  styled: [...document.styleSheets].length > 0 && getComputedStyle(document.body).fontFamily !== "serif",
  blank: [...document.images].filter((i) => i.complete && !i.naturalWidth).length
    + [...document.querySelectorAll("svg[role=img]")].filter((s) => s.getBoundingClientRect().width && s.getBoundingClientRect().width < 40).length,
  wide: document.documentElement.scrollWidth - innerWidth })`;

async function everyPage(root, wrong) {
  for (const [place, title] of task.pages) {
    await browser.open(root.index ? root.url + place : root.url + flat(place));
    const seen = await browser.run(LOOK);
    if (!seen.title.includes(title)) wrong.push(`${place}: titled ${JSON.stringify(seen.title)}, not ${title}`);
    if (!seen.styled) wrong.push(`${place}: without styles`);
    if (seen.blank) wrong.push(`${place}: ${seen.blank} pictures are blank`);
    if (seen.wide > 0) wrong.push(`${place}: ${seen.wide} px too wide`);
  }
  return `${task.pages.length} pages`;
}

/* The hosted address of a page as its file in the folder. */
function flat(place) {
  return task.files[place];
}

const STEP = `() => { const shown = document.querySelector("section.step:not([hidden]), section.outcome:not([hidden])");
  return document.querySelectorAll("section.step:not([hidden]), section.outcome:not([hidden])").length === 1 && shown.querySelector("h2").id; }`;

async function everyPath(start, prefix, wrong) {
  for (const path of task.paths) {
    await browser.open(`${start}#~`);
    for (const { step, answer } of path.answers) {
      await until(`(id) => (${STEP})() === id`, prefix + step);
      await browser.click(`section.step:not([hidden]) a[data-answer="${answer}"]`);
    }
    await until(`(id) => (${STEP})() === id`, prefix + path.outcome);
  }
  const last = task.paths[task.paths.length - 1].answers;
  await browser.back();
  await until(`(id) => (${STEP})() === id`, prefix + last[last.length - 1].step);
  return `${task.paths.length} paths clicked to their endings, and back`;
}

const FOUND = `() => [...document.querySelectorAll(".md-search-result__item a")].map((a) => a.href)`;
const BOX = "input[name=query]";

async function search(root, wrong) {
  await browser.size(1280);
  await browser.open(root.url + (root.index ? "" : "index.html"));
  let best = 0, none = 0;
  for (const { q, want } of task.queries) {
    await browser.type(BOX, q);
    const found = await settled();
    none += !found.length;
    best += want.some((place) => root.index ? found[0] === root.url + place : found[0] === root.url + flat(place));
  }
  await browser.size(390);
  if (none) wrong.push(`${none} queries found nothing`);
  if (best < task.least) wrong.push(`only ${best} of ${task.queries.length} first`);
  return `${best} of ${task.queries.length} queries lead first to the wanted page`;
}

/* The first links of the pages found, once two looks agree. */
async function settled() {
  let before = null;
  for (let turn = 0; turn < 100; turn++) {
    await new Promise((next) => setTimeout(next, 120));
    const found = (await browser.run(FOUND)).map((href) => href.split("#")[0].split("?")[0]);
    if (before && found.length && found.join() === before) return found;
    before = found.join();
  }
  return [];
}

async function oneFile(wrong) {
  await browser.open(task.one);
  const seen = await browser.run(`() => ({ leaves: document.querySelectorAll("section.leaf").length,
    wide: document.documentElement.scrollWidth - innerWidth })`);
  if (seen.leaves !== task.pages.length) wrong.push(`${seen.leaves} pages`);
  if (seen.wide > 0) wrong.push(`${seen.wide} px too wide`);
  await browser.click("nav#contents li:last-child a");
  const target = await browser.run(`() => document.getElementById(location.hash.slice(1)).getBoundingClientRect().top`);
  if (Math.abs(target) > 400) wrong.push(`the contents list leads ${target} px off`);
  return `${seen.leaves} pages as sections, and its contents list`;
}

console.log(`${browser.version}${browser.tells ? "" : " (its driver tells neither requests nor script errors)"}`);
for (const root of task.places) {
  await check(`${root.name}, every page`, (wrong) => everyPage(root, wrong));
  await check(`${root.name}, guide`, (wrong) => everyPath(root.url + (root.index ? task.guide : flat(task.guide)), "", wrong));
  await check(`${root.name}, search`, (wrong) => search(root, wrong));
  const out = browser.asked.filter((url) => !url.startsWith(root.within) && !url.startsWith("data:") && !url.startsWith("blob:"));
  if (browser.tells) await check(`${root.name}, requests`, async (wrong) => { wrong.push(...out); return `${browser.asked.length}, none elsewhere`; });
  browser.asked.length = 0;
}
await check("one file, pages", oneFile);
await check("one file, guide", (wrong) => everyPath(task.one, task.prefix, wrong));
await browser.close();
process.exit(failed ? 1 : 0);
