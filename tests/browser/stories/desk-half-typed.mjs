import assert from "node:assert/strict";
import { checkAccessible } from "../accessibility.mjs";
import { begin, close, home, openDesk, part, sign, unfolded } from "../helpers/desk.mjs";
import { ready, story, until } from "../helpers/story.mjs";

/** What the device keeps of what is half typed. */
const drafts = (page) =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    const name = names.find((one) => one.startsWith("beginspraak-desk"));
    const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
    const database = await done(indexedDB.open(name));
    const keys = await done(database.transaction("device").objectStore("device").getAllKeys());
    database.close();
    return keys.filter((key) => key.startsWith("draft/"));
  });

story("a gathering that is half filled in is there after a reload and after walking through the desk; once kept or thrown away it is not", async ({ someone, collector }) => {
  let answer;
  const page = await someone({ dialog: (asked) => ((answer = asked.message()), asked.accept()) });
  await openDesk(page, collector.url);
  await page.getByRole("link", { name: "Nieuw gesprek" }).click();
  await page.getByLabel("Uw naam").fill("Anna");
  await page.getByLabel("Uw naam").press("Enter");
  await page.getByLabel("Waar is het?").fill("Dorpshuis Grolloo");
  await page.getByLabel("Wie leiden het gesprek?").fill("Anna en Bert");
  await page.getByLabel("Met welke vraag opent u het gesprek?").fill("Wat houdt u bezig?");
  await until(async () => (await drafts(page)).length === 1, "the device keeps it");
  const there = async (what) => {
    await page.getByText("Dit typte u eerder.").waitFor();
    const values = ["Waar is het?", "Wie leiden het gesprek?", "Met welke vraag opent u het gesprek?"].map((label) => page.getByLabel(label).inputValue());
    assert.deepEqual(await Promise.all(values), ["Dorpshuis Grolloo", "Anna en Bert", "Wat houdt u bezig?"], what);
  };
  await page.reload();
  await there("after a reload");
  await checkAccessible(page, { route: "/werkplek/#/gesprekken/nieuw", state: "half typed" });
  await home(page);
  await page.getByRole("link", { name: "Nieuw gesprek" }).click();
  await there("after another room");

  // A year of two digits is no year; one that is far off may be meant.
  await page.getByLabel("Op welke dag?").fill("0026-11-27");
  const keep = page.getByRole("button", { name: "Bewaar en ga naar het gesprek" });
  await keep.click();
  await page.getByText("Fout: Deze dag is vóór het jaar 2000.").waitFor();
  await page.getByLabel("Op welke dag?").fill("2206-11-27");
  await keep.click();
  await page.getByText("Deze dag is meer dan 5 jaar van vandaag. Klopt dat?").waitFor();
  await page.getByRole("button", { name: "Toch bewaren" }).click();
  await page.getByRole("heading", { level: 1, name: "Dorpshuis Grolloo" }).waitFor();
  await page.getByText("27 november 2206").waitFor();
  assert.deepEqual(await drafts(page), [], "nothing of it is half typed any more");

  await page.goBack();
  await page.getByLabel("Waar is het?").waitFor();
  assert.equal(await page.getByLabel("Waar is het?").inputValue(), "");
  await page.getByLabel("Waar is het?").fill("Toch niet");
  await until(async () => (await drafts(page)).length === 1, "the device keeps it");
  await page.getByRole("button", { name: "Gooi weg wat hier getypt is" }).click();
  await until(async () => (await page.getByLabel("Waar is het?").inputValue()) === "", "the field is empty");
  assert.match(answer, /is dan weg/);
  await until(async () => (await drafts(page)).length === 0, "the device keeps nothing");
});

story("a point, a change of it and what hosts look back on are there after a reload, and a promise for yesterday is asked about", async ({ someone, collector }) => {
  const page = await someone();
  await openDesk(page, collector.url);
  await begin(page);
  await page.getByRole("link", { name: "Terug naar het gesprek" }).click();
  await close(page);
  const promises = await unfolded(page, "Dit doen wij");
  await promises.getByLabel("Zeg het in één zin").fill("Wij bellen de vervoerder.");
  await promises.getByLabel("Wie doet het?").fill("Jansen");
  await page.getByLabel("Wat hebben wij gehoord?").fill("Dat de bus niet komt.");
  await until(async () => (await drafts(page)).length === 2, "the device keeps both");
  await page.reload();
  await ready(page);
  const again = part(page, "Dit doen wij");
  await again.getByText("Dit typte u eerder.").waitFor();
  assert.equal(await again.getByLabel("Zeg het in één zin").inputValue(), "Wij bellen de vervoerder.");
  assert.equal(await again.getByLabel("Wie doet het?").inputValue(), "Jansen");
  // Whoever left the room left that field, which keeps it.
  await sign(page, "Veilig op dit apparaat.").waitFor();
  assert.equal(await page.getByLabel("Wat hebben wij gehoord?").inputValue(), "Dat de bus niet komt.");
  await until(async () => (await drafts(page)).length === 1, "only the promise is half typed");

  await again.getByLabel("Wanneer is het klaar?").fill("2020-01-02");
  await again.getByRole("button", { name: "Zet erbij" }).click();
  await again.getByText("Deze dag is al geweest. Klopt dat?").waitFor();
  assert.equal(await again.locator(".desk-point").count(), 0);
  await checkAccessible(page, { route: "/werkplek/#/gesprekken/…/afsluiten", state: "a day is asked about" });
  await again.getByRole("button", { name: "Zet erbij" }).click();
  await again.locator(".desk-pointed").getByText("Wij bellen de vervoerder.", { exact: true }).waitFor();
  await until(async () => (await drafts(page)).length === 0, "nothing is half typed");

  await again.getByRole("button", { name: /^Wijzig ?: Wij bellen/ }).click();
  const change = again.locator(".desk-point").getByLabel("Zeg het in één zin");
  await change.fill("Wij bellen de vervoerder nog een keer.");
  await until(async () => (await drafts(page)).length === 1, "the device keeps it");
  await page.reload();
  await until(async () => (await change.inputValue()) === "Wij bellen de vervoerder nog een keer.", "the change is open, as it was");
  // The day that passed was asked about before.
  await change.press("Enter");
  await again.locator(".desk-pointed").getByText("Wij bellen de vervoerder nog een keer.", { exact: true }).waitFor();
  await until(async () => (await drafts(page)).length === 0, "nothing is half typed");
});
