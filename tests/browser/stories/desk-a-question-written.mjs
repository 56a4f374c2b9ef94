import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DESK, accessible as accessibleAsItStands, sign } from "../helpers/desk.mjs";
import { inPage } from "../helpers/in-page.mjs";
import { laid } from "../helpers/release.mjs";
import { story, until } from "../helpers/story.mjs";
import { unzip, zip } from "../helpers/zip.mjs";

const ROOM = `${DESK}#/opstellen`;
const SLUG = "bus-en-dorp";
const DRAFT = `work/${SLUG}/draft.json`;
const button = (page, name) => page.getByRole("button", { name, exact: true });
const kept = (page) => sign(page, "Bewaard in de werkmap, op dit apparaat.");
/** The card in which a part of the form is. */
const part = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });
/** What is said of all fields together. */
const told = (page) => page.locator("#write-told");

/** The form is longer than the window: what stays in view lies over what comes out from under it by scrolling. */
async function accessible(page, what) {
  await page.evaluate(inPage.settle);
  await accessibleAsItStands(page, what);
  await page.evaluate(inPage.unsettle);
}

/** Opens the room with the site that is online as work folder. */
async function begin(page, url) {
  await page.goto(`${url}${ROOM}`);
  await button(page, "Begin met deze site").press("Enter");
  await page.getByLabel("Korte naam voor het adres").waitFor();
}

/** Begins a question by keyboard. */
async function write(page, slug, from) {
  if (from) await page.getByLabel("Begin met").selectOption({ label: from });
  const name = page.getByLabel("Korte naam voor het adres");
  await name.fill(slug);
  await name.press("Enter");
}

/** Types in a field, as people do. */
async function type(page, field, text) {
  await field.focus();
  await page.keyboard.type(text);
}

/** The files of the work folder, as it is kept. */
async function files(page) {
  await page.getByRole("link", { name: "Ophalen", exact: true }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Bewaar de werkmap").click()]);
  await sign(page, "De werkmap staat bij uw downloads.").waitFor();
  return unzip(readFileSync(await file.path()));
}

const draft = async (page, path = DRAFT) => JSON.parse((await files(page))[path]);

/** Opens a work folder with these files, and goes to writing. */
async function withFolder(page, url, files) {
  const file = join(process.env.BEGINSPRAAK_TEST_WORK, `opstellen-${Object.keys(files).length}-${Math.random()}.zip`);
  writeFileSync(file, zip(files));
  await page.goto(`${url}${DESK}#/ophalen`);
  await page.getByLabel("Kies bestanden").setInputFiles([file]);
  await sign(page, "De werkmap is open, en veilig op dit apparaat.").waitFor();
  await page.getByRole("link", { name: "Opstellen", exact: true }).click();
}

story("somebody writes a question from nothing by keyboard, is told what is missing, mends, loads again and undoes", async ({ someone, cleanUp }) => {
  const { line } = await laid(cleanUp, "desk-writes");
  const page = await someone();
  await begin(page, line.url);
  await accessible(page, "no question yet");
  await write(page, "Bus en dorp");
  await page.getByText("Gebruik alleen kleine letters, cijfers en streepjes").waitFor();
  await write(page, "drenthe-luisteren");
  await page.getByText("Er is al een vraag met deze naam.").waitFor();
  await write(page, SLUG);
  await page.getByRole("heading", { level: 2, name: SLUG, exact: true }).waitFor();

  // Before anything was touched all of it is only still to be filled in.
  await told(page).getByText(/^Nog in te vullen: \d+$/).waitFor();
  assert.equal(await told(page).getByText(/Klopt nog niet/).count(), 0);
  await accessible(page, "a question from nothing");

  const about = part(page, "Waar gaat het over?");
  await type(page, about.getByLabel("Titel"), "Hoe rijdt de bus?");
  await page.getByRole("heading", { level: 2, name: "Hoe rijdt de bus?", exact: true }).waitFor();
  await kept(page).waitFor();

  // What is left empty is said there now, in the words of the check; a link leads to what is needed elsewhere.
  await about.getByLabel("In het kort").focus();
  await page.keyboard.press("Tab");
  await told(page).getByText("Klopt nog niet: 1").waitFor();
  await about.getByText("Vul dit nog in.").first().waitFor();
  assert.equal(await about.getByLabel("In het kort").getAttribute("aria-invalid"), "true");
  await type(page, about.getByLabel("In het kort"), "De bus is vaak leeg.");
  await type(page, about.getByLabel("Waarom nu?"), "Het contract loopt af.");
  await until(async () => (await told(page).getByText(/Klopt nog niet/).count()) === 0, "it is mended");
  await type(page, part(page, "Wie is het?").getByLabel(/^E-mailadres/), "team");
  await part(page, "Wie is het?").getByText("Verander dit: hier hoort een e-mailadres.").waitFor();
  await told(page).getByRole("link", { name: "E-mailadres" }).press("Enter");
  await page.keyboard.press("End");
  await page.keyboard.type("@drenthe.example");
  await until(async () => (await told(page).getByText(/Klopt nog niet/).count()) === 0, "the address is right");

  // A question with answers, which get another order and keep the focus on the button.
  const questions = part(page, "De vragen");
  await questions.getByText("Vraag 1", { exact: true }).press("Enter");
  await questions.getByLabel("Soort vraag").selectOption("Eén antwoord kiezen");
  await type(page, questions.getByLabel("Wat vraagt u?"), "Hoe vaak neemt u de bus?");
  await type(page, questions.getByLabel("Antwoord", { exact: true }).first(), "Nooit");
  await type(page, questions.getByLabel("Antwoord", { exact: true }).nth(1), "Elke dag");
  await page.getByRole("button", { name: /^Omlaag ?: Antwoord 1$/ }).press("Enter");
  assert.equal(await questions.getByLabel("Antwoord", { exact: true }).first().inputValue(), "Elke dag");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^Omlaag: Antwoord 2$/, "the button keeps the focus");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-disabled")), "true");
  await sign(page, "Staat nu op plaats 2 van 2.").waitFor();
  await accessible(page, "a question with answers");

  // All of it is there again, and can be undone and done again, to the beginning.
  await kept(page).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 2, name: "Hoe rijdt de bus?", exact: true }).waitFor();
  const answers = part(page, "De vragen").locator("[data-is=line][lang=nl][data-at$='.label']");
  const words = () => answers.evaluateAll((all) => all.map((one) => one.value));
  assert.deepEqual(await words(), ["Elke dag", "Nooit"]);
  await button(page, "Ongedaan maken Ctrl+Z").press("Enter");
  await sign(page, "Ongedaan gemaakt.").waitFor();
  assert.deepEqual(await words(), ["Nooit", "Elke dag"]);
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^Ongedaan maken/, "it can be pressed again");
  await page.keyboard.press("Control+z");
  assert.deepEqual(await words(), ["Nooit", ""], "a burst of typing is one step");
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Control+y");
  assert.deepEqual(await words(), ["Elke dag", "Nooit"]);
  while ((await page.locator("#undo").getAttribute("aria-disabled")) !== "true") await page.locator("#undo").press("Enter");
  await page.getByRole("heading", { level: 2, name: SLUG, exact: true }).waitFor();
  while ((await page.locator("#redo").getAttribute("aria-disabled")) !== "true") await page.locator("#redo").press("Enter");

  const written = await draft(page);
  assert.deepEqual([written.format, written.slug, written.revision], ["beginspraak.consultation/1", SLUG, 1]);
  assert.equal(written.title.nl, "Hoe rijdt de bus?");
  assert.equal(written.owner.email, "team@drenthe.example");
  assert.deepEqual(written.questions[0].options.map(({ label }) => label.nl), ["Elke dag", "Nooit"]);
  const ids = [written.questions[0].id, ...written.questions[0].options.map(({ id }) => id)];
  assert.equal(new Set(ids).size, 3);
  assert.ok(ids.every((id) => /^[0-9a-f]{10}$/.test(id)), "ids are made, and never shown");
  await page.getByRole("link", { name: "Opstellen", exact: true }).click();
  await page.getByRole("link", { name: "Hoe rijdt de bus?" }).waitFor();
});

story("from the example it takes only days, and then it is published with the site", async ({ someone, cleanUp }) => {
  const { line } = await laid(cleanUp, "desk-writes-example", { changeSite: (site) => ({ ...site, second_person: true }) });
  const page = await someone({ dialog: (asked) => asked.accept() });
  await begin(page, line.url);
  await write(page, SLUG, "Een voorbeeld");
  await told(page).getByText("Nog in te vullen: 4").waitFor();
  await told(page).getByText("Nog in te vullen: 4").press("Enter");
  await told(page).getByRole("link", { name: "De eerste dag" }).press("Enter");
  const days = part(page, "Wanneer?");
  assert.equal(await page.evaluate(() => document.activeElement.id), "w.opens");
  await days.getByLabel("De eerste dag").fill("2031-03-01");
  await days.getByLabel("Uw antwoord komt uiterlijk op").fill("2031-05-01");
  await days.getByLabel("De laatste dag").fill("2031-02-01");
  await days.getByText("Deze dag is eerder dan 1 maart 2031. Kies die dag of een latere.").waitFor();
  await days.getByLabel("De laatste dag").fill("2031-04-01");
  await part(page, "Wie beslist wanneer?").getByLabel("Wanneer?").fill("2031-06-01");
  // Nothing is wrong, and still somebody has to look: at the field, or with a reason.
  const gate = page.locator("#write-gate");
  // Its days are years off, too.
  await gate.getByText("Nog 4 punten om naar te kijken.").waitFor();
  assert.equal(await button(page, "Zet klaar om te publiceren").count(), 0);
  await accessible(page, "one thing to look at");
  // A letter is no reason, and that is said.
  await type(page, gate.getByLabel("Ik laat het zo, want").first(), "x");
  await gate.getByRole("link").first().focus();
  await gate.getByText("Schrijf er iets meer bij, minstens 10 letters").waitFor();
  await gate.getByText("Nog 4 punten om naar te kijken.").waitFor();
  await gate.getByLabel("Ik laat het zo, want").first().fill("");
  for (let passed = 1; passed <= 4; passed++) {
    await type(page, gate.getByLabel("Ik laat het zo, want").first(), `Reden nummer ${passed}`);
    await page.keyboard.press("Tab");
    await gate.getByText(`Bewust zo gelaten: ${passed}`).waitFor();
  }
  // This site asks that somebody else reads it: their name stays here, their role does not.
  const yes = button(page, "Ik las alles, en het mag naar buiten");
  await gate.getByLabel("Uw naam (komt niet op de site)").fill("Jansen");
  await yes.press("Enter");
  await gate.getByText("Vul uw naam en uw rol in.").waitFor();
  assert.equal(await button(page, "Zet klaar om te publiceren").count(), 0);
  await page.keyboard.type("teamleider communicatie");
  await yes.press("Enter");
  await gate.getByText("Jansen las de vraag, en zei ja.").waitFor();
  await accessible(page, "all is filled in");
  await button(page, "Zet klaar om te publiceren").press("Enter");
  await sign(page, "De vraag staat klaar.").waitFor();
  await page.locator("#write-changes").getByText("Niets is anders dan wat klaarstaat").waitFor();

  // People may see it now: a day does not change without a word, and with one it stands in what is ready too.
  await page.getByText("Langer open laten", { exact: true }).first().press("Enter");
  await page.getByLabel("De nieuwe laatste dag").fill("2031-04-15");
  await button(page, "Langer open laten").press("Enter");
  await page.getByText("Schrijf op waarom, in elke taal van de vraag.").waitFor();
  await page.getByLabel("Waarom? Inwoners lezen dit.").first().fill("Veel mensen hoorden er laat van.");
  await accessible(page, "extending");
  await button(page, "Langer open laten").press("Enter");
  await sign(page, "Dit staat klaar, met uw reden.").waitFor();
  assert.equal(await page.locator("[id='w.closes']").inputValue(), "2031-04-15");
  await page.locator("#write-changes").getByText("Niets is anders dan wat klaarstaat").waitFor();

  // Withdrawn, and asked after all: in what is ready too.
  await page.getByText("Intrekken", { exact: true }).first().press("Enter");
  await page.getByLabel("Waarom? Inwoners lezen dit.").last().fill("Het plan gaat niet door.");
  await button(page, "Intrekken").press("Enter");
  await button(page, "Toch niet intrekken").press("Enter");
  await sign(page, "De vraag is niet meer ingetrokken.").waitFor();
  await gate.getByText("Dit staat klaar, en sindsdien is hier niets veranderd.").waitFor();
  const folder = await files(page);
  const ready = JSON.parse(folder[`content/consultations/${SLUG}.json`]);
  assert.equal(ready.seen_by.role, "teamleider communicatie");
  assert.doesNotMatch(JSON.stringify(ready), /Jansen|Reden/, "neither a name nor a reason is published");
  assert.deepEqual(ready.amended.map(({ what, closes_was, reason }) => [what, closes_was, reason.nl]), [["extended", "2031-04-01", "Veel mensen hoorden er laat van."]]);
  assert.equal(JSON.parse(folder[`work/${SLUG}/gate.json`]).passed.not_agreed, "Reden nummer 1");
  await page.goto(`${line.url}${ROOM}/${SLUG}`);

  // Changed after that, both stand side by side.
  await part(page, "Waar gaat het over?").getByLabel("Titel").fill("Hoe blijft de bus?");
  await gate.getByText("Jansen zei ja tegen een eerdere tekst.").waitFor();
  await page.locator("#write-changes").getByText("Anders dan wat klaarstaat: 1 veld").press("Enter");
  await page.locator("#write-changes").getByText("Hoe blijft de bus bij ons rijden?").waitFor();
  await accessible(page, "what is different");
  await page.getByRole("link", { name: "Publiceren", exact: true }).first().click();
  await page.getByRole("button", { name: /^Maak de site/ }).click();
  await page.locator("#publish-came").getByText(/^‘Hoe blijft de bus bij ons rijden\?’/).first().waitFor();
});

story("what is pasted from a sheet and from Word, a second language, and dragging", async ({ someone, cleanUp }) => {
  const { line } = await laid(cleanUp, "desk-writes-pasted", { changeSite: (site) => ({ ...site, languages: ["nl", "en"] }) });
  const page = await someone();
  await begin(page, line.url);
  await write(page, SLUG);
  const paste = (field, text) => field.evaluate((field, text) => {
    field.focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  const about = part(page, "Waar gaat het over?");
  await paste(about.getByLabel("In het kort"), "Eerste alinea\u00a0hier.\r\n•\tde bus\r\n•\tde trein\r\n");
  assert.equal(await about.getByLabel("In het kort").inputValue(), "Eerste alinea hier.\n– de bus\n– de trein");
  await about.getByLabel("Waar?", { exact: false }).fill("x".repeat(41));
  await about.getByText("Deze tekst heeft 41 tekens en moet op een regel: hoogstens 40. Maak hem korter.").waitFor();
  assert.equal((await about.getByLabel("Waar?", { exact: false }).inputValue()).length, 41, "it is kept");

  const background = part(page, "Achtergrond");
  await button(page, "Voeg een feit toe").press("Enter");
  await paste(background.getByLabel("Getal").first(), "2023\t1.234,5\r\n2024\t−3\r\n");
  assert.deepEqual(await background.getByLabel("Getal").evaluateAll((all) => all.map((one) => one.value)), ["1234,5", "-3"]);
  assert.deepEqual(await background.getByLabel("Waarvan?").evaluateAll((all) => all.map((one) => one.value)), ["2023", "2024"]);

  await about.getByLabel("Titel").fill("De bus");
  await about.getByRole("checkbox", { name: "Engels" }).check();
  await told(page).getByText("Nog te vertalen: ").first().waitFor();
  await about.getByRole("group", { name: "Titel" }).getByLabel("Engels").fill("The bus");
  await accessible(page, "two languages");

  // By pointer: the second value goes before the first.
  const handle = (at) => background.locator(`[data-handle="facts[0].values[${at}]"]`);
  await page.setViewportSize({ width: 1280, height: 1600 });
  await handle(1).scrollIntoViewIfNeeded();
  const [from, to] = [await handle(1).boundingBox(), await handle(0).boundingBox()];
  await page.mouse.move(from.x + 5, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(to.x + 5, to.y + 5, { steps: 5 });
  await page.mouse.up();
  await until(async () => (await background.getByLabel("Getal").first().inputValue()) === "-3", "it has moved");
  await kept(page).waitFor();
  const { facts, title } = await draft(page);
  assert.deepEqual(facts[0].values.map(({ value }) => value), [-3, 1234.5]);
  assert.deepEqual(title, { nl: "De bus", en: "The bus" });
});

story("a draft that is no JSON is opened as text, mended by hand, and goes on as a form", async ({ someone, cleanUp }) => {
  const { line } = await laid(cleanUp, "desk-writes-mended");
  const page = await someone();
  const broken = '{\n  "title": {"nl": "Bus"},\n  "minutes": 5,\n}\n';
  await withFolder(page, line.url, { [DRAFT]: Buffer.from(broken), "note.txt": Buffer.from("van een ander") });
  await page.getByRole("link", { name: SLUG }).press("Enter");
  const text = page.getByLabel("De tekst van het bestand");
  assert.equal(await text.inputValue(), broken);
  await page.getByText(/^Regel 3, teken \d+\./).waitFor();
  await accessible(page, "no JSON");
  await button(page, "Ga naar de fout").press("Enter");
  assert.equal(await text.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd)), ",");
  await page.keyboard.press("Delete");
  await page.getByRole("heading", { level: 2, name: "Bus", exact: true }).waitFor();
  await kept(page).waitFor();
  assert.deepEqual(await draft(page), { title: { nl: "Bus" }, minutes: 5 });
});

story("two windows write in one question, and neither loses a word", async ({ someone, cleanUp }) => {
  const { line } = await laid(cleanUp, "desk-writes-twice");
  const page = await someone();
  await begin(page, line.url);
  await write(page, SLUG, "Een voorbeeld");
  const title = (page) => part(page, "Waar gaat het over?").getByLabel("Titel");
  await title(page).waitFor();
  const other = await page.context().newPage();
  await other.goto(`${line.url}${ROOM}/${SLUG}`);
  const summary = (page) => part(page, "Waar gaat het over?").getByLabel("In het kort");
  await summary(other).fill("Van het andere venster");
  await kept(other).waitFor();
  await title(page).fill("Van dit venster");
  await sign(page, "In een ander venster is ook hieraan gewerkt. Beide staan nu in de vraag.").waitFor();
  assert.deepEqual([await title(page).inputValue(), await summary(page).inputValue()], ["Van dit venster", "Van het andere venster"]);
  assert.ok(await title(page).evaluate((field) => field === document.activeElement), "one types on");

  // Both change one field: theirs stands beside ours, and is there with one press.
  await title(other).fill("Ook de titel");
  await sign(other, "In een ander venster is ook hieraan gewerkt. Kijk bij").waitFor();
  const twice = part(other, "Twee mensen schreven hier iets anders");
  await twice.getByText("Van dit venster").waitFor();
  await accessible(other, "a field that two people changed");
  await twice.getByRole("button", { name: "Neem dit over" }).press("Enter");
  await sign(other, "Overgenomen.").waitFor();
  assert.equal(await title(other).inputValue(), "Van dit venster");
  assert.equal(await twice.count(), 0);
  await other.reload();
  await title(other).waitFor();
  assert.equal(await twice.count(), 0);
});

story("a text in the language of offices gets tips under it, each with why and a way to do better; plainer words end them", async ({ someone, cleanUp }) => {
  const { line } = await laid(cleanUp, "desk-plain");
  const page = await someone();
  await begin(page, line.url);
  await write(page, SLUG);
  const short = part(page, "Waar gaat het over?").getByLabel(/^In het kort/);
  await type(page, short, "Het plan wordt thans 😀 door ons vastgesteld.");
  await page.getByText("2 tips voor eenvoudiger taal").first().press("Enter");
  const tips = page.locator("li").filter({ hasText: "Kantoorwoord: ‘thans’ is een woord van kantoor." });
  await tips.getByText(/Thuis zegt bijna niemand dit\..* Liever: nu\./).waitFor();
  await accessible(page, "tips for plainer words");

  // The words are shown in the field, whatever stands before them.
  await tips.getByRole("button", { name: /^Toon in de tekst/ }).press("Enter");
  const chosen = () => page.evaluate(() => document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd));
  assert.equal(await chosen(), "thans");
  const all = page.locator("section").filter({ has: page.getByRole("heading", { name: "Kan het eenvoudiger?" }) });
  await all.getByText(/^Leesgemak volgens Flesch-Douma: \d+$/).waitFor();
  await all.getByRole("link", { name: "In het kort" }).waitFor();

  // No text is called good.
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Wij maken nu een plan.");
  await all.getByText("Dat zegt niet dat iedereen dit begrijpt.").waitFor();
  assert.equal(await page.getByText("voor eenvoudiger taal").count(), 0);

  // Keys undo wherever one is, and what was undone can be done again.
  await page.getByRole("heading", { level: 2, name: SLUG, exact: true }).click();
  await page.keyboard.press("Control+z");
  await until(async () => (await short.inputValue()).includes("thans"), "it is undone");
  await page.keyboard.press("Control+y");
  await until(async () => (await short.inputValue()) === "Wij maken nu een plan.", "it is done again");

  // Who goes on to publish is told what is not part of it yet.
  await page.getByRole("link", { name: "Publiceren", exact: true }).first().click();
  await page.getByText("Let op: 1 vraag waaraan u schrijft, staat nog niet klaar.").waitFor();
  await page.getByRole("link", { name: "Ga naar Opstellen om ze klaar te zetten." }).click();
  await page.getByRole("heading", { level: 1, name: "Vragen schrijven" }).waitFor();
});
