import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { checkAccessible } from "../accessibility.mjs";
import { DESK, backUp, begin, close, field, home, note, openDesk, point, putBack, remark, remarks, sign, unfolded } from "../helpers/desk.mjs";
import { gathering, named, parcel } from "../helpers/parcel.mjs";
import { DESKTOP, story, until } from "../helpers/story.mjs";

story("the device is full at remark 613: clear words, the text stays in the field, nothing is lost, and it goes on once there is room", async ({ collector, someone }) => {
  const page = await someone();
  await page.addInitScript(() => {
    // As a browser does it: the write itself is taken, and its transaction fails afterwards for want of room.
    const { put } = IDBObjectStore.prototype;
    const { commit } = IDBTransaction.prototype;
    const writing = new WeakSet();
    IDBObjectStore.prototype.put = function (...args) {
      if (window.isFull) writing.add(this.transaction);
      return put.apply(this, args);
    };
    IDBTransaction.prototype.commit = function () {
      if (!writing.has(this)) return commit.call(this);
      const full = new DOMException("no room", "QuotaExceededError");
      Object.defineProperty(this, "error", { get: () => full });
      this.abort();
    };
  });
  await openDesk(page, collector.url);
  const before = Array.from({ length: 612 }, (_, n) => `Opmerking ${n + 1}`);
  await putBack(page, parcel(gathering(named(7), before)), "Teruggezet en veilig op dit apparaat:");
  await page.getByText("1 gesprek met 612 opmerkingen.").waitFor();
  await page.getByRole("link", { name: "Verder met Dorpshuis Annen" }).click();
  await page.getByLabel("Uw naam").fill("Anna");
  await page.getByLabel("Uw naam").press("Enter");
  await page.getByRole("link", { name: "Noteren" }).click();
  await field(page).waitFor();
  await page.evaluate(() => (window.isFull = true));
  await field(page).pressSequentially("Opmerking 613");
  await field(page).press("Enter");
  await sign(page, "Niet bewaard: dit apparaat is vol. Uw tekst staat nog in het veld.").waitFor();
  assert.equal(await field(page).inputValue(), "Opmerking 613");
  assert.equal(await field(page).getAttribute("aria-invalid"), "true");
  await page.getByText("612 opmerkingen", { exact: true }).waitFor();
  // Nor is anything brought in: all of it, or nothing.
  await putBack(page, parcel(gathering(named(7), ["Van Bert"], { who: "Bert", first: 9000, place: null })), "Niet bewaard: dit apparaat is vol.");
  await page.getByText("1 gesprek met 612 opmerkingen.").waitFor();
  await page.evaluate(() => (window.isFull = false));
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await field(page).waitFor();
  // What could not be kept stayed in the field, also while one was in other rooms.
  assert.equal(await field(page).inputValue(), "Opmerking 613");
  await field(page).press("Enter");
  await sign(page, "Veilig op dit apparaat: 613 opmerkingen.").waitFor();
  assert.equal(await field(page).inputValue(), "");
  await page.reload();
  await page.getByText("613 opmerkingen", { exact: true }).waitFor();
  assert.equal((await remarks(page))[0], "Opmerking 613");
});

story("a browser that keeps nothing says so, and lets nobody type in vain", async ({ collector, someone }) => {
  const page = await someone();
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  await page.goto(collector.url + DESK);
  await page.getByText("Deze browser bewaart niets voor deze site. Daarom kunt u hier nu niets opschrijven.").waitFor();
  assert.equal(await page.locator("textarea").count(), 0);
});

story("two windows of one desk: what is noted in the one shows in the other, and nothing is lost", async ({ collector, someone }) => {
  const page = await someone();
  await openDesk(page, collector.url);
  await begin(page);
  await note(page, "In het eerste venster", 1);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await remark(other, "In het eerste venster").waitFor();
  await field(other).focus();
  await note(other, "In het tweede venster", 2);
  await remark(page, "In het tweede venster").waitFor();
  await field(page).focus();
  await note(page, "Weer in het eerste", 3);
  await remark(other, "Weer in het eerste").waitFor();
  assert.equal((await remarks(other)).length, 3);
});

story("a file that is no back-up, damaged, or of a newer desk changes nothing, and is told in words", async ({ collector, someone }) => {
  const page = await someone();
  await openDesk(page, collector.url);
  await begin(page);
  await note(page, "Dit blijft", 1);
  await page.getByRole("link", { name: "Begin", exact: true }).click();
  const { path } = await backUp(page);
  const whole = readFileSync(path);
  const file = (buffer, name = "werkplek.zip") => ({ name, mimeType: "application/zip", buffer });
  await putBack(page, file(Buffer.from("<html>"), "brief.html"), "Dit bestand is geen reservekopie van de werkplek.");
  await putBack(page, file(whole.subarray(0, whole.length / 2)), "Dit bestand is beschadigd of niet helemaal gekopieerd.");
  const bent = Buffer.from(whole);
  bent[bent.indexOf("Dit blijft")] ^= 1;
  await putBack(page, file(bent), "Dit bestand is beschadigd of niet helemaal gekopieerd.");
  await page.getByText("1 gesprek met 1 opmerking.").waitFor();
});

story("every room of the desk is accessible", async ({ collector, someone }) => {
  const page = await someone(DESKTOP);
  await openDesk(page, collector.url);
  await checkAccessible(page, { route: DESK, state: "empty" });
  await page.getByRole("link", { name: "Gesprekken" }).click();
  await page.getByRole("heading", { level: 1, name: "Dorpsgesprekken" }).waitFor();
  await checkAccessible(page, { route: `${DESK}#/gesprekken`, state: "empty" });
  await page.goto(`${collector.url}${DESK}#/gesprekken/nieuw`);
  await page.getByRole("heading", { level: 1, name: "Wie bent u?" }).waitFor();
  await page.getByLabel("Uw naam").fill("Anna");
  await page.getByLabel("Uw naam").press("Enter");
  await page.getByLabel("Waar is het?").press("Enter");
  await page.getByText("Vul in waar het gesprek is.").waitFor();
  await checkAccessible(page, { route: `${DESK}#/gesprekken/nieuw`, state: "with an error" });
  await page.goto(`${collector.url}${DESK}#/`);
  await begin(page);
  await note(page, "De bus komt na zes uur niet", 1);
  await checkAccessible(page, { route: `${DESK}#/noteren`, state: "with a remark" });
  await page.getByRole("link", { name: "Terug naar het gesprek" }).click();
  await page.getByRole("link", { name: "Verander de gegevens" }).waitFor();
  await checkAccessible(page, { route: `${DESK}#/gesprek`, state: "with a remark" });
  await close(page);
  await checkAccessible(page, { route: `${DESK}#/afsluiten`, state: "empty" });
  const promises = await unfolded(page, "Dit doen wij");
  await promises.getByRole("button", { name: "Zet erbij" }).click();
  await promises.getByText("Fout: Vul ook in om wie het gaat.").waitFor();
  await point(page, "Lees terug", "Zonder bus kom je het dorp niet uit.");
  await point(page, "Dit geven wij door", "Bankjes zonder vergunning.", { "Aan wie geven wij het door?": "gemeente Aa en Hunze" });
  await checkAccessible(page, { route: `${DESK}#/afsluiten`, state: "with points and an error" });
  for (const [link, room] of [["Versturen", "versturen"], ["Reservekopie en overdragen", "bestanden"]]) {
    await home(page);
    await page.getByRole("link", { name: link }).click();
    await page.getByRole("heading", { level: 1, name: link }).waitFor();
    await page.locator("#desk-room .desk-part").getByText("wordt opgehaald").waitFor({ state: "detached" });
    await checkAccessible(page, { route: `${DESK}#/${room}` });
  }
  await page.getByRole("link", { name: "Overzicht" }).click();
  await page.locator(".desk-lead").getByText("1 gesprek · 0 mensen · 1 opmerking").waitFor();
  await checkAccessible(page, { route: `${DESK}#/overzicht` });
}, { timeout: 250_000 });
