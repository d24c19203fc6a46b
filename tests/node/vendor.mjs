// Write docs/assets/vendor: what search takes from others, minified, and where each file comes from.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const TAKEN = [
  { name: "minisearch", file: "dist/umd/index.js", to: "minisearch.min.js", options: [] },
  {
    name: "wink-porter2-stemmer", file: "src/wink-porter2-stemmer.js", to: "porter2-stemmer.min.js",
    options: ["--bundle", "--format=iife", "--global-name=porter2Stemmer"],
  },
];
const here = new URL("./", import.meta.url), target = new URL("../../docs/assets/vendor/", here);
const lock = JSON.parse(readFileSync(new URL("package-lock.json", here), "utf8")).packages;
const sha256 = data => createHash("sha256").update(data).digest("hex");

const taken = TAKEN.map(({ name, file, to, options }) => {
  const folder = `node_modules/${name}`, about = JSON.parse(readFileSync(new URL(`${folder}/package.json`, here)));
  const banner = `/*! ${name} ${about.version}, ${about.license} license */`;
  const command = [`${folder}/${file}`, ...options, "--minify", "--target=es2018", "--legal-comments=none", `--banner:js=${banner}`];
  const minified = execFileSync(new URL("node_modules/.bin/esbuild", here).pathname, command, { cwd: here.pathname });
  writeFileSync(new URL(to, target), minified);
  return {
    name, version: about.version, license: about.license, homepage: about.homepage,
    package: { integrity: lock[folder].integrity },
    published: { file, sha256: sha256(readFileSync(new URL(`${folder}/${file}`, here))) },
    minified: { file: to, sha256: sha256(minified), by: `esbuild ${lock["node_modules/esbuild"].version}`, command: ["esbuild", ...command].join(" ") },
    text: readFileSync(new URL(`${folder}/LICENSE${name === "minisearch" ? ".txt" : ""}`, here), "utf8"),
  };
});
writeFileSync(new URL("vendored.json", target), `${JSON.stringify(taken, null, 2)}\n`);
