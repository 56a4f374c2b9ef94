import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startCollector } from "../helpers/collector.mjs";
import { DESK, accessible as accessibleAsItStands, sign } from "../helpers/desk.mjs";
import { inPage } from "../helpers/in-page.mjs";
import { FINISHED, command } from "../helpers/site.mjs";
import { story, until } from "../helpers/story.mjs";
import { filesOf, lay, unzip } from "../helpers/zip.mjs";

const root = join(import.meta.dirname, "../../..");
const EMPTY = join(root, "src/files/content/manuscript/empty.json");
const button = (page, name) => page.getByRole("button", { name, exact: true });
const part = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });

/** The form is longer than the window: what stays in view lies over what comes out from under it by scrolling. */
async function accessible(page, what) {
  await page.evaluate(inPage.settle);
  await accessibleAsItStands(page, what);
  await page.evaluate(inPage.unsettle);
}

/** What one downloads to begin, on a host: the desk on an empty site. */
async function empty(name) {
  const site = join(process.env.BEGINSPRAAK_TEST_WORK, name);
  const content = `${site}-content`;
  mkdirSync(content, { recursive: true });
  writeFileSync(join(content, "site.json"), readFileSync(EMPTY));
  await command("publish", "--quick", "--content", content, "--out", site, "--bundle", join(FINISHED, "assets"));
  // As in the zip: a later site is put over it without twins.
  for (const path of Object.keys(filesOf(site)).filter((path) => /\.(br|gz)$/.test(path))) rmSync(join(site, path));
  return site;
}

story("an empty site becomes that of a province: its name, colours, picture, villages, and where reactions go", async ({ someone, cleanUp }) => {
  const site = await empty("desk-new-site");
  const collector = await startCollector({ site });
  cleanUp(() => collector.stop());
  const page = await someone();
  await page.goto(`${collector.url}${DESK}`);
  await page.getByRole("heading", { name: "Deze site is nog leeg" }).waitFor();
  await page.getByRole("link", { name: "De site zelf", exact: true }).click();
  await button(page, "Begin met deze site").click();

  // What stands on the empty site is nobody's own: all of it is asked for.
  await page.locator("#write-told").getByText(/^Nog in te vullen: \d+/).waitFor();
  assert.equal(await button(page, "Zet klaar om te publiceren").count(), 0);
  await accessible(page, "a site that is not written yet");
  const about = part(page, "Wat is het?");
  await about.getByLabel("Naam van de site").fill("Denk mee met Zeeland");
  await about.getByLabel("Wie vraagt het?").fill("Provincie Zeeland");
  await about.getByLabel("Welkom").fill("Wij vragen u iets voordat er een plan ligt.");
  const reach = part(page, "Hoe bereikt men u?");
  await reach.getByLabel("E-mailadres").fill("denkmee@zeeland.example");
  await reach.getByLabel("Telefoonnummer").fill("0118 00 00 00");
  await reach.getByLabel("Postadres").fill("Abdij 0, 0000 AA Middelburg");
  const privacy = part(page, "Wat gebeurt er met reacties?");
  await privacy.getByLabel("Wie is verantwoordelijk?").fill("De provincie Zeeland.");
  await privacy.getByLabel("Hoe lang bewaart u reacties?").fill("Tot een jaar na ons antwoord.");
  await privacy.getByLabel("Waarom mag dat?").fill("Omdat wij besluiten goed moeten voorbereiden.");

  // Where reactions go is said in full, and tried.
  const ways = part(page, "Waar gaan reacties heen?");
  await ways.getByText("Reacties gaan naar: denkmee@zeeland.example", { exact: true }).waitFor();
  await ways.locator("summary").filter({ hasText: "Weg 1" }).click();
  await ways.getByLabel("Hoe?").selectOption({ label: "Onze eigen verzamelaar" });
  assert.equal(await ways.getByLabel("Adres", { exact: true }).inputValue(), "/api/reactions");
  await ways.getByLabel("Adres", { exact: true }).fill("/verkeerd");
  await ways.getByText(`Reacties gaan naar: ${collector.url}/verkeerd`).waitFor();
  await button(page, "Stuur een proefreactie").click();
  await ways.getByText("Hier antwoordt iets anders dan een plek voor reacties.").waitFor();
  await ways.getByLabel("Adres", { exact: true }).fill("/api/reactions");
  await ways.getByText(`Reacties gaan naar: ${collector.url}/api/reactions`).waitFor();
  await button(page, "Stuur een proefreactie").click();
  await ways.getByText("Er is een verzamelaar, en die antwoordt. Hij neemt pas iets aan als er een vraag op de site openstaat.").waitFor();
  assert.equal(await collector.stored(), 0);

  // A photo is made light; a colour that can't be read is mended by a button.
  const look = part(page, "Hoe ziet de site eruit?");
  const photo = await page.screenshot({ type: "png" });
  await look.getByLabel("Voeg een foto, tekening of logo toe").setInputFiles({ name: "De Brug.PNG", mimeType: "image/png", buffer: photo });
  await look.getByText("De foto heet ‘de-brug’, en is gekozen.").waitFor();
  assert.equal(await look.getByLabel("Naam van de foto").inputValue(), "de-brug");
  await look.getByLabel("Wat is erop te zien?").fill("Een scherm met een formulier.");
  await look.getByLabel("Koppen en knoppen").fill("#66ccff");
  await look.getByText(/^koppen op de pagina: contrast 1,75, en 4,5 is nodig\.$/).waitFor();
  await button(page, "Bewaar deze kleuren en letters").click();
  await sign(page, "Deze kleuren zijn niet overal te lezen. Bij de kleuren staat wat er mis is.").waitFor();
  await button(page, "Neem de dichtstbijzijnde kleuren die wel goed te lezen zijn").click();
  await look.getByText("Alles is goed te lezen, ook in het donker.").waitFor();
  const main = await look.getByLabel("Koppen en knoppen").inputValue();
  await button(page, "Bewaar deze kleuren en letters").click();
  await sign(page, "Bewaard. Zet de site nog klaar om te publiceren.").waitFor();

  // Villages come from a sheet; spellings of one become one.
  const places = part(page, "Gemeenten en dorpen");
  await places.getByLabel("Welke provincie?").fill("Zeeland");
  await places.getByLabel("Gemeenten en dorpen", { exact: true }).fill("Gemeente\tDorp\nVeere\tDomburg\nVeere\tdomburg\nGoes\tKloetinge");
  await places.getByLabel("Waar komt de lijst vandaan?").fill("Eigen lijst");
  await button(page, "Maak er een lijst van").click();
  await places.getByText("Vul nog in: Onder welke voorwaarden.").waitFor();
  await page.keyboard.type("CC0");
  await button(page, "Maak er een lijst van").click();
  await places.getByText("Gemeenten: 2. Dorpen: 2. Eén schrijfwijze gemaakt van: domburg → Domburg.").waitFor();
  await accessible(page, "a site that is written");

  // What was typed is there after a reload, and goes out.
  await page.reload();
  await about.getByLabel("Naam van de site").waitFor();
  assert.equal(await about.getByLabel("Naam van de site").inputValue(), "Denk mee met Zeeland");
  await button(page, "Zet klaar om te publiceren").click();
  await sign(page, "Dit staat klaar. Ga nu naar Publiceren.").waitFor();
  await page.getByRole("link", { name: "Publiceren", exact: true }).first().click();
  await page.getByRole("button", { name: /^Maak de site/ }).click();
  await page.locator("#publish-came").waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Bewaar de site (.zip)").click()]);
  const made = unzip(readFileSync(await file.path()));
  assert.ok(made["werkplek/index.html"]);
  lay(site, made);

  // A resident sees the province's own site.
  const resident = await someone();
  await resident.goto(`${collector.url}/`);
  await resident.getByRole("banner").getByText("Denk mee met Zeeland").waitFor();
  await resident.getByAltText("Een scherm met een formulier.").first().waitFor();
  const colour = await resident.evaluate(() => getComputedStyle(document.querySelector("h1")).color);
  const [, ...parts] = /#(..)(..)(..)/.exec(main);
  assert.equal(colour, `rgb(${parts.map((part) => Number.parseInt(part, 16)).join(", ")})`);
  await until(async () => (await resident.locator("h1").count()) === 1, "the page is whole");
});
