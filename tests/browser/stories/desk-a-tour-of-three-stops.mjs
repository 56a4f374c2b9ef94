// A bicycle tour: stops put in order, remarks noted at each, and the route on paper.
import assert from "node:assert/strict";
import { checkAccessible } from "../accessibility.mjs";
import { backUp, begin, field, home, note, openDesk, part, putBack, remarks } from "../helpers/desk.mjs";
import { PHONE, story, until } from "../helpers/story.mjs";

const ready = (page) => page.getByRole("link", { name: "Voorbereiding" }).click();
const stops = (page) => page.locator(".desk-stops strong").allInnerTexts();
const comes = (page, names) => until(async () => JSON.stringify(await stops(page)) === JSON.stringify(names), `the stops are ${names}`);

async function add(page, name, about) {
  const where = part(page, "Haltes van een tocht");
  await where.getByLabel("Hoe heet de halte?").fill(name);
  await where.getByLabel("Waar en hoe laat?").fill(about);
  await where.getByLabel("Waar en hoe laat?").press("Enter");
  await where.locator(".desk-stops").getByText(name, { exact: true }).waitFor();
  await until(() => where.getByLabel("Hoe heet de halte?").evaluate((field) => field === document.activeElement), "one types the next at once");
}

story("a tour of three stops is put in order by keyboard, noted in with one tap for each stop, and printed", async ({ collector, someone }) => {
  const page = await someone();
  await openDesk(page, collector.url);
  await begin(page, "Fietstocht Aa en Hunze");
  await page.getByRole("link", { name: "Terug naar het gesprek" }).click();
  await ready(page);
  await page.getByRole("heading", { level: 1, name: "Voorbereiding" }).waitFor();
  assert.match(await page.title(), /^Voorbereiding – Fietstocht Aa en Hunze – Werkplek – /);
  await page.getByText("Nog geen haltes.").waitFor();
  await add(page, "Molen van Rolde", "11.30 uur");
  await add(page, "Brink van Anloo", "bij de kerk, 10.00 uur");
  await add(page, "Dorpshuis Gieten", "");
  const where = part(page, "Haltes van een tocht");
  await where.getByLabel("Hoe heet de halte?").fill("brink van anloo");
  await where.getByRole("button", { name: "Zet de halte erbij" }).click();
  await where.getByText("Fout: Er is al een halte met deze naam.").waitFor();
  await checkAccessible(page, { route: "/werkplek/#/gesprekken/…/klaarzetten", state: "a tour" });
  await where.getByLabel("Hoe heet de halte?").fill("");

  // By keyboard, and the button is still there for the next press.
  const earlier = where.getByRole("button", { name: /^Eerder ?: Brink van Anloo/ });
  await earlier.focus();
  await page.keyboard.press("Enter");
  await comes(page, ["Brink van Anloo", "Molen van Rolde", "Dorpshuis Gieten"]);
  await where.getByText("Brink van Anloo is nu halte 1 van 3.").waitFor();
  assert.ok(await earlier.evaluate((button) => button === document.activeElement), "the focus stays on the button");
  await page.reload();
  await comes(page, ["Brink van Anloo", "Molen van Rolde", "Dorpshuis Gieten"]);

  await page.getByRole("link", { name: "Fietstocht Aa en Hunze" }).click();
  await page.getByRole("link", { name: "Noteren" }).click();
  // Whoever chose nothing yet is at one of the stops, by the clock, and not under way.
  assert.equal(await page.getByLabel("Onderweg").isChecked(), false);
  await page.getByLabel("Brink van Anloo").check();
  await field(page).focus();
  await note(page, "De brink is van ons allemaal.", 1);
  await note(page, "Hier mist een bankje.", 2);
  await page.getByLabel("Molen van Rolde").check();
  await field(page).focus();
  await note(page, "De molen draait op vrijwilligers.", 3);
  await page.reload();
  await until(() => page.getByLabel("Molen van Rolde").isChecked(), "where one is, is known after a reload");
  const about = (text) => page.getByRole("listitem").filter({ hasText: text }).locator(".desk-remark__about");
  await about("De molen draait").getByText("Molen van Rolde").waitFor();
  await about("Hier mist").getByText("Brink van Anloo").waitFor();
  await page.getByLabel("Onderweg").check();
  await field(page).focus();
  await note(page, "Het fietspad is hier slecht.", 4);
  assert.ok(!(await about("Het fietspad").innerText()).includes("Molen"));
  await page.reload();
  await until(() => page.getByLabel("Onderweg").isChecked(), "that one is under way is known after a reload as well");

  // What was noted at one stop, under way, and of a kind there.
  const [stop, kind] = [page.getByLabel("Halte", { exact: true }), page.getByLabel("Soort", { exact: true })];
  await stop.selectOption("Brink van Anloo (2)");
  await page.getByText("2 van 4 opmerkingen").waitFor();
  assert.deepEqual(await remarks(page), ["Hier mist een bankje.", "De brink is van ons allemaal."]);
  await stop.selectOption("Onderweg (1)");
  await page.getByText("1 van 4 opmerkingen").waitFor();
  assert.deepEqual(await remarks(page), ["Het fietspad is hier slecht."]);
  // What is noted meanwhile changes the numbers, and not the choice.
  await field(page).focus();
  await note(page, "De brug is dicht.", 5);
  await until(async () => (await remarks(page)).length === 2, "it comes into the list");
  assert.equal(await stop.locator("option:checked").innerText(), "Onderweg (2)");
  await page.keyboard.press("Alt+z");
  await until(async () => (await remarks(page)).length === 1, "it is gone");
  await stop.selectOption("Dorpshuis Gieten (0)");
  await page.getByText("Niets gevonden.").waitFor();
  await stop.selectOption("Molen van Rolde (1)");
  await kind.selectOption("Ervaring (4)");
  assert.deepEqual(await remarks(page), ["De molen draait op vrijwilligers."]);
  // What does not show is told, with one tap to see it.
  await page.getByText("U zoekt of kiest, dus 3 opmerkingen staan hier nu niet.").waitFor();
  await page.getByRole("button", { name: "Toon alle opmerkingen" }).click();
  await page.getByText("4 opmerkingen", { exact: true }).waitFor();

  await page.getByRole("link", { name: "Terug naar het gesprek" }).click();
  const counts = page.locator(".desk-kinds", { hasText: "Brink van Anloo" });
  await counts.getByText("2 Brink van Anloo").waitFor();
  await counts.getByText("0 Dorpshuis Gieten").waitFor();

  // Another name, and one left out: what was noted there keeps its place.
  await ready(page);
  await where.getByRole("button", { name: /^Wijzig ?: Molen van Rolde/ }).click();
  const change = where.locator(".desk-point").getByLabel("Hoe heet de halte?");
  await change.fill("Korenmolen van Rolde");
  await change.press("Enter");
  await comes(page, ["Brink van Anloo", "Korenmolen van Rolde", "Dorpshuis Gieten"]);
  await where.getByRole("button", { name: /^Haal weg ?: Brink van Anloo/ }).click();
  await comes(page, ["Korenmolen van Rolde", "Dorpshuis Gieten"]);
  await page.getByRole("link", { name: "Fietstocht Aa en Hunze" }).click();
  await about("De molen draait").getByText("Korenmolen van Rolde").waitFor();
  await about("Hier mist").getByText("Brink van Anloo").waitFor();

  await page.getByRole("link", { name: "Op papier" }).click();
  await page.locator(".poster__stops").getByText("Korenmolen van Rolde, 11.30 uur").waitFor();
  await page.getByLabel("Papieren formulieren").check();
  await page.locator(".pen-form__stops").first().getByText("Dorpshuis Gieten").waitFor();
  await page.getByLabel("Kaart voor gespreksleiders").check();
  await page.locator(".host-card__stops").getByText("Korenmolen van Rolde, 11.30 uur").waitFor();
  await page.getByLabel("Route langs de haltes").check();
  await page.locator(".route__stops").getByText("Korenmolen van Rolde").waitFor();
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length, 1);

  await page.getByRole("link", { name: "Overzicht" }).click();
  await page.locator(".desk-table__stop", { hasText: "Korenmolen van Rolde" }).getByText("1").waitFor();

  // Another device has the tour as it is.
  await home(page);
  const file = await backUp(page);
  const other = await someone(PHONE);
  await openDesk(other, collector.url);
  await putBack(other, file.path, "Teruggezet en veilig op dit apparaat:");
  await other.getByRole("link", { name: "Verder met Fietstocht" }).click();
  await other.getByLabel("Uw naam").fill("Bert");
  await other.getByLabel("Uw naam").press("Enter");
  await other.getByText("1 Korenmolen van Rolde").waitFor();
}, { timeout: 150_000 });
