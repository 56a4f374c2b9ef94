import assert from "node:assert/strict";
import { act, begin, field, note, openDesk, remark } from "../helpers/desk.mjs";
import { PHONE, story, until } from "../helpers/story.mjs";

story("who goes Back in the desk finds the room as they left it, and who goes on begins at its heading", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await openDesk(page, collector.url);
  await begin(page);
  for (let n = 1; n <= 12; n += 1) await note(page, `Opmerking ${n} over de bus, het dorpshuis en de bankjes langs de vaart.`, n);
  await page.getByRole("link", { name: "Terug naar het gesprek" }).click();
  await page.getByRole("link", { name: "Afsluiten" }).waitFor();
  const top = () => page.evaluate(() => scrollY);
  await until(async () => (await top()) === 0, "a new room begins at its top");
  // Down to an old remark, and on from there by the list of rooms, which has to be scrolled to again.
  await remark(page, "Opmerking 1 over de bus, het dorpshuis en de bankjes langs de vaart.").scrollIntoViewIfNeeded();
  await act(page, "Wijzig", "Opmerking 1 over").focus();
  const before = await top();
  assert.ok(before > 300, `${before} px down`);
  await page.goto(`${page.url().split("#")[0]}#/overzicht`);
  await page.getByRole("heading", { level: 1, name: "Wat hoorden wij buiten?" }).waitFor();
  await page.goBack();
  await remark(page, "Opmerking 1 over de bus, het dorpshuis en de bankjes langs de vaart.").waitFor();
  await until(async () => (await top()) === before, "as far down as it was");
  // By a link, and Back: the focus is on that link again.
  const link = page.getByRole("link", { name: "Afsluiten" });
  await link.press("Enter");
  await page.getByRole("heading", { level: 2, name: "Lees terug" }).waitFor();
  await until(async () => (await page.evaluate(() => document.activeElement.tagName)) === "H1", "the heading has the focus");
  await page.goBack();
  await link.waitFor();
  await until(async () => link.evaluate((one) => one === document.activeElement), "the link has the focus again");
  // And on again: in that room too.
  await page.goForward();
  await page.getByRole("heading", { level: 2, name: "Lees terug" }).waitFor();
  assert.equal(await field(page).count(), 0);
});
