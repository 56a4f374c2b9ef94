// Days are promised in the Netherlands: they begin and end there, wherever the device is, and also while a page is open.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PATH, SLUG } from "../helpers/form.mjs";
import { open, story, until } from "../helpers/story.mjs";

const { closes } = JSON.parse(readFileSync(join(process.env.BEGINSPRAAK_TEST_SITE, `content/consultations/${SLUG}.json`), "utf8"));
const badge = (page, text) => page.locator(".hero .badge").filter({ hasText: text, visible: true });
const OPEN = "U kunt reageren";
const CLOSED = "Wij lezen de reacties";

for (const [timezoneId, time, shown] of [
  // 18:30 or 19:30 there, but past midnight in the Netherlands.
  ["America/New_York", "23:30", CLOSED],
  // The next day there, but still evening in the Netherlands.
  ["Asia/Bangkok", "19:00", OPEN],
  ["Pacific/Kiritimati", "10:00", OPEN],
]) {
  story(`on the last day at ${time} UTC, somebody in ${timezoneId} reads “${shown}”`, async ({ collector, someone }) => {
    const page = await someone({ timezoneId });
    await page.clock.setFixedTime(new Date(`${closes}T${time}:00Z`));
    await open(page, collector.url + PATH);
    await badge(page, shown).waitFor();
    assert.equal(await page.getByRole("button", { name: /^(Controleer uw antwoorden|Verstuur mijn reactie)$/ }).isVisible(), shown === OPEN);
  });
}

story("a page that is open over midnight says by itself that it has closed", async ({ collector, someone }) => {
  const page = await someone();
  await page.clock.install({ time: new Date(`${closes}T21:30:00Z`) });
  await open(page, collector.url + PATH);
  await badge(page, OPEN).waitFor();
  await page.evaluate(() => document.activeElement.blur());
  await page.clock.fastForward("03:00:00");
  await badge(page, CLOSED).waitFor();
  await until(async () => (await badge(page, OPEN).count()) === 0, "and nothing else");
});
