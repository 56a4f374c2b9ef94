import assert from "node:assert/strict";
import { store, stored } from "../helpers/device.mjs";
import { PATH, SLUG, field } from "../helpers/form.mjs";
import { open, story, until } from "../helpers/story.mjs";

const draft = (fields, more = {}) => JSON.stringify({ format: "beginspraak.device/1", draft: fields, ...more });

story("a draft with answers to questions that are gone keeps them, and the page shows them", async ({ collector, someone }) => {
  const page = await someone({ dialog: (asked) => asked.accept() });
  await page.goto(`${collector.url}/site.json`);
  const words = "Een heel verhaal\nover een vraag die er niet meer is";
  const fields = [["q.vroeger", words], ["q.ontmoeten", "telegram"], ["q.cijfer", "4"], ["q.gehoord", "Blijft"]];
  // As a later release may have left it, with what this one does not know.
  await store(page, { drafts: { [SLUG]: draft(fields, { revision: 999, later: { part: [1.5, null, "é"] } }) } });
  const record = async () => JSON.parse((await stored(page)).drafts[SLUG]);
  const value = async (name) => (await record()).draft.find(([field]) => field === name)?.[1];
  for (const text of ["Blijft, en verder", "Nog verder"]) {
    await open(page, collector.url + PATH);
    const left = page.getByLabel("Dit schreef u ook.");
    await until(async () => (await left.innerText()) === `${words}\n\ntelegram`, "what is left is read from the device");
    await field(page, "gehoord").fill(text);
    await page.getByText("Wat u invult, is bewaard op dit apparaat.").waitFor();
    await until(async () => (await value("q.gehoord")) === text, "it is kept");
    assert.equal(await value("q.vroeger"), words);
    assert.equal(await value("q.cijfer"), "4");
    assert.deepEqual((await record()).later, { part: [1.5, null, "é"] });
  }
  await page.getByRole("button", { name: "Gooi dit weg" }).click();
  await until(async () => (await value("q.vroeger")) === undefined, "it is gone from the device");
  assert.equal(await value("q.gehoord"), "Nog verder");
  assert.equal(await page.getByLabel("Dit schreef u ook.").isVisible(), false);
});

story("who comes back after the questions were changed is told to look again", async ({ collector, someone }) => {
  const page = await someone();
  await page.goto(`${collector.url}/site.json`);
  await store(page, { drafts: { [SLUG]: draft([["q.gehoord", "Over de vorige vragen"]], { revision: 999 }) } });
  await open(page, collector.url + PATH);
  await page.getByText("De vragen zijn sindsdien veranderd: kijk uw antwoorden nog eens na.").waitFor();
  assert.equal(await field(page, "gehoord").inputValue(), "Over de vorige vragen");
  await field(page, "gehoord").fill("Over deze vragen");
  await until(async () => JSON.parse((await stored(page)).drafts[SLUG]).revision !== 999, "it is kept for these questions");
  await open(page, collector.url + PATH);
  await page.getByText("Wat u eerder invulde, staat er weer.", { exact: true }).waitFor();
});
