// Somebody reads on where they were: the page lies as it lay, after loading it anew and after coming back to it.
import assert from "node:assert/strict";
import { PATH, field } from "../helpers/form.mjs";
import { open, ready, story, until } from "../helpers/story.mjs";

/** Where the page lies, once it lies still. */
async function place(page) {
  let before;
  return until(() => page.evaluate(() => scrollY).then((now) => {
    const still = now > 0 && now === before && now;
    before = now;
    return still;
  }), "the page lies still");
}

/** To a line: Chromium 156 comes back to where a page lay before the app unfolded the form, and keeps what shows in its place. */
const LINE = 40;
async function lies(page, was, when) {
  let now;
  // It may lie still for a moment before all of it is there.
  const there = async () => Math.abs((now = await place(page)) - was) <= LINE;
  await until(there, when).catch(() => assert.fail(`${when}: ${now}, and not ${was}`));
}

const last = (page) => page.locator(".question").last();

for (const viewport of [{ width: 390, height: 844 }, { width: 1280, height: 800 }]) {
  story(`somebody loads the page anew at the last question, and later comes back to it, ${viewport.width} wide`, async ({ collector, someone }) => {
    const page = await someone({ viewport });
    await open(page, collector.url + PATH);
    await last(page).evaluate((question) => question.scrollIntoView());
    const was = await place(page);
    await page.reload();
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    await lies(page, was, "after loading anew");

    await page.goto(`${collector.url}/over/`);
    await page.goBack();
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    await lies(page, was, "after going back");

    // With a draft that comes back from the device after the page.
    await field(page, "gehoord").fill("Bij het halen van de kinderen");
    await page.getByText("Wat u invult, is bewaard op dit apparaat.").waitFor({ state: "attached" });
    await last(page).evaluate((question) => question.scrollIntoView());
    const wrote = await place(page);
    await page.reload();
    await ready(page);
    await until(() => field(page, "gehoord").inputValue(), "the draft is back");
    await lies(page, wrote, "with a draft");
  });
}

story("an unscrolled page gives all of its text, as programs that read pages aloud or keep them ask for it", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, collector.url + PATH);
  const missing = await page.evaluate(() => {
    const whole = document.querySelector("main").innerText.toLowerCase();
    return [...document.querySelectorAll("main h2, main h3, .question__title")]
      .filter((title) => title.checkVisibility() && !whole.includes(title.innerText.trim().toLowerCase() || "?"))
      .map((title) => title.textContent);
  });
  assert.deepEqual(missing, []);
});
