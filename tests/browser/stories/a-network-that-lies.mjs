import assert from "node:assert/strict";
import { answer } from "../helpers/collector.mjs";
import { store, stored } from "../helpers/device.mjs";
import { PATH, SAY, check, fillIn, progress, send, tryUntilArrived } from "../helpers/form.mjs";
import { item } from "../helpers/items.mjs";
import { startNetwork } from "../helpers/network.mjs";
import { open, story, until } from "../helpers/story.mjs";

const BUSY = "De server kan nu niets opslaan.";
const SOMETHING_ELSE = "Iets anders dan onze server gaf antwoord";

story("on a train's wifi with a log-in page nothing counts as sent, until the real server answers", async ({ collector, someone, cleanUp }) => {
  const network = await startNetwork(collector, () => "portal");
  cleanUp(() => network.stop());
  const page = await someone();
  await open(page, network.url + PATH);
  await fillIn(page, { gehoord: "Via de wifi", ontmoeten: "online" });
  await check(page);
  await send(page);
  await progress(page).filter({ hasText: SOMETHING_ELSE }).waitFor();
  await open(page, `${network.url}/mijn-reacties/`);
  const list = page.locator(".mine__item");
  const told = [["redirect", SOMETHING_ELSE], [500, BUSY], [502, BUSY], ["portal", SOMETHING_ELSE], [503, BUSY], [404, SOMETHING_ELSE], [413, SOMETHING_ELSE]];
  for (const [fate, words] of told) {
    network.fate = () => fate;
    const before = network.posts.length;
    await list.getByRole("button", { name: /Probeer nu te versturen/ }).click();
    await until(() => network.posts.length > before, `it is tried (${fate})`);
    await list.getByText(words).waitFor();
    await list.getByText("Nog niet verstuurd").waitFor();
    assert.equal(Object.keys((await stored(page)).outbox).length, 1, `still in the outbox after ${fate}`);
    assert.equal(await collector.stored(), 0);
  }
  network.fate = () => "answer";
  await tryUntilArrived(list);
  assert.deepEqual((await collector.gathered()).map((reaction) => answer(reaction, "gehoord")), ["Via de wifi"]);
});

story("answers get lost half of the time: nothing is lost, nothing is doubled", async ({ collector, someone, cleanUp }) => {
  // Every item in turn: stored with its answer lost, not reached at all, or answered.
  const network = await startNetwork(collector, (count) => ["lost", "answer", "unreachable", "lost"][count % 4]);
  cleanUp(() => network.stop());
  const page = await someone();
  await open(page, `${network.url}/mijn-reacties/`);
  const texts = Array.from({ length: 20 }, (_, number) => `Verhaal ${number}`);
  await store(page, { outbox: Object.fromEntries(texts.map((text) => item(text))) });
  await until(async () => {
    // Somebody who keeps trying; each round that gets something through is followed by a new one.
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    return Object.keys((await stored(page)).outbox).length === 0;
  }, "the outbox is empty", 40_000);
  const reactions = await collector.gathered();
  assert.deepEqual(reactions.map((reaction) => answer(reaction, "gehoord")).sort(), [...texts].sort());
  assert.equal(Object.keys((await stored(page)).sent).length, 20);
  assert.ok(network.posts.some(({ fate }) => fate === "lost"), "answers did get lost");
  const bodies = new Set(network.posts.map(({ id, body }) => `${id} ${body}`));
  assert.equal(bodies.size, 20, "what is sent again is the same to the byte");
});

story("without anybody doing anything, it is tried again after a while", async ({ collector, someone, cleanUp }) => {
  const network = await startNetwork(collector, (count) => (count === 0 ? 503 : "answer"));
  cleanUp(() => network.stop());
  const page = await someone();
  await open(page, network.url + PATH);
  await fillIn(page, { gehoord: "Vanzelf", ontmoeten: "online" });
  await check(page);
  await send(page);
  await progress(page).filter({ hasText: BUSY }).waitFor();
  await progress(page).filter({ hasText: SAY.arrived }).waitFor({ timeout: 30_000 });
  assert.equal(network.posts.length, 2);
});
