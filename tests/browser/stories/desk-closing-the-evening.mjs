import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { begin, close, home, note, openDesk, part, point, remarks, sign, unfolded } from "../helpers/desk.mjs";
import { kept, laid, onDevice } from "../helpers/release.mjs";
import { story, until } from "../helpers/story.mjs";

/** How many sheets the page is on paper. */
async function sheets(page) {
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
}

const onSheet = (page, text) => page.locator("#evening").getByText(text);

story("without a network an evening is read back, agreed and printed on one sheet; a reload and another window have it all", async ({ someone, cleanUp }) => {
  const { site, line } = await laid(cleanUp, "desk-closing");
  const page = await someone();
  await openDesk(page, line.url);
  await onDevice(page, site);
  await until(async () => (await kept(page)).some((path) => /assets\/rooms-.*wasm$/.test(path)), "the rooms that come later are on the device");
  line.cut();

  await begin(page);
  await note(page, "De bus komt nog maar twee keer per dag.", 1);
  await page.keyboard.press("Alt+6");
  await note(page, "Voor een bankje heb je drie vergunningen nodig.", 2);
  await page.getByRole("link", { name: "Terug naar het gesprek" }).click();
  await close(page);
  assert.match(await page.title(), /^Afsluiten – Dorpshuis Annen – Werkplek – /);
  await page.getByText("Hier staat straks de wegwijzer.").waitFor();

  // A main point from a remark, in other words, read back.
  const main = part(page, "Lees terug");
  await main.getByText("Kies uit wat is opgeschreven").click();
  await main.getByRole("button", { name: /^Neem over ?: De bus komt/ }).click();
  const words = main.getByLabel("Zeg het in één zin");
  assert.equal(await words.inputValue(), "De bus komt nog maar twee keer per dag.");
  await words.fill("Zonder bus kom je het dorp niet uit.");
  await words.press("Enter");
  await main.locator(".desk-pointed").getByText("Zonder bus kom je het dorp niet uit.", { exact: true }).waitFor();
  await until(() => words.evaluate((field) => field === document.activeElement && field.value === ""), "one types the next at once");
  await page.getByText("1 hoofdpunt nog teruglezen.").waitFor();
  await main.getByLabel("Teruggelezen en akkoord").check();
  await page.getByText("1 hoofdpunt nog teruglezen.").waitFor({ state: "detached" });
  // What changes is to be read back again.
  await main.getByRole("button", { name: /^Wijzig ?: Zonder bus/ }).click();
  const change = main.locator(".desk-point").getByLabel("Zeg het in één zin");
  await change.fill("Zonder bus of auto kom je het dorp niet uit.");
  await change.press("Enter");
  await page.getByText("1 hoofdpunt nog teruglezen.").waitFor();

  // A promise without who and when is none.
  const promises = await unfolded(page, "Dit doen wij");
  await promises.getByLabel("Zeg het in één zin").fill("Wij praten met de vervoerder.");
  await promises.getByRole("button", { name: "Zet erbij" }).click();
  await promises.getByText("Fout: Vul ook in om wie het gaat.").waitFor();
  await promises.getByText("Fout: Kies de dag waarop het klaar is.").waitFor();
  await until(() => promises.getByLabel("Wie doet het?").evaluate((field) => field === document.activeElement), "one goes on in the field that is to be mended");
  assert.equal(await promises.getByLabel("Zeg het in één zin").getAttribute("aria-invalid"), null, "and only what is wrong is called wrong");
  await point(page, "Dit doen wij", "Wij praten met de vervoerder.", { "Wie doet het?": "Gedeputeerde Jansen", "Wanneer is het klaar?": "2027-06-01" });
  await point(page, "Dit geven wij door", "Bankjes zonder vergunning.", { "Aan wie geven wij het door?": "gemeente Aa en Hunze" });
  await point(page, "Dit doet het dorp zelf", "De kookclub rijdt elkaar.");

  const obstacles = await unfolded(page, "Dit zit in de weg");
  await obstacles.getByText("Kies uit wat is opgeschreven").click();
  assert.equal(await obstacles.getByRole("button", { name: /^Neem over/ }).count(), 1, "only what was noted as one");
  await obstacles.getByRole("button", { name: /^Neem over/ }).click();
  await obstacles.getByRole("button", { name: "Zet erbij" }).click();
  const touchstones = await unfolded(page, "Welke toetsstenen zag u?");
  await touchstones.getByLabel("Welke toetssteen?").selectOption({ index: 1 });
  await touchstones.getByLabel("In welk verhaal zag u dat?").fill("De kookclub begon zonder ons.");
  await touchstones.getByRole("button", { name: "Zet erbij" }).click();
  await touchstones.locator(".desk-pointed").getByText("De kookclub begon zonder ons.", { exact: true }).waitFor();
  await page.getByLabel("Wat hebben wij gevoeld?").fill("Opluchting: er werd geluisterd.");
  await page.getByLabel("Wat hebben wij gevoeld?").press("Tab");
  await sign(page, "Veilig op dit apparaat.").waitFor();

  for (const text of ["Zonder bus of auto", "Gedeputeerde Jansen, klaar op", "aan gemeente Aa en Hunze", "drie vergunningen"]) await onSheet(page, text).waitFor();
  assert.equal(await onSheet(page, "Opluchting").count(), 0, "looking back stays among hosts");

  // Another window of the desk hears of it; and a reload has it.
  const other = await page.context().newPage();
  await other.goto(page.url());
  await onSheet(other, "Zonder bus of auto").waitFor();
  await point(page, "Lees terug", "Er is veel wat het dorp zelf kan.");
  await onSheet(other, "Er is veel wat het dorp zelf kan.").waitFor();
  await other.close();
  await page.reload();
  await onSheet(page, "Er is veel wat het dorp zelf kan.").waitFor();
  assert.equal(await page.getByLabel("Wat hebben wij gevoeld?").inputValue(), "Opluchting: er werd geluisterd.");
  assert.equal(await sheets(page), 1);

  // As a file that needs nothing else.
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Maak een bestand om te mailen" }).click()]);
  await sign(page, "Het bestand staat bij uw downloads.").waitFor();
  assert.match(file.suggestedFilename(), /^wegwijzer-dorpshuis-annen-\d{4}-\d\d-\d\d\.html$/);
  const html = readFileSync(await file.path(), "utf8");
  assert.ok(html.includes("Gedeputeerde Jansen") && !/<script|Opluchting/.test(html));
  const mailed = await page.context().newPage();
  await mailed.setContent(html);
  await mailed.getByText("Zonder bus of auto").waitFor();
  assert.equal(await sheets(mailed), 1);

  await page.getByRole("button", { name: "Sluit het gesprek af" }).click();
  await page.getByText("hoofdpunten nog teruglezen. Lees ze voor").waitFor();
  await page.getByRole("button", { name: "Sluit het gesprek af" }).click();
  await page.getByRole("heading", { name: "Dit gesprek is afgesloten" }).waitFor();
  await page.goBack();
  await page.getByRole("link", { name: "Versturen" }).waitFor();
  await page.getByRole("link", { name: "Noteren" }).click();
  assert.equal((await remarks(page)).length, 2, "what was noted is as it was");
}, { timeout: 150_000 });

story("as many points as an evening can have stay on one sheet", async ({ someone, collector }) => {
  const page = await someone();
  await openDesk(page, collector.url);
  await begin(page, "Multifunctioneel centrum De Boerhoorn in Rolde");
  await page.getByRole("link", { name: "Terug naar het gesprek" }).click();
  await close(page);
  const long = (n) => `${n}. ${"Een hoofdpunt dat lang is, omdat er veel over te zeggen was. ".repeat(3)}`.slice(0, 180).trim();
  for (let n = 0; n < 6; n += 1) await point(page, "Lees terug", long(n));
  for (let n = 0; n < 5; n += 1) {
    await point(page, "Dit doen wij", long(n), { "Wie doet het?": "De gedeputeerde voor mobiliteit", "Wanneer is het klaar?": "2027-06-01" });
    await point(page, "Dit geven wij door", long(n), { "Aan wie geven wij het door?": "het waterschap Hunze en Aa’s" });
    await point(page, "Dit zit in de weg", long(n));
  }
  await page.getByText("Dit is te veel voor één vel").waitFor();
  assert.equal(await sheets(page), 1);
}, { timeout: 150_000 });

story("what was heard in all gatherings stands together, with what is late first, and can be printed", async ({ someone, collector }) => {
  const page = await someone();
  await openDesk(page, collector.url);
  for (const [n, place] of ["Annen", "Rolde"].entries()) {
    await home(page);
    await begin(page, place);
    await note(page, `De bus komt niet meer in ${place}.`, 1);
    await page.getByRole("link", { name: "Terug naar het gesprek" }).click();
    await close(page);
    await point(page, "Dit doen wij", `Wij bellen ${place} terug.`, { "Wie doet het?": "Jansen", "Wanneer is het klaar?": ["2020-01-02", "2099-01-02"][n] }, ["Deze dag is al geweest.", "meer dan 5 jaar"][n]);
    await point(page, "Lees terug", `Zonder bus komt niemand in ${place}.`);
    await point(page, "Dit geven wij door", `Een bankje in ${place}.`, { "Aan wie geven wij het door?": "gemeente Aa en Hunze" });
  }
  await page.getByRole("link", { name: "Overzicht" }).click();
  await page.getByRole("heading", { level: 1, name: "Wat hoorden wij buiten?" }).waitFor();
  await page.locator(".desk-lead").getByText("2 gesprekken · 0 mensen · 2 opmerkingen").waitFor();
  const promises = part(page, "Wat beloofden wij?");
  assert.deepEqual(await promises.getByRole("heading", { level: 3 }).allInnerTexts(), ["Te laat (1)", "Nog te doen (1)"]);
  assert.match((await promises.getByRole("listitem").allInnerTexts())[0], /Wij bellen Annen terug\./);
  const heard = part(page, "Dit hoorden wij");
  await heard.getByRole("listitem").filter({ hasText: "Rolde" }).getByText("Zonder bus komt niemand in Rolde.").first().waitFor();
  const passed = part(page, "Wat gaven wij door, en aan wie?");
  assert.deepEqual(await passed.getByRole("heading", { level: 3 }).allInnerTexts(), ["gemeente Aa en Hunze (2)"]);
  await passed.getByText("gemeente Aa en Hunze (2)").click();
  const told = await passed.locator("pre").innerText();
  assert.ok(told.includes("Een bankje in Annen.") && told.includes("Een bankje in Rolde."), told);
  await page.getByRole("rowheader", { name: "Rolde" }).waitFor();
  assert.ok((await sheets(page)) <= 2);
});
