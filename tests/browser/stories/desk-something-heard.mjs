import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { accessible, backUp, home, openDesk, part, sign } from "../helpers/desk.mjs";
import { laid } from "../helpers/release.mjs";
import { command } from "../helpers/site.mjs";
import { story } from "../helpers/story.mjs";
import { unzip } from "../helpers/zip.mjs";

async function toHeard(page) {
  await home(page);
  await page.getByRole("link", { name: "Iets gehoord" }).click();
  await page.getByRole("heading", { level: 1, name: "Iets gehoord" }).waitFor();
}

/** Notes what somebody said. */
async function hear(page, text, rest = {}) {
  await page.getByLabel("Wat zei iemand?").or(page.getByLabel("Wat vertelde uw collega?")).fill(text);
  for (const [label, value] of Object.entries(rest)) await page.getByLabel(label).fill(value);
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
}

story("an idea from the street is safe in a minute, goes with its proof, and counts once staff accept it", async ({ someone, cleanUp }) => {
  const { collector, line } = await laid(cleanUp, "desk-idea");
  const page = await someone();
  await openDesk(page, line.url);
  await toHeard(page);
  await page.getByLabel("Uw naam").fill("Anna");
  await page.getByLabel("Uw naam").press("Enter");
  // A name without consent is a fault, and nothing is lost.
  await hear(page, "Zet een bankje bij de dijk.", { "Waar hoorde u het?": "Markt in Assen", "Voornaam": "Marietje" });
  await page.getByText("Zonder toestemming bewaren wij geen naam of leeftijd.").waitFor();
  await page.getByLabel("Deze persoon vindt het goed").check();
  await accessible(page, "an idea that is typed");
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  await sign(page, "Veilig op dit apparaat. U kunt het volgende opschrijven.").waitFor();
  await page.getByText("Markt in Assen · Marietje").waitFor();
  assert.equal(await page.getByLabel("Voornaam").inputValue(), "", "consent is for one person");
  assert.equal(await page.getByLabel("Deze persoon vindt het goed").isChecked(), false);
  await hear(page, "Laat de school ’s avonds open.");
  await sign(page, "Veilig op dit apparaat.").waitFor();
  await page.locator(".desk-list li").nth(1).waitFor();

  // Both stand in one gathering of this device, which goes as any other.
  await page.reload();
  await page.getByText("Laat de school ’s avonds open.").waitFor();
  await page.getByRole("link", { name: "Versturen" }).click();
  await page.getByRole("button", { name: "Verstuur 2 opmerkingen" }).click();
  await page.getByText("Alles is verstuurd en aangekomen.").waitFor();
  const file = await backUp(page);
  const all = Object.keys(unzip(readFileSync(file.path))).map((path) => /^gatherings\/([0-9a-f]{24})\//.exec(path)?.[1]).filter(Boolean);
  assert.equal(new Set(all).size, 1);
  const work = join(process.env.BEGINSPRAAK_TEST_WORK, "desk-idea-work");
  const gathered = await command("gather", "--from", collector.data, "--to", work, "--who", "Els");
  assert.match(gathered, /^2 nieuw, /);
  assert.match(await command("accept", work, "--from", file.path, "--yes", all[0], "--who", "Els"), /"Gehoord onderweg – Anna".*2 reacties, het bewijs klopt\. Telt mee\./);
}, { timeout: 150_000 });

story("the story of a colleague stands beside the principles, is not sent, and is found in the overview", async ({ someone, collector }) => {
  const page = await someone();
  await openDesk(page, collector.url);
  await toHeard(page);
  await page.getByLabel("Uw naam").fill("Anna");
  await page.getByLabel("Uw naam").press("Enter");
  await page.getByLabel("Het verhaal van een collega").check();
  const principle = page.getByRole("group", { name: "Welke toetsstenen zag u in dit verhaal?" }).getByRole("textbox").first();
  await principle.fill("Zij ging er zelf heen.");
  await accessible(page, "the story of a colleague");
  await hear(page, "De dijk werd van het dorp.", { "Bij welk werk of team?": "Waterveiligheid" });
  await sign(page, "Veilig op dit apparaat.").waitFor();
  await page.getByText("Waterveiligheid").waitFor();
  // The next story has the same fields, empty.
  assert.equal(await principle.inputValue(), "");
  await principle.fill("Hij liet het los.");
  await hear(page, "Het dorp koos zelf een datum.");
  await page.getByText("Het dorp koos zelf een datum.").waitFor();
  await home(page);
  await page.getByText("Alles wat is opgeschreven, is verstuurd.").waitFor();
  await page.getByRole("link", { name: "Overzicht" }).click();
  await part(page, "Welke toetsstenen zagen wij?").getByText(/: Zij ging er zelf heen\.$/).waitFor();
  await page.getByText(/: Hij liet het los\.$/).waitFor();
});
