// Going Back to a page of this site finds it as it was left: the browser keeps it whole. Nothing that runs on it is in the way.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { store, stored } from "../helpers/device.mjs";
import { PATH, SAY, choice, field } from "../helpers/form.mjs";
import { item } from "../helpers/items.mjs";
import { startNetwork } from "../helpers/network.mjs";
import { BROWSER, open, story, until } from "../helpers/story.mjs";

/** A browser that keeps pages, as people have it. */
async function visitor(cleanUp) {
  const browser = await chromium.launch({ ...BROWSER, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  cleanUp(() => browser.close());
  const context = await browser.newContext();
  return context.newPage();
}

/** Leaves the page and comes back to it; fails with what was in the way when it was not kept. */
async function leaveAndComeBack(page, address) {
  await page.evaluate(() => {
    window.kept = true;
  });
  await page.goto(address);
  await page.goBack({ waitUntil: "commit" });
  const { kept, reasons } = await page.evaluate(() => ({
    kept: window.kept,
    reasons: JSON.stringify(performance.getEntriesByType("navigation")[0].notRestoredReasons),
  }));
  assert.equal(kept, true, `the page was kept; in the way was ${reasons}`);
}

story("with what sends running, a page is kept for going Back, and goes on as it was", async ({ collector, cleanUp }) => {
  const page = await visitor(cleanUp);
  await open(page, collector.url + PATH);
  await choice(page, "ontmoeten", "online").click();
  await page.locator("html[data-ready=true]").waitFor({ state: "attached" });
  await page.getByText("Wat u invult, is bewaard op dit apparaat.").waitFor();
  await leaveAndComeBack(page, `${collector.url}/over/`);
  // What another tab does is heard again, and what was left to do is done.
  await field(page, "gehoord").fill("Weer terug");
  await page.getByRole("button", { name: SAY.check }).click();
  await page.getByRole("button", { name: SAY.send, exact: true }).click();
  await until(async () => (await collector.stored()) === 1, "it is sent");
});

story("with the list of reactions open, a page is kept for going Back, and shows what happened meanwhile", async ({ collector, cleanUp }) => {
  const page = await visitor(cleanUp);
  await open(page, `${collector.url}/mijn-reacties/`);
  await page.getByText("Vanaf dit apparaat is nog geen reactie verstuurd.").waitFor();
  const other = await page.context().newPage();
  await open(other, `${collector.url}/over/`);
  await leaveAndComeBack(page, `${collector.url}/over/`);
  const [id, text] = item("Van een ander tabblad");
  await store(other, { outbox: { [id]: text } });
  await other.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await page.locator(".mine__item").getByText("Aangekomen", { exact: true }).waitFor();
});

story("a page is left while a reaction is on its way: it is kept for going Back, and the reaction arrives", async ({ collector, cleanUp }) => {
  let answerIt;
  const network = await startNetwork(collector, () => new Promise((done) => (answerIt = () => done("answer"))));
  cleanUp(() => network.stop());
  const page = await visitor(cleanUp);
  await page.goto(`${network.url}/site.json`);
  const [id, text] = item("Halverwege");
  await store(page, { outbox: { [id]: text } });
  await open(page, `${network.url}/mijn-reacties/`);
  await until(() => answerIt, "it is on its way");
  // Before the page is back: its next round begins at once.
  network.fate = () => "answer";
  await leaveAndComeBack(page, `${network.url}/schema/reaction.json`);
  await page.locator(".mine__item").getByText("Aangekomen", { exact: true }).waitFor();
  const { outbox, sent } = await stored(page);
  assert.deepEqual([Object.keys(outbox), Object.keys(sent)], [[], [id]]);
});
