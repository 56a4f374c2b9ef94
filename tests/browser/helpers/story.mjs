// A story: somebody with a browser, a collector of its own, and promises that hold whatever happens in it.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { startCollector } from "./collector.mjs";

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
export const DESKTOP = { viewport: { width: 1280, height: 800 } };

/** How long one waits for what should come, in ms. */
const PATIENCE = 30_000;

/** How a browser is started: no window, and not a request that we did not ask for. */
export const BROWSER = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
};

let browser;
/** One browser for all stories of a file; everybody in it has a context of their own. */
export async function sharedBrowser() {
  browser ??= chromium.launch(BROWSER);
  return browser;
}
after(async () => (await browser)?.close());

/**
 * Tells a story. `tell({ collector, someone, cleanUp })` gets a collector (made with `options.collector`) and
 * `someone(options)`, which gives a page in a browser of its own. `skip` says why it can't be told here.
 */
export function story(name, tell, { timeout = 90_000, collector: options, skip = false } = {}) {
  test(name, { timeout, skip }, async (t) => {
    const people = [];
    const cleaning = [];
    const cleanUp = (work) => cleaning.push(work);
    try {
      const collector = await startCollector(options);
      cleanUp(() => collector.stop());
      const someone = async (options = {}) => {
        const person = await arrive(await sharedBrowser(), options);
        people.push(person);
        return person.page;
      };
      await tell({ collector, someone, cleanUp, signal: t.signal });
      for (const person of people) await person.promises();
    } catch (error) {
      await pictures(people, name);
      const noticed = people.flatMap((person) => person.errors);
      if (noticed.length && error instanceof Error) error.stack += `\nnoticed before that: ${noticed.join("; ")}`;
      throw error;
    } finally {
      for (const person of people) await person.context.close();
      for (const work of cleaning.reverse()) await work();
    }
  });
}

/**
 * Somebody with a browser. `may` names what this story provokes on purpose: "throw" (an uncaught error), "csp" (a
 * blocked request); `dialog` answers questions of the page, which else may not ask any.
 */
async function arrive(browser, { may = [], dialog, ...options }) {
  // Smooth scrolling would leave things under way while we look at them; that it stops is tested on its own.
  const context = await browser.newContext({ ...DESKTOP, reducedMotion: "reduce", locale: "nl-NL", ...options });
  // For what comes at all: on two processors that also compile, it may come late.
  context.setDefaultTimeout(PATIENCE);
  const errors = [];
  const origins = new Set();
  context.on("weberror", (error) => may.includes("throw") || errors.push(`uncaught: ${error.error()}`));
  context.on("request", (request) => origins.add(new URL(request.url()).origin));
  context.on("dialog", async (asked) => {
    if (dialog) return dialog(asked);
    errors.push(`a dialog: ${asked.message()}`);
    await asked.dismiss();
  });
  if (options.javaScriptEnabled !== false && !may.includes("csp")) {
    await context.exposeBinding("violated", (_, what) => errors.push(`content security policy: ${what}`));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        window.violated(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
  }
  const page = await context.newPage();
  const promises = async () => {
    assert.deepEqual(errors, [], "no errors, no policy violations, no unexpected questions");
    assert.deepEqual(await context.cookies(), [], "no cookies (promise 5)");
    const others = [...origins].filter((origin) => !/^http:\/\/(127\.0\.0\.1|localhost):/.test(origin) && origin !== "null");
    assert.deepEqual(others, [], "no request to others (promise 5)");
  };
  return { context, page, errors, promises };
}

/** What everybody saw when it went wrong. */
async function pictures(people, name) {
  const folder = process.env.BEGINSPRAAK_SHOTS ?? join(tmpdir(), "beginspraak-failed-stories");
  mkdirSync(folder, { recursive: true });
  for (const [number, { context }] of people.entries()) {
    for (const [tab, page] of context.pages().entries()) {
      const path = join(folder, `failed ${name.replace(/\W+/g, " ").slice(0, 60)} ${number}-${tab}.png`);
      // A page that is gone can't be drawn; the error itself is told anyway.
      const drawn = await page.screenshot({ path, timeout: 5000 }).then(() => true, () => false);
      if (drawn) process.stderr.write(`what it looked like: ${path}\n`);
      // Where only what was printed is left, a picture is of no use.
      const said = await page.locator("main").innerText({ timeout: 5000 }).catch(() => "");
      if (said) process.stderr.write(`what it said, at ${page.url()}:\n${said.replace(/\s*\n\s*/g, " | ").slice(0, 1500)}\n`);
    }
  }
}

/** Opens a page and waits until its first app drives it. */
export async function open(page, address) {
  await page.goto(address);
  await ready(page);
}

/** Until its first app drives it. What checks and sends comes when somebody touches the page: nobody does so here. */
export async function ready(page) {
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
}

/** Waits until an app that could not start says so where developers look. */
export function complaint(page) {
  return page.waitForEvent("console", (message) => message.type() === "error" && message.text().includes("Error:"));
}

/** Waits until `check` gives something true; fails with `what` when it never does. */
export async function until(check, what, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await check();
    if (found) return found;
    assert.ok(Date.now() < end, `waited in vain: ${what}`);
    await new Promise((soon) => setTimeout(soon, 50));
  }
}
