import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accessible, openDesk, part, putBack, sign } from "../helpers/desk.mjs";
import { backUpOf } from "../helpers/gatherings.mjs";
import { day } from "../helpers/site.mjs";
import { story } from "../helpers/story.mjs";

const VILLAGES = ["Annen", "Rolde", "Gieten", "Roden", "Norg", "Peize", "Borger", "Odoorn", "Exloo", "Hoogeveen"];

/** Sixty gatherings in ten villages, each with a promise and something to pass on. */
const SIXTY = Array.from({ length: 60 }, (_, n) => ({
  place: `Dorpshuis ${VILLAGES[n % 10]}`, day: day(-n), people: 10 + n,
  said: [[`De bus komt niet meer (${n}).`, "bother"], [`Bel Marietje maar, op 0592-123456 (${n}).`, "idea", "Marietje"]],
  points: [
    { sort: "promise", is: `Belofte ${n}.`, who: "Gedeputeerde Jansen", by: day(n - 5), done: n % 3 === 2 },
    { sort: "pass_on", is: `Bankje ${n}.`, who: n % 2 ? "gemeente Aa en Hunze" : "Waterschap  Hunze en Aa’s", from: 1 },
    { sort: "obstacle", is: `Drie vergunningen (${n}).` },
  ],
}));

async function sixty(page, url) {
  const file = join(process.env.BEGINSPRAAK_TEST_WORK, "sixty.zip");
  writeFileSync(file, backUpOf(SIXTY));
  await openDesk(page, url);
  await putBack(page, file, "Teruggezet en veilig op dit apparaat:");
  await page.getByRole("link", { name: "Overzicht" }).click();
  await page.getByText("60 gesprekken · 2.370 mensen · 120 opmerkingen").or(page.getByText("60 gesprekken · 2370 mensen · 120 opmerkingen")).waitFor();
}

story("sixty gatherings are one page that can be read: what is late first, places together, the rest folded, all of it on paper", async ({ someone, collector }) => {
  const page = await someone();
  await sixty(page, collector.url);
  const promises = part(page, "Wat beloofden wij?");
  assert.deepEqual((await promises.getByRole("heading", { level: 3 }).allInnerTexts()), ["Te laat (4)", "Nog te doen (36)", "Gedaan (20)"]);
  assert.match(await promises.getByRole("listitem").first().innerText(), /^Belofte 0\./, "what is late longest");
  assert.equal(await promises.getByText("Belofte 57.").isVisible(), false);
  await promises.getByText("Toon de andere 28").click();
  await promises.getByText("Belofte 57.").waitFor();
  const where = part(page, "Waar waren wij?");
  assert.deepEqual(await where.getByRole("heading", { level: 3 }).allInnerTexts(), ["Aa en Hunze", "Borger-Odoorn", "Noordenveld", "Hoogeveen"]);
  assert.equal(await where.getByRole("link", { name: "Dorpshuis Roden" }).first().isVisible(), false);
  await where.getByText("Noordenveld").click();
  await where.getByRole("link", { name: "Dorpshuis Roden" }).first().waitFor();
  await accessible(page, "sixty gatherings");
  // On paper everything is unfolded.
  await page.emulateMedia({ media: "print" });
  await page.getByText("Drie vergunningen (59).").waitFor();
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 360, height: 740 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than a phone");
  const screens = await page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
  assert.ok(screens < 16, `${screens} screens of a phone`);
}, { timeout: 150_000 });

story("what is passed on is a text for each receiver, without names and numbers, to copy and to keep", async ({ someone, collector }) => {
  const page = await someone({ permissions: ["clipboard-read", "clipboard-write"] });
  await sixty(page, collector.url);
  const passed = part(page, "Wat gaven wij door, en aan wie?");
  assert.deepEqual(await passed.getByRole("heading", { level: 3 }).allInnerTexts(), ["gemeente Aa en Hunze (30)", "Waterschap Hunze en Aa’s (30)"]);
  await passed.getByText("gemeente Aa en Hunze (30)").click();
  await passed.getByText("60 dingen zijn weggelaten.").first().waitFor();
  await passed.getByRole("button", { name: /^Kopieer de tekst ?: gemeente Aa en Hunze/ }).click();
  await sign(page, "De tekst is gekopieerd. Plak hem in uw e-mail.").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^Aan: gemeente Aa en Hunze\nVan: Voorbeeldprovincies Drenthe en Flevoland, /);
  assert.match(copied, /1\. Bankje 1\.\n {3}– Bel \[naam\] maar, op \[telefoonnummer\] \(1\)\.\n {3}Dorpshuis Rolde · /);
  assert.doesNotMatch(copied, /Marietje|0592|Anna\b/);
  const [file] = await Promise.all([page.waitForEvent("download"), passed.getByRole("button", { name: /^Bewaar als bestand ?: gemeente/ }).click()]);
  assert.match(file.suggestedFilename(), /^doorgeven-gemeente-aa-en-hunze-\d{4}-\d\d-\d\d\.txt$/);
  assert.equal(readFileSync(await file.path(), "utf8"), copied);
}, { timeout: 150_000 });
