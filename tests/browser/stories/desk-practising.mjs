// Practising: everything works, every room and sheet says that it is practice, and nothing of it goes anywhere or stays.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { checkAccessible } from "../accessibility.mjs";
import { backUp, begin, close, field, home, note, openDesk, point, putBack, sign } from "../helpers/desk.mjs";
import { story, until } from "../helpers/story.mjs";

/** Everything in the desk's database, as text. */
const everything = (page) =>
  page.evaluate(async () => {
    const name = (await indexedDB.databases()).map((one) => one.name).find((one) => one.startsWith("beginspraak-desk"));
    const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
    const database = await done(indexedDB.open(name));
    const stores = [...database.objectStoreNames];
    const transaction = database.transaction(stores);
    const all = await Promise.all(stores.flatMap((store) => [done(transaction.objectStore(store).getAllKeys()), done(transaction.objectStore(store).getAll())]));
    database.close();
    return JSON.stringify(all);
  });

/** How many sheets the page is on paper, and whether each says that it is practice. */
async function sheets(page) {
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
}

const band = (page) => page.getByText("U oefent. Hiervan wordt niets verstuurd");

story("practising: every room works and says what it is; nothing of it is sent, counted or backed up, and afterwards nothing is left", async ({ collector, someone }) => {
  const questions = [];
  let answer = true;
  const page = await someone({ dialog: (asked) => (questions.push(asked.message()), answer ? asked.accept() : asked.dismiss()) });
  await openDesk(page, collector.url);
  await begin(page);
  await note(page, "Dit is echt gezegd.", 1);
  const before = await everything(page);

  await page.getByRole("link", { name: "Gesprekken" }).click();
  await page.getByRole("button", { name: "Begin een oefengesprek" }).click();
  await page.getByRole("heading", { level: 1, name: "Oefengesprek" }).waitFor();
  await band(page).waitFor();
  const address = page.url();
  await checkAccessible(page, { route: "/werkplek/#/gesprekken/<oefenen>" });
  await page.getByRole("link", { name: "Noteren" }).click();
  await band(page).waitFor();
  await field(page).waitFor();
  await note(page, "Oefenen met noteren.", 4);
  await field(page).pressSequentially("Half getypt");
  await page.reload();
  await until(async () => (await field(page).inputValue()) === "Half getypt", "it is kept as anything is");
  await page.getByRole("link", { name: "Terug naar het gesprek" }).click();

  await close(page);
  await band(page).waitFor();
  await point(page, "Lees terug", "Zonder bus kom je het dorp niet uit.");
  await page.locator("#evening .practice-mark").waitFor();
  assert.equal(await sheets(page), 1);
  const [mailed] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Maak een bestand om te mailen" }).click()]);
  assert.match(readFileSync(await mailed.path(), "utf8"), /practice-mark[^>]*>Oefening/);

  await page.goto(`${address}/papier`);
  for (const [choice, sheet] of [["Aanplakbiljet", ".poster"], ["Papieren formulieren", ".pen-form"], ["Kaart voor gespreksleiders", ".host-card"]]) {
    await page.getByLabel(choice).check();
    await page.locator(sheet).first().waitFor();
    await page.locator(".handout .practice-mark").first().waitFor();
    assert.equal(await page.locator(".handout .practice-mark").count(), await page.locator(".handout").count(), `each sheet of ${choice}`);
  }
  await band(page).waitFor();
  const hall = await page.context().newPage();
  await hall.goto(`${address}/scherm/zaal`);
  await hall.locator(".hall .practice-mark").waitFor();
  assert.ok(await hall.locator(".hall .practice-mark").evaluate((mark) => parseFloat(getComputedStyle(mark).fontSize) >= innerWidth / 30));
  await page.goto(`${address}/scherm`);
  await page.getByRole("button", { name: /^Toon op het scherm/ }).first().click();
  await hall.locator(".hall__said").first().waitFor();

  // It is nowhere but here.
  await home(page);
  await page.getByText("1 gesprek met 1 opmerking.").waitFor();
  await page.getByText("1 opmerking is nog niet verstuurd.").waitFor();
  const file = await backUp(page);
  await page.getByText("In uw laatste reservekopie staat alles.").waitFor();
  assert.ok(!readFileSync(file.path).toString("latin1").includes("Oefenen met noteren"));
  await page.getByRole("link", { name: "Overzicht" }).click();
  await page.locator(".desk-lead").getByText("1 gesprek · 0 mensen · 1 opmerking").waitFor();
  await page.goto(`${collector.url}/werkplek/#/versturen`);
  await page.getByText("1 opmerking klaar om te versturen").waitFor();

  // Ending it asks first, and says what goes.
  await page.getByRole("link", { name: "Gesprekken" }).click();
  await page.getByRole("link", { name: "Verder oefenen" }).click();
  await band(page).waitFor();
  answer = false;
  await page.getByRole("button", { name: "Stop met oefenen" }).click();
  await until(() => questions.length === 1, "it asks");
  assert.match(questions[0], /4 opmerkingen, 1 hoofdpunt of afspraak/);
  await band(page).waitFor();
  answer = true;
  await page.getByRole("button", { name: "Stop met oefenen" }).click();
  await page.getByRole("heading", { level: 1, name: "Naar buiten, en luisteren" }).waitFor();
  await sign(page, "Het oefengesprek is van dit apparaat gewist.").waitFor();
  await hall.getByRole("heading", { name: "Dit gesprek staat niet op dit apparaat" }).waitFor();
  await hall.close();
  const after = await everything(page);
  for (const trace of ["000000", "Oefen", "Half getypt", "Zonder bus"]) assert.ok(!after.includes(trace), `${trace} is nowhere in the database`);
  assert.ok(after.includes("Dit is echt gezegd.") && before.includes("Dit is echt gezegd."));
  await page.reload();
  await page.getByRole("link", { name: "Gesprekken" }).click();
  await page.getByRole("button", { name: "Begin een oefengesprek" }).waitFor();
  await putBack(page, file.path, "Alles uit dit bestand stond hier al.");
}, { timeout: 150_000 });
