import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { checkAccessible } from "../accessibility.mjs";
import { DESK, act, backUp, begin, field, home, note, openDesk, putBack, remark, sign } from "../helpers/desk.mjs";
import { stored } from "../helpers/device.mjs";
import { PHONE, story, until } from "../helpers/story.mjs";
import { files, standIn } from "../helpers/workfolder.mjs";

const SECRET = "Jan Jansen";

/** Everything that the device keeps of the desk, as one text. */
const device = async (page) => JSON.stringify(await stored(page, "beginspraak-desk"));
const folder = async (page) => Object.values(await files(page)).join("");

async function toFiles(page) {
  await home(page);
  await page.getByRole("link", { name: "Reservekopie en overdragen" }).click();
  await page.getByRole("heading", { level: 2, name: "Werk in een map" }).waitFor();
}

async function toGathering(page) {
  await home(page);
  await page.getByRole("link", { name: "Verder met Dorpshuis Annen" }).click();
  await page.getByRole("link", { name: "Noteren" }).waitFor();
}

story("words are erased for good: from the device, the folder and other devices, whoever still brings them", async ({ collector, someone }) => {
  const [page, other] = [await someone(), await someone(PHONE)];
  await standIn(page);
  await openDesk(page, collector.url);
  await begin(page);
  await note(page, `Mijn buurman ${SECRET} kan niet rondkomen`, 1);
  await note(page, "De bus komt niet", 2);
  await act(page, "Wijzig", "Mijn buurman").click();
  await page.getByLabel("Wijzig", { exact: true }).fill(`${SECRET} kan niet rondkomen`);
  await page.keyboard.press("Enter");
  await remark(page, `${SECRET} kan niet rondkomen`).waitFor();
  const before = await backUp(page);
  await openDesk(other, collector.url);
  await putBack(other, before.path, "Teruggezet en veilig op dit apparaat:");
  await toFiles(page);
  await page.getByRole("button", { name: "Kies een map", exact: true }).click();
  await until(async () => (await folder(page)).includes(SECRET), "the words are in the folder");

  await toGathering(page);
  await page.getByRole("link", { name: "Wis woorden voorgoed" }).click();
  await page.getByLabel("Zoek de woorden").fill("jan RONDkomen");
  assert.equal(await page.getByRole("radio").count(), 1);
  await page.getByRole("radio", { name: `${SECRET} kan niet rondkomen` }).check();
  await page.getByRole("radio", { name: "Er staat in wie iemand is" }).check();
  await page.getByText("In reservekopieën die u eerder maakte of mailde.").waitFor();
  await page.getByRole("button", { name: "Wis deze woorden voorgoed" }).click();
  await page.getByText("Fout: Typ WISSEN in dit veld. Er is nog niets gewist.").waitFor();
  await checkAccessible(page, { route: `${DESK}#/wissen`, state: "with an error" });
  assert.ok((await device(page)).includes(SECRET), "nothing went yet");
  await page.getByLabel("Typ WISSEN om te wissen").fill("wissen");
  await page.getByLabel("Typ WISSEN om te wissen").press("Enter");
  await sign(page, "Gewist op dit apparaat. Het komt niet terug, ook niet uit een oud bestand.").waitFor();
  assert.ok(!(await device(page)).includes(SECRET), "no wording of it is on the device");
  assert.match(await device(page), /personal_data/, "that it was erased stays, and why");
  await until(() => page.evaluate(() => document.activeElement.id === "desk-erase-search"), "one can look for more");
  await checkAccessible(page, { route: `${DESK}#/wissen`, state: "after erasing" });
  await until(async () => !(await folder(page)).includes(SECRET), "nor in the folder");
  await until(async () => (await folder(page)).includes("personal_data"), "which is told why");
  await toGathering(page);
  await page.getByText("1 opmerking gewist.").waitFor();
  await page.getByText("1 opmerking", { exact: true }).waitFor();
  assert.equal(await page.locator(".desk-remark").count(), 1, "nothing stands where it was");
  await remark(page, "De bus komt niet").waitFor();

  // An old file does not bring it back, nor does undoing.
  await putBack(page, before.path, "Alles uit dit bestand stond hier al. Er is niets veranderd.");
  assert.ok(!(await device(page)).includes(SECRET));
  await toGathering(page);
  await page.getByRole("link", { name: "Noteren" }).click();
  await field(page).press("Alt+z");
  await sign(page, "Ongedaan gemaakt: de opmerking ‘De bus komt niet’.").waitFor();
  await field(page).press("Alt+z");
  await sign(page, "Hier is niets van u om ongedaan te maken.").waitFor();
  assert.ok(!(await device(page)).includes(SECRET));
  const after = await backUp(page);
  assert.ok(!readFileSync(after.path).includes(SECRET));

  // Another device still has it, until it takes this over.
  assert.ok((await device(other)).includes(SECRET));
  await putBack(other, after.path, "Teruggezet en veilig op dit apparaat:");
  await until(async () => !(await device(other)).includes(SECRET), "it went there too");
});
