import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { answer, startCollector } from "../helpers/collector.mjs";
import { store, stored } from "../helpers/device.mjs";
import { PATH, check, fillIn, progress, send, tryUntilArrived } from "../helpers/form.mjs";
import { item, reactionId } from "../helpers/items.mjs";
import { layLine } from "../helpers/line.mjs";
import { day } from "../helpers/site.mjs";
import { open, story, until } from "../helpers/story.mjs";

story("a question closes while somebody types: their reaction stays on the device and can be kept", async ({ someone, collector }) => {
  const page = await someone();
  await open(page, collector.url + PATH);
  await fillIn(page, { gehoord: "Om één minuut over twaalf", ontmoeten: "online" });
  await check(page);
  await send(page);
  await progress(page).filter({ hasText: "De vraag was al gesloten toen uw reactie aankwam." }).waitFor();
  assert.equal(await collector.stored(), 0);
  await open(page, `${collector.url}/mijn-reacties/`);
  const refused = page.locator(".mine__item");
  await refused.getByText("Niet aangenomen").waitFor();
  assert.equal(await refused.getByRole("button", { name: /Probeer nu/ }).count(), 0, "trying again would not help");
  const [file] = await Promise.all([page.waitForEvent("download"), refused.getByRole("button", { name: /Download voor een programma/ }).click()]);
  const kept = JSON.parse(readFileSync(await file.path(), "utf8"));
  assert.equal(answer(kept.reaction, "gehoord"), "Om één minuut over twaalf");
}, { collector: { today: day(2000) } });

story("a reaction with the number of another one is refused, and both stay as they are", async ({ collector, someone }) => {
  const id = reactionId();
  const [, first] = item("De eerste", { id });
  const page = await someone();
  await page.goto(`${collector.url}/site.json`);
  const answered = await fetch(`${collector.url}/api/reactions`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.parse(first).copy.envelope,
  });
  assert.equal(answered.status, 201);
  await store(page, { outbox: { [id]: item("De tweede", { id })[1] } });
  await open(page, `${collector.url}/mijn-reacties/`);
  await page.locator(".mine__item").getByText("Er is al een andere reactie met hetzelfde nummer.").waitFor();
  assert.deepEqual((await collector.gathered()).map((reaction) => answer(reaction, "gehoord")), ["De eerste"]);
  assert.equal(JSON.parse((await stored(page)).outbox[id]).state.refused, "conflict");
});

story("a question is open again on another day: what was refused before is not sent behind somebody's back", async ({ someone, collector }) => {
  const page = await someone();
  const [id, waiting] = item("Te laat");
  const refused = JSON.stringify({ ...JSON.parse(waiting), state: { refused: "closed" } });
  await page.goto(`${collector.url}/site.json`);
  await store(page, { outbox: { [id]: refused } });
  const [other, good] = item("Op tijd");
  await store(page, { outbox: { [other]: good } });
  await open(page, `${collector.url}/`);
  await until(async () => (await collector.stored()) === 1, "the other one arrives");
  assert.deepEqual((await collector.gathered()).map((reaction) => answer(reaction, "gehoord")), ["Op tijd"]);
  assert.equal((await stored(page)).outbox[id], refused);
});

story("a device whose clock runs ahead sends to a question that is not open yet: it waits, and is sent when it is", async ({ someone, collector, cleanUp }) => {
  const line = await layLine(collector);
  cleanUp(() => line.stop());
  const page = await someone();
  await open(page, line.url + PATH);
  await fillIn(page, { gehoord: "Te vroeg", ontmoeten: "online" });
  await check(page);
  await send(page);
  await progress(page).filter({ hasText: "Deze vraag is nog niet open." }).waitFor();
  assert.ok(!(await page.locator("main").innerText()).includes("gesloten"));
  await open(page, `${line.url}/mijn-reacties/`);
  const kept = page.locator(".mine__item");
  await kept.getByText("Nog niet verstuurd").waitFor();
  await kept.getByText("Deze vraag is nog niet open.").waitFor();
  const later = await startCollector();
  cleanUp(() => later.stop());
  line.collector = later;
  await tryUntilArrived(kept);
  assert.deepEqual((await later.gathered()).map((reaction) => answer(reaction, "gehoord")), ["Te vroeg"]);
}, { collector: { today: day(-2000) } });
