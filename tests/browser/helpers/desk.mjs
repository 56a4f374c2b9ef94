// The desk, as who uses it knows it.
import { open } from "./story.mjs";

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

/** Makes a back-up; gives the path of the file. */
export async function backUp(page) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Maak een reservekopie" }).click()]);
  await sign(page, "De reservekopie staat bij uw downloads.").waitFor();
  return { path: await file.path(), name: file.suggestedFilename() };
}

/** Puts a back-up back, and waits until the screen says `text` of it. */
export async function putBack(page, file, text) {
  await page.getByLabel("Zet een reservekopie terug").setInputFiles(file);
  await sign(page, text).waitFor();
}
