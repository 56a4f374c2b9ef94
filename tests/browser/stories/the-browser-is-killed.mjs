import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { answer } from "../helpers/collector.mjs";
import { stored } from "../helpers/device.mjs";
import { PATH, SAY, check, fillIn } from "../helpers/form.mjs";
import { start } from "../helpers/killable.mjs";
import { open, ready, story, until } from "../helpers/story.mjs";

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
