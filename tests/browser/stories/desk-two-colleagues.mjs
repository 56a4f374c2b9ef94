// Two colleagues write on laptops of their own, and put their work folders together.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DESK, accessible as accessibleAsItStands, sign } from "../helpers/desk.mjs";
import { inPage } from "../helpers/in-page.mjs";
import { laid } from "../helpers/release.mjs";
import { story } from "../helpers/story.mjs";
import { unzip, zip } from "../helpers/zip.mjs";

const SLUG = "bus-en-dorp";
const button = (page, name) => page.getByRole("button", { name, exact: true });
const part = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });
const about = (page) => part(page, "Waar gaat het over?");
const title = (page) => about(page).getByLabel("Titel");
const summary = (page) => about(page).getByLabel("In het kort");
const kept = (page) => sign(page, "Bewaard in de werkmap, op dit apparaat.");

/** Keeps the work folder as a file, and gives its path. */
async function file(page, name) {
  await page.getByRole("link", { name: "Ophalen", exact: true }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Bewaar de werkmap").click()]);
  await sign(page, "De werkmap staat bij uw downloads.").waitFor();
  const path = join(process.env.BEGINSPRAAK_TEST_WORK, `${name}.zip`);
  writeFileSync(path, readFileSync(await file.path()));
  return path;
}

async function give(page, path) {
  await page.getByLabel("Kies bestanden").setInputFiles([path]);
}

async function write(page) {
  await page.getByRole("link", { name: "Opstellen", exact: true }).click();
  await page.locator(`a[href="#/opstellen/${SLUG}"]`).click();
  await title(page).waitFor();
}

story("two colleagues write in one question on laptops of their own, and lose nothing of it", async ({ someone, cleanUp }) => {
  const { line } = await laid(cleanUp, "desk-colleagues");
  const [anna, bert] = [await someone(), await someone()];
  await anna.goto(`${line.url}${DESK}#/opstellen`);
  await button(anna, "Begin met deze site").press("Enter");
  await anna.getByLabel("Begin met").selectOption({ label: "Een voorbeeld" });
  const name = anna.getByLabel("Korte naam voor het adres");
  await name.fill(SLUG);
  await name.press("Enter");
  await title(anna).fill("Bus en dorp");
  await summary(anna).fill("Over de bus.");
  await kept(anna).waitFor();
  const begun = await file(anna, "colleagues-begun");

  await bert.goto(`${line.url}${DESK}#/ophalen`);
  await give(bert, begun);
  await sign(bert, "De werkmap is open, en veilig op dit apparaat.").waitFor();
  await write(bert);
  await summary(bert).fill("Over de bus, en wie zonder auto is.");
  await title(bert).fill("Komt u er nog?");
  await kept(bert).waitFor();
  const back = await file(bert, "colleagues-back");

  await write(anna);
  await title(anna).fill("De bus en het dorp");
  await kept(anna).waitFor();
  await anna.getByRole("link", { name: "Ophalen", exact: true }).click();
  await give(anna, back);
  await sign(anna, "1 tekst waar u allebei aan schreef. In 1 vak schreef u allebei iets anders.").waitFor();
  // Once more changes nothing.
  await give(anna, back);
  await sign(anna, "In deze werkmap staat niets dat hier niet al is.").waitFor();

  await write(anna);
  assert.deepEqual([await title(anna).inputValue(), await summary(anna).inputValue()], ["De bus en het dorp", "Over de bus, en wie zonder auto is."]);
  const twice = part(anna, "Twee mensen schreven hier iets anders");
  await twice.getByText("Komt u er nog?").waitFor();
  await twice.getByRole("button", { name: "Neem dit over" }).press("Enter");
  await sign(anna, "Overgenomen.").waitFor();
  assert.equal(await title(anna).inputValue(), "Komt u er nog?");

  // How it stood before is there to compare with, and to put back.
  const versions = anna.locator("#write-versions");
  await versions.locator("summary").click();
  const looks = versions.getByRole("button", { name: /^Vergelijk met nu/ });
  const first = versions.getByText("Bus en dorp", { exact: true });
  // Those of one minute stand in any order.
  for (const n of (await looks.all()).keys()) {
    await looks.nth(n).click();
    await versions.locator("#write-looked").waitFor();
    if (await first.count()) break;
  }
  await first.waitFor();
  await anna.evaluate(inPage.settle);
  await accessibleAsItStands(anna, "an earlier version beside how it stands now");
  await anna.evaluate(inPage.unsettle);
  await versions.getByRole("button", { name: /^Zet deze versie terug/ }).press("Enter");
  await sign(anna, "Deze versie staat er weer.").waitFor();
  assert.deepEqual([await title(anna).inputValue(), await summary(anna).inputValue()], ["Bus en dorp", "Over de bus."]);
  await button(anna, "Ongedaan maken Ctrl+Z").press("Enter");
  assert.equal(await title(anna).inputValue(), "Komt u er nog?");

  // A work folder of another site is not taken for one of a colleague.
  const files = unzip(readFileSync(back));
  const site = Object.keys(files).find((path) => /(^|\/)site\.json$/.test(path));
  files[site] = Buffer.from(JSON.stringify({ ...JSON.parse(files[site]), name: "Een andere provincie" }));
  const other = join(process.env.BEGINSPRAAK_TEST_WORK, "colleagues-other.zip");
  writeFileSync(other, zip(files));
  await anna.getByRole("link", { name: "Ophalen", exact: true }).click();
  await give(anna, other);
  await sign(anna, "Er is al een werkmap open, van een andere site.").waitFor();
});
