import assert from "node:assert/strict";
import { SLUG } from "../helpers/form.mjs";
import { TOLD } from "../helpers/landed.mjs";
import { DESKTOP, PHONE, open, sharedBrowser, story } from "../helpers/story.mjs";

const PATH = `/vraag/${SLUG}/terugkoppeling/`;

story("somebody follows the signpost by keyboard and hears what each theme says", async ({ collector, someone }) => {
  const page = await someone(DESKTOP);
  await open(page, collector.url + PATH);
  const links = page.locator(".signpost__wide a");
  assert.equal(await links.count(), TOLD.themes.length);
  await links.first().focus();
  for (const [at, theme] of TOLD.themes.entries()) {
    const link = links.nth(at);
    assert.equal(await link.evaluate((element) => element === document.activeElement), true, `tab stop ${at}`);
    const said = await link.getAttribute("aria-label");
    assert.ok(said.includes(theme.title.nl) && said.includes(theme.landings[0].what.nl), said);
    // What is shown below the picture is the same, one at a time.
    const tips = await page.locator(".signpost__tip").evaluateAll((all) => all.filter((tip) => getComputedStyle(tip).visibility === "visible").map((tip) => tip.textContent));
    assert.equal(tips.length, 1);
    assert.ok(tips[0].includes(theme.landings[0].what.nl), tips[0]);
    await page.keyboard.press("Tab");
  }
  await links.nth(2).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**#thema-${TOLD.themes[2].id}`);
});

story("on a phone the signpost stands upright, and nothing of it is lost", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, collector.url + PATH);
  await page.locator(".signpost__wide").waitFor({ state: "hidden" });
  const stops = page.locator(".signpost__list > .stop");
  // The start, each theme, set aside, still to be read.
  assert.equal(await stops.count(), TOLD.themes.length + 3);
  for (const theme of TOLD.themes) {
    const stop = stops.filter({ hasText: theme.title.nl });
    for (const landing of theme.landings) await stop.getByText(landing.what.nl).waitFor();
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 360, `${wide} px wide`);
});

story("the balance on the page adds up, and the table says what the picture shows", async ({ collector, someone }) => {
  const page = await someone({ ...DESKTOP, javaScriptEnabled: false });
  await page.goto(collector.url + PATH);
  const numbers = (selector) => page.locator(selector).evaluateAll((cells) => cells.map((cell) => Number(cell.textContent.replaceAll(".", ""))));
  const [came, went] = [await numbers(".balance tbody:first-of-type tr:not(.balance__sum) td"), await numbers(".balance tbody:last-of-type tr:not(.balance__sum) td")];
  const sum = (all) => all.reduce((a, b) => a + b, 0);
  assert.equal(sum(came), sum(went));
  assert.deepEqual(await numbers(".balance .balance__sum td"), [sum(came), sum(went)]);
  await page.getByText("Hetzelfde als tabel").click();
  const rows = await page.locator(".signpost__details tbody tr").allInnerTexts();
  for (const theme of TOLD.themes) {
    assert.ok(rows.some((row) => row.includes(theme.title.nl) && row.includes(String(theme.count)) && row.includes(theme.landings[0].what.nl)), theme.id);
  }
  // Every landing is as visible as every other.
  for (const words of ["Overgenomen", "Doen we niet", "Van mening veranderd"]) {
    await page.locator(".landing__status", { hasText: words }).first().waitFor();
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
  await page.getByRole("link", { name: /^Versie 1/ }).click();
  await page.getByText("Dit is een oudere versie.").waitFor();
  await page.locator("#thema-langskomen .landing__status", { hasText: "Doen we niet" }).waitFor();
  await page.getByRole("link", { name: "Naar de nieuwste versie" }).click();
  await page.locator("#thema-langskomen .landing__status", { hasText: "Van mening veranderd" }).waitFor();
});
