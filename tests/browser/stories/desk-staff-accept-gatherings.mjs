import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accessible, backUp, begin, home, note, openDesk, sign } from "../helpers/desk.mjs";
import { laid } from "../helpers/release.mjs";
import { command } from "../helpers/site.mjs";
import { story, until } from "../helpers/story.mjs";
import { filesOf, lay, unzip, zip } from "../helpers/zip.mjs";

const place = (name) => join(process.env.BEGINSPRAAK_TEST_WORK, name);
const card = (page, name) => page.locator("article").filter({ hasText: `Dorpsgesprek ${name}` });

async function toFetch(page) {
  await page.getByRole("link", { name: "Ophalen", exact: true }).click();
  await page.getByLabel("Kies bestanden").waitFor();
}

/** Gives the desk files; a zip of a folder by its name. */
async function give(page, ...files) {
  await page.getByLabel("Kies bestanden").setInputFiles(files);
}

/** The work folder as the desk keeps it. */
async function keep(page) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Bewaar de werkmap" }).click()]);
  await sign(page, "De werkmap staat bij uw downloads.").waitFor();
  return { name: file.suggestedFilename(), files: unzip(readFileSync(await file.path())) };
}

story("staff open the work folder, accept a gathering whose proof fits, and the command says the same", async ({ someone, cleanUp }) => {
  const { site, collector, line } = await laid(cleanUp, "desk-accept");
  // An evening: two remarks are sent, a third stays on the device of its host.
  const host = await someone();
  await openDesk(host, line.url);
  await begin(host, "Annen");
  await note(host, "De bus komt nog maar twee keer per dag.", 1);
  await note(host, "Wij koken elke vrijdag samen.", 2);
  await home(host);
  await host.getByRole("link", { name: "Versturen" }).click();
  await host.getByRole("button", { name: "Verstuur 2 opmerkingen" }).click();
  await host.getByText("Alles is verstuurd en aangekomen.").waitFor();
  await home(host);
  await host.getByRole("link", { name: "Verder met Annen" }).click();
  await host.getByRole("link", { name: "Noteren" }).click();
  await note(host, "Nog iets op de valreep.", 3);
  const mailed = await backUp(host);
  const gathering = Object.keys(unzip(readFileSync(mailed.path))).map((path) => /^gatherings\/([0-9a-f]{24})\//.exec(path)?.[1]).find(Boolean);

  // A work folder that the command made, with things in it that the desk does not know, and a damaged line.
  const work = place("desk-accept-work");
  await command("gather", "--from", collector.data, "--to", work, "--who", "Els");
  cpSync(`${site}-content`, join(work, "content"), { recursive: true });
  writeFileSync(join(work, "notitie.docx"), Buffer.from([0, 255, 128, 13, 10]));
  const slug = "drenthe-luisteren";
  const newer = `{"after":[],"at":0,"do":[{"sing":1}],"id":"${"ab".repeat(12)}","who":"Later"}\n`;
  writeFileSync(join(work, `work/${slug}/log/newer.ndjson`), newer);
  lay(work, { [`work/${slug}/cut.ndjson`]: Buffer.from('{"format":"beginspraak.rea') });
  const before = filesOf(work);
  const packed = place("Werkmap provincie.zip");
  writeFileSync(packed, zip(Object.fromEntries(Object.entries(before).map(([path, bytes]) => [`Werkmap provincie/${path}`, bytes]))));

  const staff = await someone();
  await openDesk(staff, line.url);
  await toFetch(staff);
  await accessible(staff, "before anything is open");
  await staff.getByLabel("Uw naam").fill("Els");
  await staff.getByLabel("Uw naam").press("Enter");
  await give(staff, packed);
  await sign(staff, "De werkmap is open, en veilig op dit apparaat.").waitFor();
  await card(staff, gathering).getByText("2 reacties. Het gesprek zelf is nog niet binnen, dus dit is niet na te gaan.").waitFor();
  assert.equal(await card(staff, gathering).getByRole("button", { name: /^Telt mee/ }).count(), 0, "what can't be checked can't count");
  await staff.getByText(/cut\.ndjson, regel 1: dit is geen reactie/).waitFor();

  // The gathering's own file comes by mail; a reload keeps everything.
  await give(staff, mailed.path);
  await card(staff, "Annen").getByText("2 reacties, het bewijs klopt.").waitFor();
  await card(staff, "Annen").getByText("1 opmerking staat alleen in het bestand van dit gesprek. Als het gesprek meetelt, komt die erbij.").waitFor();
  await staff.reload();
  await card(staff, "Annen").getByText("2 reacties, het bewijs klopt.").waitFor();
  await accessible(staff, "a gathering to decide about");
  await staff.getByRole("button", { name: /^Telt mee ?: Dorpsgesprek Annen/ }).click();
  await sign(staff, "Dit gesprek telt mee. Veilig op dit apparaat. 1 opmerking uit het bestand van het gesprek overgenomen.").waitFor();
  await card(staff, "Annen").getByText("3 reacties, het bewijs klopt.").waitFor();
  await staff.getByText(/\d+ veranderingen staan alleen in deze browser\. Bewaar de werkmap\./).waitFor();

  // Kept again: everything that was there is there to the letter, and the command agrees.
  const kept = await keep(staff);
  assert.match(kept.name, /^Werkmap provincie-\d{4}-\d\d-\d\d\.zip$/);
  await staff.getByText("Alles wat u hier deed, staat in het bestand.").waitFor();
  for (const [path, bytes] of Object.entries(before)) assert.ok(kept.files[`Werkmap provincie/${path}`]?.equals(bytes), `${path} is as it was`);
  const again = place("desk-accept-again");
  lay(again, kept.files);
  const folder = join(again, "Werkmap provincie");
  const told = await command("accept", folder);
  assert.match(told, /Dorpsgesprek "Annen".*3 reacties, het bewijs klopt\. Telt mee\./);
  await assert.rejects(command("stand", folder), /Dorpsgesprek "Annen".*Telt mee\.[^]*cut\.ndjson, regel 1/);
  // What its host sends after all is the same reaction.
  await home(host);
  await host.getByRole("link", { name: "Versturen" }).click();
  await host.getByRole("button", { name: "Verstuur 1 opmerking" }).click();
  await host.getByText("Alles is verstuurd en aangekomen.").waitFor();
  await assert.rejects(command("gather", "--from", collector.data, "--to", folder, "--who", "Els"), /0 nieuw, /);

  // And the other way round: what the command decides, the desk shows.
  await command("accept", folder, "--no", gathering, "--who", "Bert");
  writeFileSync(packed, zip(filesOf(folder)));
  const other = await someone();
  await openDesk(other, line.url);
  await toFetch(other);
  await give(other, packed);
  await card(other, "Annen").getByText("Telt niet mee.", { exact: true }).waitFor();
}, { timeout: 240_000 });

story("without a work folder one begins with a gathering's file; what is no folder of ours changes nothing", async ({ someone, collector }) => {
  const page = await someone({ dialog: (asked) => asked.accept() });
  await openDesk(page, collector.url);
  await begin(page, "Gieten");
  await note(page, "Wij zoeken een hal.", 1);
  await home(page);
  await begin(page, "Rolde");
  await note(page, "Voor een bankje heb je drie vergunningen nodig.", 1);
  await home(page);
  await toFetch(page);
  await give(page, { name: "vakantie.zip", mimeType: "application/zip", buffer: zip({ "foto.jpg": Buffer.from("x") }) });
  await sign(page, "vakantie.zip: hierin staat geen werkmap, geen gesprek en geen reactie. Er is niets veranderd.").waitFor();
  await give(page, { name: "verslag.docx", mimeType: "", buffer: Buffer.from("verslag") });
  await sign(page, "verslag.docx: dit is geen .zip en geen .ndjson. Er is niets veranderd.").waitFor();
  await page.getByRole("button", { name: "Zet de gesprekken van dit apparaat erbij" }).click();
  await card(page, "Rolde").getByText("1 opmerking staat alleen in het bestand van dit gesprek.").waitFor();
  await card(page, "Rolde").getByRole("button", { name: /^Telt mee/ }).click();
  await card(page, "Rolde").getByText("1 reactie, het bewijs klopt.").waitFor();
  await until(() => page.evaluate(() => /Rolde/.test(document.activeElement.innerText)), "the focus is at what was decided about");
  const kept = await keep(page);
  const folder = place("desk-accept-begun");
  lay(folder, kept.files);
  assert.match(await command("accept", folder), /Dorpsgesprek "Rolde".*1 reactie, het bewijs klopt\. Telt mee\./);

  // Taking it back is one act too; and what is closed is gone from the device.
  await page.getByRole("button", { name: /^Toch niet meetellen/ }).click();
  await card(page, "Rolde").getByText("Telt niet mee.", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Sluit de werkmap" }).click();
  await sign(page, "De werkmap is gesloten.").waitFor();
  await page.reload();
  await page.getByText("Hebt u nog geen werkmap?").waitFor();
  assert.equal(await card(page, "Rolde").count(), 0);
}, { timeout: 120_000 });
