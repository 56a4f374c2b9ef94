import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { answer } from "../helpers/collector.mjs";
import { store, stored } from "../helpers/device.mjs";
import { EVERYTHING, PATH, SLUG, choice, field } from "../helpers/form.mjs";
import { item } from "../helpers/items.mjs";
import { open, ready, story, until } from "../helpers/story.mjs";

const left = (name) => readFileSync(join(import.meta.dirname, "../fixtures", name), "utf8");

/** A device on which these texts were left, without the app having run. */
async function device(page, collector, texts) {
  await page.goto(`${collector.url}/site.json`);
  await store(page, texts);
}

for (const [where, file] of [["for one endpoint", "outbox-item-1.json"], ["for several in order", "outbox-item-in-order-1.json"]]) {
  story(`what release 1 left in the outbox ${where} is sent by this one`, async ({ collector, someone }) => {
    const page = await someone();
    const kept = left(file);
    const { copy } = JSON.parse(kept);
    const sent = JSON.parse(left("sent-1.json"));
    const older = { ...sent, id: sent.id.replace(/^.{8}/, "01900000"), title: "Eerder verstuurd" };
    await device(page, collector, { outbox: { [copy.id]: kept }, sent: { [older.id]: JSON.stringify(older) } });
    await open(page, `${collector.url}/mijn-reacties/`);
    const items = page.locator(".mine__item");
    await items.filter({ hasText: copy.title }).getByText("Aangekomen", { exact: true }).waitFor();
    await items.filter({ hasText: "Eerder verstuurd" }).getByText(copy.receipt).waitFor();
    const [reaction] = await collector.gathered();
    assert.deepEqual(reaction, JSON.parse(copy.envelope).reaction, "exactly what was stored then");
  });
}

story("a draft of release 1 is back in the form", async ({ collector, someone }) => {
  const page = await someone();
  await device(page, collector, { drafts: { [SLUG]: left("draft-1.json") } });
  await open(page, collector.url + PATH);
  await page.getByText("Wat u eerder invulde, staat er weer.").waitFor();
  assert.equal(await field(page, "gehoord").inputValue(), "Bewaard door de eerste versie");
  assert.equal(await choice(page, "afstand", EVERYTHING.afstand).isChecked(), true);
  assert.equal(await field(page, "ontmoeten.other").inputValue(), EVERYTHING.ontmoeten.other);
  assert.equal(await field(page, "plaats.village").inputValue(), EVERYTHING.plaats.village);
  assert.equal(await page.locator('[data-row="0"] .ranking__label').innerText(), "De provincie spreekt klare taal");
});

story("what this release can't read is shown, can be kept as a file, and is never touched", async ({ collector, someone }) => {
  const page = await someone();
  const newer = JSON.stringify({ format: "beginspraak.device/9", sealed: "later" });
  const half = left("outbox-item-1.json").slice(0, 200);
  const strange = left("outbox-item-1.json").replace("beginspraak.device/1", "beginspraak.device/2");
  const [id, good] = item("Deze wel");
  const outbox = { "01a00000-0000-7000-8000-000000000001": newer, "01a00000-0000-7000-8000-000000000002": half, "01a00000-0000-7000-8000-000000000003": strange };
  await device(page, collector, { outbox: { ...outbox, [id]: good }, sent: { "01a00000-0000-7000-8000-000000000004": "[]" } });
  await open(page, `${collector.url}/mijn-reacties/`);
  await page.locator(".mine__item").getByText("Aangekomen", { exact: true }).waitFor();
  const unreadable = page.locator(".mine__item").filter({ hasText: "Niet leesbaar" });
  await until(async () => (await unreadable.count()) === 4, "all four are shown");
  const files = [];
  for (let at = 0; at < 4; at += 1) {
    const [file] = await Promise.all([page.waitForEvent("download"), unreadable.nth(at).getByRole("button", { name: /Download voor een programma/ }).click()]);
    files.push(readFileSync(await file.path(), "utf8"));
  }
  assert.deepEqual(files.sort(), [newer, half, strange, "[]"].sort(), "the files hold what stands there, to the letter");
  const now = await stored(page);
  assert.deepEqual(now.outbox, outbox, "never overwritten, never sent");
  assert.equal(now.sent["01a00000-0000-7000-8000-000000000004"], "[]");
  assert.deepEqual((await collector.gathered()).map((reaction) => answer(reaction, "gehoord")), ["Deze wel"]);
});

story("a draft that can't be read is set aside, and a new one does not overwrite it", async ({ collector, someone }) => {
  const page = await someone();
  const broken = '{"format":"beginspraak.device/9","draft":{"q.gehoord":["uit de toekomst"]}}';
  await device(page, collector, { drafts: { [SLUG]: broken } });
  await page.goto(collector.url + PATH);
  await ready(page);
  await field(page, "gehoord").fill("Opnieuw begonnen");
  await page.getByText("Wat u invult, is bewaard op dit apparaat.").waitFor();
  const { drafts } = await stored(page);
  assert.ok(drafts[SLUG].includes("Opnieuw begonnen"));
  assert.ok(Object.entries(drafts).some(([key, text]) => key !== SLUG && text === broken), "the other one is still there");
});

story("a newer release has changed the stores: this one says so and touches nothing", async ({ collector, someone }) => {
  const page = await someone();
  await page.goto(`${collector.url}/site.json`);
  await page.evaluate(() => new Promise((done, wrong) => {
    const request = indexedDB.open("beginspraak", 9);
    request.onupgradeneeded = () => request.result.createObjectStore("sealed").put("later", "key");
    request.onsuccess = () => done(request.result.close());
    request.onerror = () => wrong(request.error);
  }));
  await open(page, collector.url + PATH);
  await choice(page, "ontmoeten", "online").click();
  await page.getByRole("button", { name: "Controleer uw antwoorden" }).click();
  await page.getByRole("button", { name: "Versturen", exact: true }).click();
  await page.getByRole("alert").filter({ hasText: "Er is een nieuwere versie van deze site geopend." }).waitFor();
  const kept = await page.evaluate(() => new Promise((done) => {
    const request = indexedDB.open("beginspraak");
    request.onsuccess = () => {
      const got = request.result.transaction("sealed").objectStore("sealed").get("key");
      got.onsuccess = () => done([request.result.version, got.result]);
    };
  }));
  assert.deepEqual(kept, [9, "later"]);
});
