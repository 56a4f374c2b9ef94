import assert from "node:assert/strict";
import { answer } from "../helpers/collector.mjs";
import { store, stored } from "../helpers/device.mjs";
import { PATH, SAY, check, fillIn, progress, send } from "../helpers/form.mjs";
import { item } from "../helpers/items.mjs";
import { startNetwork } from "../helpers/network.mjs";
import { open, story, until } from "../helpers/story.mjs";

story("three tabs with thirty reactions come online: each arrives exactly once, sent by one tab at a time", async ({ collector, someone, cleanUp }) => {
  const network = await startNetwork(collector);
  cleanUp(() => network.stop());
  const first = await someone();
  const context = first.context();
  const tabs = [first, await context.newPage(), await context.newPage()];
  for (const [at, path] of [PATH, "/mijn-reacties/", "/"].entries()) await open(tabs[at], network.url + path);
  await fillIn(first, { gehoord: "Reactie 29", ontmoeten: "online" });
  await check(first);
  await context.setOffline(true);
  const texts = Array.from({ length: 29 }, (_, number) => `Reactie ${number}`);
  await store(first, { outbox: Object.fromEntries(texts.map((text) => item(text))) });
  await send(first);
  // A page that sends nothing itself finds out when it is looked at.
  await tabs[2].evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  for (const tab of tabs) await tab.locator(".outbox-banner").getByText("30 reacties staan klaar").waitFor();

  await context.setOffline(false);
  for (const tab of tabs) await tab.locator(".outbox-banner").waitFor({ state: "detached" });
  await progress(first).filter({ hasText: SAY.arrived }).waitFor();
  const reactions = await collector.gathered();
  assert.deepEqual(reactions.map((reaction) => answer(reaction, "gehoord")).sort(), [...texts, "Reactie 29"].sort());
  assert.equal(network.posts.length, 30, "no tab sent what another was sending");
  const { outbox, sent } = await stored(first);
  assert.deepEqual([Object.keys(outbox).length, Object.keys(sent).length], [0, 30]);
  await until(async () => (await tabs[1].locator(".mine__item").count()) === 30, "the other tab's list follows");
});

story("a tab that is closed in the middle of sending leaves the rest to the others", async ({ collector, someone, cleanUp }) => {
  const network = await startNetwork(collector);
  cleanUp(() => network.stop());
  const page = await someone();
  const context = page.context();
  await open(page, `${network.url}/`);
  const other = await context.newPage();
  await open(other, `${network.url}/mijn-reacties/`);
  await context.setOffline(true);
  const texts = Array.from({ length: 12 }, (_, number) => `Reactie ${number}`);
  await store(page, { outbox: Object.fromEntries(texts.map((text) => item(text))) });
  // The one that sends first is closed at its fourth reaction, whichever it is.
  let half;
  const reached = new Promise((done) => (half = done));
  network.fate = (count) => {
    if (count === 3) half();
    return "answer";
  };
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await context.setOffline(false);
  await reached;
  await page.close();
  await other.evaluate(() => window.dispatchEvent(new Event("online")));
  await until(async () => (await collector.stored()) === 12, "all of them arrive");
  const reactions = await collector.gathered();
  assert.deepEqual(reactions.map((reaction) => answer(reaction, "gehoord")).sort(), [...texts].sort());
});
