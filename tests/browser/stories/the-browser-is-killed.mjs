import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { answer } from "../helpers/collector.mjs";
import { stored } from "../helpers/device.mjs";
import { PATH, SAY, check, fillIn } from "../helpers/form.mjs";
import { BROWSER, open, ready, story, until } from "../helpers/story.mjs";

const CYCLES = 8;
/** From the click on "send": while it is being saved, while it is being sent, and after. */
const LONGEST = 160;

story("the browser is killed while saving and sending: what was said to be saved is never lost and never doubled", async ({ collector, cleanUp }) => {
  const profile = mkdtempSync(join(process.env.BEGINSPRAAK_TEST_WORK, "profile-"));
  const promised = [];
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    const browser = await start(profile);
    cleanUp(browser.kill);
    const text = `Ronde ${cycle}`;
    const page = browser.page;
    // What somebody was shown counts, also when the browser is gone a moment later.
    await page.exposeBinding("shown", () => promised.includes(text) || promised.push(text));
    await open(page, collector.url + PATH);
    await page.evaluate((words) => {
      const look = () => document.body.textContent.includes(words) && window.shown();
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
    }, SAY.saved);
    await fillIn(page, { gehoord: text, ontmoeten: "online" });
    await check(page);
    await page.getByRole("button", { name: SAY.send, exact: true }).click({ noWaitAfter: true });
    // Every cycle a bit later, so that each step of saving and sending is hit.
    await new Promise((moment) => setTimeout(moment, (LONGEST * cycle) / (CYCLES - 1)));
    await browser.kill();
  }
  assert.ok(promised.length > 0, "some kills came after the promise");

  const { page, kill } = await start(profile);
  await page.goto(`${collector.url}/mijn-reacties/`);
  await ready(page);
  await until(async () => Object.keys((await stored(page)).outbox).length === 0, "what was left goes out by itself");
  const sent = Object.keys((await stored(page)).sent).length;
  await kill();
  const texts = (await collector.gathered()).map((reaction) => answer(reaction, "gehoord"));
  for (const text of promised) assert.ok(texts.includes(text), `${text} was promised and is not lost`);
  assert.equal(new Set(texts).size, texts.length, `nothing twice: ${texts}`);
  assert.ok(sent >= promised.length, "the device still knows what it sent");
}, { timeout: 150_000 });

/** A browser of our own, so that it can be killed with everything that belongs to it. */
async function start(profile) {
  const args = [...BROWSER.args, "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--no-first-run", "about:blank"];
  const child = spawn(BROWSER.executablePath, args, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  const lines = createInterface(child.stderr);
  const address = await new Promise((found, wrong) => {
    lines.on("line", (line) => line.startsWith("DevTools listening on ") && found(line.split(" ").at(-1)));
    child.on("exit", () => wrong(new Error("the browser did not start")));
  });
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  const page = context.pages()[0] ?? (await context.newPage());
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    process.kill(-child.pid, "SIGKILL");
    await ended;
    await browser.close().catch(() => {}); // The connection is broken; this only frees its memory.
  };
  return { page, kill };
}
