import assert from "node:assert/strict";
import { SLUG } from "../helpers/form.mjs";
import { TOLD } from "../helpers/landed.mjs";
import { DESKTOP, open, sharedBrowser, story } from "../helpers/story.mjs";

const PATH = `/vraag/${SLUG}/terugkoppeling/`;

story("somebody goes along the post by keyboard, arm by arm, and to a theme", async ({ collector, someone }) => {
  const page = await someone(DESKTOP);
  await open(page, collector.url + PATH);
  const links = page.locator(".post a");
  const landings = TOLD.themes.flatMap((theme) => [...new Set(theme.landings.map(({ status }) => status))]);
  assert.equal(await links.count(), landings.length);
  await page.locator(".answer__asked a").focus();
  for (const [at, link] of (await links.all()).entries()) {
    await page.keyboard.press("Tab");
    assert.equal(await link.evaluate((element) => element === document.activeElement), true, `tab stop ${at}`);
  }
  const href = await links.nth(2).getAttribute("href");
  await links.nth(2).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${href}`);
  await page.locator(`${href}[open] > summary:focus-visible`).waitFor();
});

story("what is done stands to the right of the pole, and what is not, or others do, to the left", async ({ collector, someone }) => {
  const page = await someone(DESKTOP);
  await open(page, collector.url + PATH);
  const { x, width } = await page.locator(".post").boundingBox();
  const middle = async (status) => {
    const box = await page.locator(`.arm--${status}`).boundingBox();
    return Math.sign(Math.round((box.x + box.width / 2 - x - width / 2) / 50));
  };
  for (const status of ["adopted", "partly", "changed_mind"]) assert.equal(await middle(status), 1, status);
  for (const status of ["not", "passed_on", "community"]) assert.equal(await middle(status), -1, status);
  assert.equal(await middle("still_open"), 0);
});

story("the numbers on the page add up, and the pictures and the table say the same", async ({ collector, someone }) => {
  const page = await someone({ ...DESKTOP, javaScriptEnabled: false });
  await page.goto(collector.url + PATH);
  const numbers = (selector) => page.locator(selector).evaluateAll((cells) => cells.map((cell) => Number(cell.textContent.replaceAll(".", ""))));
  const unfold = (name) => page.locator("summary", { hasText: name }).click();
  const sum = (all) => all.reduce((a, b) => a + b, 0);
  await unfold("De hele telling");
  const whole = ".counts:not(.places)";
  const [came, went] = [await numbers(`${whole} tbody:first-of-type tr:not(.counts__sum) td`), await numbers(`${whole} tbody:last-of-type tr:not(.counts__sum) td`)];
  const received = sum(Object.values(TOLD.counts.received));
  assert.deepEqual([sum(came), sum(went)], [received, received]);
  assert.deepEqual(await numbers(`${whole} .counts__sum td`), [received, received]);
  await page.getByText(new RegExp(`= ${received}\\.$`)).waitFor();

  // Places: with elsewhere and nowhere it is all there were, and villages are all of their municipality.
  await unfold("Waar de reacties vandaan kwamen");
  assert.equal(sum(await numbers(".places .counts__whole td")), received);
  assert.deepEqual(await numbers(".places .counts__sum td"), [received]);
  await page.getByRole("row", { name: /^Geen plaats genoemd/ }).waitFor();
  for (const { name, count } of TOLD.places.municipalities) {
    const rows = await page.locator(".places tbody", { hasText: name }).first().locator("tr:not(.counts__whole) td").allInnerTexts();
    if (rows.length > 0) assert.equal(sum(rows.map(Number)), count, name);
  }

  await unfold("Hetzelfde als tabel");
  const rows = await page.locator(".signpost__table tbody:first-of-type tr").allInnerTexts();
  for (const theme of TOLD.themes) {
    assert.ok(rows.some((row) => row.includes(theme.title.nl) && row.includes(String(theme.count)) && row.includes(theme.landings[0].what.nl)), theme.id);
  }
  const themes = sum(TOLD.themes.map(({ count }) => count));
  await page.getByRole("row", { name: `Alle thema’s opgeteld ${themes}` }).waitFor();
  await page.getByText(new RegExp(`Opgeteld: .* = ${themes}\\.`)).waitFor();

  await unfold("Zo gingen alle reacties erdoorheen");
  for (const theme of TOLD.themes) await page.locator(".flow").getByText(`${theme.title.nl} ${theme.count}`).first().waitFor();
  // Every landing is as visible as every other.
  for (const words of ["Doen wij", "Doen wij niet", "Van mening veranderd"]) {
    await page.locator(".arm__status").getByText(words, { exact: false }).first().waitFor();
  }
});

story("the sheet for the village hall is one page of A4", async ({ collector }) => {
  const context = await (await sharedBrowser()).newContext();
  const page = await context.newPage();
  for (const language of ["", "/en"]) {
    await page.goto(`${collector.url}${language}${PATH}blad/`);
    const pdf = await page.pdf({ format: "A4", printBackground: true, preferCSSPageSize: true });
    assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length, 1, `one page ${language}`);
  }
  await context.close();
});

story("an earlier version stays readable and says that there is a newer one", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, collector.url + PATH);
  await page.getByText("Dit is versie 2 van 2").click();
  await page.getByRole("link", { name: /^Versie 1/ }).click();
  await page.getByText("Dit is een oudere versie.").waitFor();
  await page.locator("#thema-langskomen .theme__brief", { hasText: "Doen wij niet" }).waitFor();
  await page.getByRole("link", { name: "Naar de nieuwste versie" }).click();
  await page.locator("#thema-langskomen .theme__brief", { hasText: "Van mening veranderd" }).waitFor();
});
