/* Three engines behind one small interface: open, size, run, click, clear, type, back, print, faults, asked, close.
   Clicks and keys are real: they go through the engine's own driver, not through scripts in the page. */
import { existsSync } from "node:fs";
import { spawn } from "node:child_process";
import puppeteer from "puppeteer-core";
import { Builder, By } from "selenium-webdriver";

const first = (...paths) => paths.find((path) => existsSync(path));
const WIDTH = 390, HEIGHT = 844;

const PLACES = {
  chromium: () => first("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"),
  firefox: () => first("/usr/bin/firefox-esr", "/usr/bin/firefox"),
  webkit: () => first("/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser"),
};
const PACKAGES = { chromium: "chromium", firefox: "firefox-esr", webkit: "webkit2gtk-driver and xvfb" };

/** Start an engine by name. Throws with the package to install where it is not there. */
export async function start(name) {
  const place = PLACES[name]();
  if (!place) throw new Error(`${name} is not here: install Debian's ${PACKAGES[name]}`);
  return name === "webkit" ? webkit(place) : puppet(name, place);
}

async function puppet(name, executablePath) {
  const browser = await puppeteer.launch({
    browser: name === "chromium" ? "chrome" : name, executablePath, headless: true,
    args: name === "chromium" ? ["--no-sandbox", "--disable-background-networking"] : [],
  });
  const page = await browser.newPage();
  const faults = [], asked = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (said) => said.type() === "error" && faults.push(said.text()));
  page.on("request", (request) => asked.push(request.url()));
  page.on("response", (answer) => answer.status() >= 400 && faults.push(`${answer.status()} ${answer.url()}`));
  await page.setViewport({ width: WIDTH, height: HEIGHT });
  return {
    name, version: await browser.version(), faults, asked, tells: true,
    size: (width) => page.setViewport({ width, height: HEIGHT }),
    open: (url) => page.goto(url),
    run: (source, ...given) => page.evaluate(`(${source})(...${JSON.stringify(given)})`),
    click: (selector) => page.click(selector),
    clear: async (selector) => { await page.click(selector, { count: 3 }); await page.keyboard.press("Backspace"); },
    type: (selector, text) => page.type(selector, text),
    back: () => page.goBack(),
    print: () => page.pdf({ format: "letter" }),
    close: () => browser.close(),
  };
}

async function webkit(binary) {
  const port = 4000 + (process.pid % 4000);
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], { stdio: "ignore" });
  await new Promise((ready) => setTimeout(ready, 1000));
  const browser = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities({
    browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary, args: ["--automation"] },
  }).build();
  const size = (width) => browser.manage().window().setRect({ width, height: HEIGHT, x: 0, y: 0 });
  await size(WIDTH);
  return {
    name: "webkit", version: `WebKitGTK ${(await browser.getCapabilities()).get("browserVersion")}`,
    faults: [], asked: [], tells: false, size,
    open: (url) => browser.get(url),
    run: (source, ...given) => browser.executeScript(`return (${source})(...arguments)`, ...given),
    click: async (selector) => {
      const found = await browser.findElement(By.css(selector));
      await browser.executeScript("arguments[0].scrollIntoView({ block: 'center' })", found); // this driver does not, as a finger would
      await found.click();
    },
    clear: (selector) => browser.findElement(By.css(selector)).clear(),
    type: (selector, text) => browser.findElement(By.css(selector)).sendKeys(text),
    back: () => browser.navigate().back(),
    print: async () => null,
    close: async () => { await browser.quit(); driver.kill(); },
  };
}
