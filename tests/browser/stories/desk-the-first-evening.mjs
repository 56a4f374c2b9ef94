// An evening of somebody who never saw the desk: nothing is undone, covered or lost without a word.
import assert from "node:assert/strict";
import { accessible, act, begin, close, field, note, openDesk, part, point, remark, sign } from "../helpers/desk.mjs";
import { DESKTOP, PHONE, story, until } from "../helpers/story.mjs";

const BUS = "De bus komt nog maar twee keer per dag.";
const focused = (page) => page.evaluate(() => document.activeElement.textContent || document.activeElement.id);
const undo = (page) => page.getByRole("button", { name: "Ongedaan maken" });

/** Whether all of it can be seen, under no bar. */
const inView = (where) => where.evaluate((element) => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const seen = [[left + 2, top + 2], [right - 2, bottom - 2]].every(([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there && (element.contains(there) || there.contains(element));
  });
  return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && seen;
});

story("undoing takes back what the room shows, says what that was, and is not there where there is nothing", async ({ collector, someone }) => {
  const page = await someone({ dialog: () => assert.fail("nobody is asked about a colleague who did nothing") });
  await openDesk(page, collector.url);
  await begin(page);
  assert.ok(await undo(page).isHidden(), "a new gathering has nothing to undo");
  await page.keyboard.press("Alt+z");
  await sign(page, "Hier is niets van u om ongedaan te maken.").waitFor();
  await note(page, BUS, 1);
  await page.getByRole("link", { name: "Terug naar het gesprek" }).click();
  await page.getByRole("link", { name: "Voorbereiding" }).click();
  await page.getByRole("button", { name: "Toon de code" }).click();
  await page.getByRole("textbox", { name: "Of stuur deze link" }).waitFor();
  await page.getByLabel("Zet stoelen in een kring").check();
  await sign(page, "Veilig op dit apparaat.").waitFor();
  await undo(page).click();
  await sign(page, "Ongedaan gemaakt: het vinkje bij ‘Zet stoelen in een kring, niet in rijen.’.").waitFor();
  assert.equal(await page.getByLabel("Zet stoelen in een kring").isChecked(), false);
  await page.goBack();
  await close(page);
  await point(page, "Dit doet het dorp zelf", "De kookclub rijdt elkaar.");
  await page.getByRole("button", { name: /^Haal weg ?: De kookclub/ }).click();
  await part(page, "Dit doet het dorp zelf").locator(".desk-point").waitFor({ state: "detached" });
  assert.equal(await focused(page), "Dit doet het dorp zelf");
  await undo(page).click();
  await sign(page, "Ongedaan gemaakt: het weghalen van ‘De kookclub rijdt elkaar.’.").waitFor();
  await part(page, "Dit doet het dorp zelf").getByText("De kookclub rijdt elkaar.", { exact: true }).waitFor();

  // In the gathering there is the remark alone; its place, its day and its points stay.
  await page.goBack();
  await undo(page).click();
  await sign(page, `Ongedaan gemaakt: de opmerking ‘${BUS}’.`).waitFor();
  await until(async () => (await undo(page).getAttribute("aria-disabled")) === "true", "nothing is left to undo");
  await page.keyboard.press("Alt+z");
  await sign(page, "Hier is niets van u om ongedaan te maken.").waitFor();
  await page.getByRole("heading", { level: 1, name: "Dorpshuis Annen" }).waitFor();
  await page.getByRole("button", { name: "Opnieuw doen" }).click();
  await sign(page, `Dit geldt weer: de opmerking ‘${BUS}’.`).waitFor();
  await close(page);
  await part(page, "Dit doet het dorp zelf").getByText("De kookclub rijdt elkaar.", { exact: true }).waitFor();
  await accessible(page, "closing, with something to undo");
});

story("on a phone with its keyboard open one sees that it is safe and goes on typing; the focus follows what changes", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await openDesk(page, collector.url);
  await begin(page);
  await page.setViewportSize({ width: 360, height: 400 });
  await field(page).fill(BUS);
  await page.getByRole("button", { name: /^Bewaar/ }).first().tap();
  const near = page.locator(".desk-near", { hasText: "Veilig op dit apparaat: 1 opmerking." });
  await near.waitFor();
  assert.equal(await focused(page), "desk-note");
  await until(async () => (await inView(field(page))) && (await inView(near)), "the field and the sign show together");

  await page.setViewportSize(PHONE.viewport);
  await note(page, "Het dorpshuis is van ons.", 2);
  await page.getByLabel("Zoek in wat is opgeschreven").fill("dorpshuis");
  await until(() => inView(remark(page, "Het dorpshuis is van ons.")), "what is found shows, under no bar");
  await page.getByLabel("Zoek in wat is opgeschreven").fill("");
  await act(page, "Wijzig", "De bus").tap();
  await page.getByLabel("Wijzig", { exact: true }).fill("De bus komt na zes uur niet.");
  await page.keyboard.press("Enter");
  await remark(page, "De bus komt na zes uur niet.").waitFor();
  await until(async () => (await focused(page)) === "desk-note", "one goes on noting");
  await until(() => inView(field(page)), "and sees the field");
  await act(page, "Neem terug", "Het dorpshuis").tap();
  await page.getByText("1 opmerking teruggenomen.").waitFor();
  await until(async () => (await focused(page)) === "desk-note", "one goes on noting then too");

  await page.getByRole("link", { name: "Terug naar het gesprek" }).click();
  await page.getByRole("link", { name: "Voorbereiding" }).click();
  await page.getByLabel("Hoe heet de halte?").fill("De Brink");
  await page.getByLabel("Hoe heet de halte?").press("Enter");
  await page.getByRole("button", { name: /^Wijzig ?: De Brink/ }).tap();
  const stop = page.locator(".desk-point").getByLabel("Hoe heet de halte?");
  await until(() => stop.evaluate((field) => field === document.activeElement), "one goes on in what was opened");
  await stop.fill("De Brink van Annen");
  await stop.press("Enter");
  await until(async () => /^Wijzig.*De Brink van Annen/.test(await focused(page)), "and comes back to where one was");
});

story("what is taken over from remarks comes behind what was typed; closing asks, and says what comes next", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await openDesk(page, collector.url);
  await begin(page);
  await note(page, BUS, 1);
  await note(page, "Mevrouw Jansen belt 0592-123456.", 2);
  await page.getByRole("link", { name: "Terug naar het gesprek" }).click();
  await close(page);
  const main = part(page, "Lees terug");
  const words = main.getByLabel("Zeg het in één zin");
  await words.fill("Zonder bus kom je nergens.");
  await main.getByText("Kies uit wat is opgeschreven").tap();
  await main.getByRole("button", { name: /^Neem over ?: De bus/ }).tap();
  assert.equal(await words.inputValue(), `Zonder bus kom je nergens. ${BUS}`, "nothing that was typed is lost");
  await until(() => inView(words), "one sees what became of it");
  await main.getByRole("button", { name: "Zet erbij" }).tap();
  await main.locator(".desk-pointed").getByText(`Zonder bus kom je nergens. ${BUS}`, { exact: true }).waitFor();

  // What looks like personal data on the sheet is named, with the way to its field.
  await point(page, "Dit doet het dorp zelf", "De kookclub belt 0592-123456.");
  const personal = page.locator(".desk-on-sheet");
  await personal.getByText("Dit doet het dorp zelf: 0592-123456 (een telefoonnummer)").waitFor();
  await personal.getByRole("button", { name: /^Wijzig ?: 0592-123456/ }).tap();
  const own = part(page, "Dit doet het dorp zelf").locator(".desk-point");
  await until(() => own.getByLabel("Zeg het in één zin").evaluate((field) => field === document.activeElement), "one is in the field that holds it");
  await own.getByLabel("Zeg het in één zin").fill("De kookclub belt iedereen.");
  await own.getByRole("button", { name: "Bewaar" }).tap();
  await personal.waitFor({ state: "detached" });

  const shut = page.getByRole("button", { name: "Sluit het gesprek af" });
  await shut.tap();
  await page.getByText("1 hoofdpunt nog teruglezen. Lees ze voor").waitFor();
  await shut.tap();
  await page.getByRole("heading", { name: "Dit gesprek is afgesloten" }).waitFor();
  await until(async () => (await focused(page)) === "Dit gesprek is afgesloten", "what comes next has the focus");
  // Without the line at the foot, which says that it is safe.
  await page.reload();
  await page.getByRole("heading", { name: "Dit gesprek is afgesloten" }).waitFor();
  await accessible(page, "closed");
  await page.setViewportSize(PHONE.viewport);
  await page.getByRole("link", { name: "Gesprekken" }).click();
  await page.getByText(/ · afgesloten$/).waitFor();
  // It can still be noted in; whoever does hears what that does.
  await page.getByRole("link", { name: /^Noteren/ }).click();
  await page.getByText(/^Dit gesprek is afgesloten op \d+ [a-z]+ \d{4}\. Wat u nu noteert, komt er nog bij\./).waitFor();
  await page.getByRole("link", { name: "Afsluiten" }).click();
  await page.getByRole("link", { name: "Versturen" }).click();

  // What tells who somebody is, is asked about; nobody is kept from sending.
  const warned = page.locator(".desk-card").filter({ has: page.getByRole("heading", { name: "Kijk hier eerst naar" }) });
  await page.getByRole("button", { name: "Verstuur 2 opmerkingen" }).waitFor();
  assert.match(await warned.innerText(), /Mevrouw Jansen belt 0592-123456\./);
  assert.equal(await warned.getByRole("listitem").count(), 1);
  await accessible(page, "sending what looks like personal data");
  await page.setViewportSize(DESKTOP.viewport);
  await warned.getByRole("link", { name: /^Wijzig de opmerking/ }).click();
  await until(async () => (await focused(page))?.startsWith("text-"), "one lands in the fields of that remark");
  assert.match(await page.getByLabel("Wijzig", { exact: true }).inputValue(), /^Mevrouw Jansen/);
  await page.keyboard.press("Escape");

  // Nor does it come into the hall in one tap.
  await page.getByRole("link", { name: "Scherm in de zaal" }).click();
  const shy = page.locator(".desk-remark").filter({ hasText: "Mevrouw Jansen" });
  await shy.getByText(/^Kijk hier eerst naar: hierin lijkt een telefoonnummer, een naam van iemand te staan\.$/).waitFor();
  await shy.getByRole("button", { name: /^Toon op het scherm/ }).click();
  await shy.getByRole("alert").getByText("Nog niet getoond.").waitFor();
  const ready = shy.getByText("Klaar voor het scherm", { exact: true });
  assert.equal(await ready.count(), 0);
  await shy.getByRole("button", { name: /^Toon toch ?:/ }).click();
  await ready.waitFor();
});

story("whatever is called shown can be seen in the hall, on every beamer", async ({ collector, someone }) => {
  const page = await someone();
  await openDesk(page, collector.url);
  await begin(page, "Multifunctioneel Centrum De Boerhoorn, grote zaal boven");
  const said = ["Het fietspad is glad als het regent.", "Mijn dochter vindt hier geen huis. Ze gaat nu naar Groningen.", "De school wil blijven.", "Wij koken elke maand voor het hele dorp, en iedereen die alleen is schuift aan."];
  for (const [n, text] of said.entries()) await note(page, text, n + 1);
  await page.getByRole("link", { name: "Terug naar het gesprek" }).click();
  await page.getByRole("link", { name: "Scherm in de zaal" }).click();
  const [hall] = await Promise.all([page.context().waitForEvent("page"), page.getByRole("link", { name: "Open het scherm voor de zaal" }).click()]);
  await hall.getByText("Wat wilt u vertellen?").waitFor();
  const row = (text) => page.locator(".desk-remark").filter({ hasText: text });
  for (const text of said) await row(text).getByRole("button", { name: /^Toon op het scherm/ }).click();
  await row(said.at(-1)).getByText("De zaal ziet dit", { exact: true }).waitFor();
  await until(async () => (await hall.locator(".hall__said").count()) === said.length, "all that was shown is there, as far as the wall has room");
  for (const [width, height] of [[1280, 720], [1024, 768], [1920, 1080]]) {
    await hall.setViewportSize({ width, height });
    // The host is told what the hall really sees, and nothing else.
    const seen = async () => {
      const on = await Promise.all((await hall.locator(".hall__said").all()).map(inView));
      return on.filter(Boolean).length;
    };
    await until(async () => (await seen()) >= 3 && (await page.getByText("De zaal ziet dit", { exact: true }).count()) === (await seen()), `${width}: both agree`);
    assert.equal(await page.getByText("Hier is geen plaats voor").count(), said.length - (await seen()));
    await until(() => inView(hall.locator(".hall__where")), `${width}: where it is`);
    assert.match(await hall.locator(".hall__where").innerText(), /^4 opmerkingen\s· .* boven\s· \d+\s[a-z]+$/);
  }
});
