// The check page: what was skipped, and changing one answer.
import assert from "node:assert/strict";
import { PATH, SAY, check, choice, field, fillIn, send } from "../helpers/form.mjs";
import { PHONE, open, story, until } from "../helpers/story.mjs";

/** What of the page can be seen, as the texts of its headings. */
const headings = (page) => page.locator("main :is(h1, h2)").filter({ visible: true }).allInnerTexts();

story("the check page begins at the top of the screen, alone, and names what was skipped", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, collector.url + PATH);
  await fillIn(page, { gehoord: "Op de markt", ontmoeten: "online" }, { touch: true });
  await check(page);
  await until(async () => (await page.evaluate(() => scrollY)) === 0, "at the top");
  assert.deepEqual(await headings(page), ["Hoe komen de provincie en uw dorp dichter bij elkaar?", SAY.check]);
  await page.getByText("Dit is een voorbeeldsite").first().waitFor();
  const { y, height } = await page.getByRole("heading", { name: SAY.check }).boundingBox();
  assert.ok(y + height < PHONE.viewport.height / 2, `the heading stands at ${y}`);
  const rows = await page.locator(".answers__row").evaluateAll((rows) => rows.map((row) => row.querySelector("dd").innerText.trim()));
  assert.deepEqual(rows, ["Niet ingevuld", "Op de markt", "Online", ...Array(5).fill("Niet ingevuld"), "Nee"]);
});

story("Wijzig goes to that one question and back to the check, also from a skipped one and for being quoted", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, collector.url + PATH);
  await fillIn(page, { gehoord: "Op de markt", ontmoeten: "online" }, { touch: true });
  await check(page);
  const change = async (name, act, seen) => {
    await page.getByRole("button", { name }).tap();
    await page.locator("#form-submit").waitFor();
    const shown = await page.locator("#reaction-form .question").filter({ visible: true }).count();
    assert.equal(shown, 1, `only ${name} is asked`);
    assert.equal(await page.locator("main h2").filter({ visible: true }).count(), 0);
    await act();
    await page.getByRole("button", { name: SAY.check }).tap();
    await page.locator(".answers").getByText(seen).waitFor();
    await until(() => page.getByRole("button", { name }).evaluate((button) => button === document.activeElement), `back at ${name}`);
    await until(() => page.locator(".answers__row", { hasText: seen }).evaluate((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }), `the answer to ${name} is in view`);
  };
  await change(/^Wijzig Hoe praat u/, () => choice(page, "ontmoeten", "dorpshuis").tap(), "In het dorpshuis");
  await change(/^Wijzig Bij welk initiatief/, () => field(page, "aansluiten").fill("De dorpstuin"), "De dorpstuin");
  await change(/^Wijzig Mag de provincie/, () => page.locator("[name=quote_consent]").tap(), "Ja, dat mag");
  await page.getByRole("button", { name: "Terug naar de vragen" }).tap();
  await page.getByRole("heading", { name: "Uw reactie", exact: true }).waitFor();
  assert.equal(await page.locator("#reaction-form .question").filter({ visible: true }).count(), 9, "all of them again");
  await check(page);
  await send(page);
  await page.getByRole("heading", { name: SAY.thanks }).waitFor();
  assert.deepEqual(await headings(page), ["Hoe komen de provincie en uw dorp dichter bij elkaar?", SAY.thanks]);
});

story("an answer that can't be, given by Wijzig, leads to what is to be mended", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, collector.url + PATH);
  await fillIn(page, { gehoord: "Op de markt", ontmoeten: "online" });
  await check(page);
  await page.getByRole("button", { name: /^Wijzig Bij welk initiatief/ }).click();
  await field(page, "aansluiten").fill("x".repeat(1012));
  await page.getByRole("button", { name: SAY.check }).click();
  await page.locator("#errors").getByText("Uw tekst is 12 tekens te lang.").waitFor();
  await page.locator("#e-aansluiten").waitFor();
  await field(page, "aansluiten").fill("x".repeat(1003));
  await page.locator("#errors").getByText("Uw tekst is 3 tekens te lang.").waitFor();
  await field(page, "aansluiten").fill("Kort");
  await page.locator("#errors").waitFor({ state: "detached" });
  await page.locator("#e-aansluiten").waitFor({ state: "hidden" });
  assert.equal(await field(page, "aansluiten").getAttribute("aria-invalid"), null, "what was mended is not wrong any more");
  await page.getByRole("button", { name: SAY.check }).click();
  await page.locator(".answers").getByText("Kort").waitFor();
});
