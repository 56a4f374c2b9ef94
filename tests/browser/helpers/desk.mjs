// The desk, as who uses it knows it.
import assert from "node:assert/strict";
import { axe } from "../accessibility.mjs";
import { DESKTOP, PHONE, open } from "./story.mjs";

export const DESK = "/werkplek/";

/** Opens the desk and waits until it has looked what is on the device. */
export async function openDesk(page, url) {
  await open(page, url + DESK);
  await page.getByRole("heading", { level: 1, name: "Naar buiten, en luisteren" }).waitFor();
}

/** What the line says about what is safe. */
export const sign = (page, text) => page.locator("#desk-sign").filter({ hasText: text });

/** The field in which one notes. */
export const field = (page) => page.getByLabel("Wat zegt iemand?");

/** A remark by its words. */
export const remark = (page, text) => page.locator(".desk-remark__text").getByText(text, { exact: true });

/** The button of a remark that does this. */
export const act = (page, what, text) => page.getByRole("button", { name: new RegExp(`^${what} ?: ${text}`) });

/** The remarks that show, the newest first. */
export const remarks = (page) => page.locator(".desk-remark__text").allInnerTexts();

/** By keyboard alone: says who one is if that is asked, prepares a gathering, and goes to where one notes. */
export async function begin(page, place = "Dorpshuis Annen", who = "Anna") {
  await page.getByRole("link", { name: "Nieuw gesprek" }).press("Enter");
  const where = page.getByLabel("Waar is het?");
  await page.getByLabel("Uw naam").or(where).waitFor();
  if (await page.getByLabel("Uw naam").isVisible()) {
    await page.getByLabel("Uw naam").fill(who);
    await page.getByLabel("Uw naam").press("Enter");
  }
  await where.fill(place);
  await where.press("Enter");
  await page.getByRole("heading", { level: 1, name: place }).waitFor();
  await page.getByRole("link", { name: "Noteren" }).press("Enter");
  await field(page).waitFor();
}

/** Types a remark and waits until the screen says that so many are safe. */
export async function note(page, text, count) {
  await field(page).press("End");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await sign(page, `Veilig op dit apparaat: ${count} ${count === 1 ? "opmerking" : "opmerkingen"}.`).waitFor();
}

/** Goes home by the list of rooms. */
export async function home(page) {
  await page.getByRole("link", { name: "Begin", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Naar buiten, en luisteren" }).waitFor();
}

/** Goes to the room with files, by its link at the home. */
async function files(page) {
  await home(page);
  await page.getByRole("link", { name: "Reservekopie en overdragen" }).click();
  await page.getByRole("button", { name: "Maak een reservekopie" }).waitFor();
}

/** Makes a back-up and goes home; gives the path of the file. */
export async function backUp(page) {
  await files(page);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Maak een reservekopie" }).click()]);
  await sign(page, "De reservekopie staat bij uw downloads.").waitFor();
  await home(page);
  return { path: await file.path(), name: file.suggestedFilename() };
}

/** Puts a back-up back, waits until the screen says `text` of it, and goes home. */
export async function putBack(page, file, text) {
  await files(page);
  await page.getByLabel("Zet een reservekopie terug").setInputFiles(file);
  await sign(page, text).waitFor();
  await home(page);
}

/** Goes from a gathering to its closing room. */
export async function close(page) {
  await page.getByRole("link", { name: "Afsluiten" }).click();
  await page.getByRole("heading", { level: 2, name: "Lees terug" }).waitFor();
}

/** The part of the closing room with this heading. */
export const part = (page, name) => page.locator(".desk-points").filter({ has: page.getByRole("heading", { level: 2, name }) });

/** The same, with the fields for one more unfolded. */
export async function unfolded(page, name) {
  const where = part(page, name);
  const more = where.locator("details", { hasText: "Zet iets bij dit onderdeel" }).first();
  if (!(await more.evaluate((details) => details.open))) await more.getByText("Zet iets bij dit onderdeel").click();
  return where;
}

/** Adds a point there, with what else it needs; `asked` is the question that is then answered with yes. */
export async function point(page, name, text, rest = {}, asked = undefined) {
  const where = await unfolded(page, name);
  await where.getByLabel("Zeg het in één zin").fill(text);
  for (const [label, value] of Object.entries(rest)) await where.getByLabel(label).fill(value);
  const add = where.getByRole("button", { name: "Zet erbij" });
  await add.click();
  if (asked) {
    await where.getByRole("alert").filter({ hasText: asked }).waitFor();
    await add.click();
  }
  await where.locator(".desk-pointed").getByText(text, { exact: true }).waitFor();
}

/** Nothing that axe finds, and nothing wider than the window, on a phone and on a laptop. */
export async function accessible(page, what) {
  for (const { viewport } of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    assert.deepEqual(await axe(page), [], what);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${what}: not wider than ${viewport.width}`);
  }
}
