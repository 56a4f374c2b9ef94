// What somebody types may run the other way, or be a word longer than a screen.
import assert from "node:assert/strict";
import { PATH, check, field, fillIn } from "../helpers/form.mjs";
import { PHONE, open, story } from "../helpers/story.mjs";

const ARABIC = "أين الحافلة؟";
const LONG = "Omgevingsverordeningswijzigingsprocedure";

story("Arabic in a Dutch form has its question mark on the left, while it is typed and when it is checked", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, collector.url + PATH);
  await fillIn(page, { gehoord: ARABIC, ontmoeten: { other: ARABIC } }, { touch: true });
  const way = (locator) => locator.evaluate((element) => getComputedStyle(element).direction);
  for (const name of ["gehoord", "ontmoeten.other"]) assert.equal(await way(field(page, name)), "rtl", name);
  await check(page);
  assert.equal(await way(page.locator(".answers__value p", { hasText: ARABIC }).first()), "rtl");
  assert.equal(await way(page.locator(".answers__question").first()), "ltr");
});

story("a long Dutch word may be broken as Dutch is, wherever it stands", async ({ collector, someone }) => {
  const page = await someone({ viewport: { width: 320, height: 740 } });
  await open(page, collector.url + PATH);
  const places = [".hero h1", ".choice span", ".ranking__label", ".dilemma__side li", ".section p", ".timeline__step"];
  for (const place of places) {
    const element = page.locator(place).first();
    await element.evaluate((element, word) => element.append(` ${word}`), LONG);
    assert.equal(await element.evaluate((element) => getComputedStyle(element).hyphens), "auto", place);
  }
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the screen");
  await field(page, "gehoord").fill(LONG);
  assert.equal(await field(page, "gehoord").evaluate((area) => getComputedStyle(area).hyphens), "manual", "not what one types");
});
