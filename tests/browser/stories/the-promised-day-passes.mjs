// Nobody publishes the site again, and the days go by: its pages say what is true on the day they are read.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PATH, SLUG } from "../helpers/form.mjs";
import { open, ready, story } from "../helpers/story.mjs";

const BADGES = ["Begint later", "U kunt reageren", "Wij lezen de reacties", "Ons antwoord is te laat"];
const NONE = "Op dit moment is er geen vraag waarop u kunt reageren.";

function consultation() {
  const file = join(process.env.BEGINSPRAAK_TEST_SITE, `content/consultations/${SLUG}.json`);
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Whether one can react to anything, this many days after that day. */
function isAnyOpen(day, later) {
  const date = new Date(Date.parse(day) + later * 86_400_000).toISOString().slice(0, 10);
  const folder = join(process.env.BEGINSPRAAK_TEST_SITE, "content/consultations");
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.some((name) => {
    const { opens, closes } = JSON.parse(readFileSync(join(folder, name), "utf8"));
    return opens <= date && date <= closes;
  });
}

/** Noon on the device, this many days after that day. */
async function on(page, day, later = 0) {
  const noon = new Date(`${day}T12:00:00`);
  noon.setDate(noon.getDate() + later);
  await page.clock.setFixedTime(noon);
}

function broken(day) {
  const written = new Date(`${day}T12:00:00`).toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
  return `De provincie beloofde een antwoord op ${written}. Dat is er nog niet.`;
}

/** Which badges show inside this. */
async function badges(around) {
  const texts = await around.locator(".badge").filter({ visible: true }).allInnerTexts();
  return texts.filter((text) => BADGES.includes(text));
}

const card = (page, title) => page.locator(".card").filter({ hasText: title, visible: true });

story("somebody opens a page from before the promised day after it, and reads that the promise was broken", async ({ collector, someone }) => {
  const { closes, feedback_due: due, title } = consultation();
  for (const [day, later, badge] of [
    [closes, 0, "U kunt reageren"],
    [closes, 1, "Wij lezen de reacties"],
    [due, 0, "Wij lezen de reacties"],
    [due, 1, "Ons antwoord is te laat"],
  ]) {
    const page = await someone();
    await on(page, day, later);
    await open(page, collector.url + PATH);
    assert.deepEqual(await badges(page.locator(".hero")), [badge], `${later} after ${day}`);
    const late = badge === "Ons antwoord is te laat";
    assert.equal(await page.locator(".hero").getByText(broken(due)).isVisible(), late);
    assert.equal(await page.getByRole("link", { name: "in uw agenda" }).isVisible(), !late, "nobody is reminded of what is over");
    const mark = await page.locator(".timeline__now").filter({ visible: true }).innerText();
    assert.equal(mark, "Nu", "today stands in one place, without the day on which the page was made");

    await open(page, `${collector.url}/`);
    const shown = card(page, title.nl);
    assert.equal(await shown.count(), 1, "a consultation is in one group");
    assert.deepEqual(await badges(shown), [badge]);
    assert.equal(await shown.getByText(broken(due)).isVisible(), late);
    const group = page.locator("section").filter({ has: shown, visible: true }).getByRole("heading", { level: 2 });
    assert.equal(await group.innerText(), badge === "U kunt reageren" ? "Denk nu mee" : "Wacht op ons antwoord");
    assert.equal(await page.getByText(NONE).filter({ visible: true }).count(), isAnyOpen(day, later) ? 0 : 1);
  }
});

story("without JavaScript a page says how it was when it was made", async ({ collector, someone }) => {
  const page = await someone({ javaScriptEnabled: false });
  await page.goto(collector.url + PATH);
  assert.deepEqual(await badges(page.locator(".hero")), ["U kunt reageren"]);
  assert.match(await page.locator(".timeline__now").filter({ visible: true }).innerText(), /^Nu: \d+ [a-z]+ \d{4}$/);
  await page.goto(`${collector.url}/`);
  assert.equal(await card(page, consultation().title.nl).count(), 1);
  assert.equal(await page.getByRole("heading", { name: "Wacht op ons antwoord" }).isVisible(), false, "no heading of an empty group");
});

story("somebody whose clock is years behind sees the page as it was made", async ({ collector, someone }) => {
  const page = await someone();
  await on(page, "1999-12-31");
  await open(page, `${collector.url}/`);
  assert.deepEqual(await badges(card(page, consultation().title.nl)), ["U kunt reageren"]);
});

story("somebody is on a link by keyboard while the page catches up with the day, and stays there", async ({ collector, someone }) => {
  const { feedback_due: due, title } = consultation();
  const page = await someone();
  await on(page, due, 1);
  let go;
  const held = new Promise((release) => (go = release));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${collector.url}/`);
  const link = page.getByRole("link", { name: title.nl });
  await link.focus();
  go();
  await ready(page);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), title.nl);
});
