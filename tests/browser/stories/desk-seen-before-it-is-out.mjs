import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { axe } from "../accessibility.mjs";
import { DESK, accessible as accessibleAsItStands, sign } from "../helpers/desk.mjs";
import { SAY } from "../helpers/form.mjs";
import { inPage } from "../helpers/in-page.mjs";
import { laid } from "../helpers/release.mjs";
import { PHONE, story, until } from "../helpers/story.mjs";
import { filesOf, zip } from "../helpers/zip.mjs";

const SLUG = "drenthe-luisteren";
const QUESTIONS = 30;
const button = (page, name) => page.getByRole("button", { name, exact: true });
const part = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });
const title = (page) => part(page, "Waar gaat het over?").getByLabel("Titel");
const days = (page) => part(page, "Wanneer?").getByLabel("De laatste dag");
const frame = (page) => page.frameLocator("#publish-look");
const heading = (page) => frame(page).getByRole("heading", { level: 1 });

/** The question is longer than the window: what stays in view lies over what comes out from under it by scrolling. */
async function accessible(page, what) {
  await page.evaluate(inPage.settle);
  // What was scrolled out of the preview is half under its edge.
  await page.evaluate(() => document.querySelector("#write-preview")?.scrollTo(0, 0));
  await accessibleAsItStands(page, what);
  await page.evaluate(inPage.unsettle);
}

/** A work folder with a question of as many questions as there can be. */
function folder(site) {
  const files = Object.fromEntries(Object.entries(filesOf(site)).filter(([path]) => path === "site.json" || path.startsWith("content/")));
  const path = `content/consultations/${SLUG}.json`;
  const question = JSON.parse(files[path]);
  question.questions = Array.from({ length: QUESTIONS }, (_, at) => ({
    id: `v${at}`, kind: "text", required: false, limits: { max_chars: 500 },
    title: { nl: `Wat vindt u van plan ${at + 1}?` }, help: { nl: "Schrijf het zoals u het zou zeggen." },
  }));
  files[`work/${SLUG}/draft.json`] = Buffer.from(JSON.stringify(question));
  return files;
}

/** Opens that question in the desk. */
async function begin(page, line, site) {
  const file = join(process.env.BEGINSPRAAK_TEST_WORK, "gezien.zip");
  writeFileSync(file, zip(folder(site)));
  await page.goto(`${line.url}${DESK}#/ophalen`);
  await page.getByLabel("Kies bestanden").setInputFiles([file]);
  await sign(page, "De werkmap is open, en veilig op dit apparaat.").waitFor();
  await page.goto(`${line.url}${DESK}#/opstellen/${SLUG}`);
  await title(page).waitFor();
}

/** How long it takes, in milliseconds, from each key to the page that shows it. */
async function measured(page, text) {
  const times = [];
  for (const key of text) {
    times.push(await page.evaluate((key) => new Promise((done) => {
      const field = document.activeElement;
      const shown = document.getElementById("publish-look").contentDocument.querySelector("h1");
      const begin = performance.now();
      const wanted = field.value + key;
      new MutationObserver((_, observer) => {
        if (shown.textContent.trim() !== wanted.trim()) return;
        observer.disconnect();
        done(performance.now() - begin);
      }).observe(shown, { characterData: true, childList: true, subtree: true });
      field.setRangeText(key, field.value.length, field.value.length, "end");
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }), key));
  }
  return times.sort((one, other) => one - other);
}

story("somebody sees a question as it will be while writing it, tries it out, and gives others a concept", async ({ someone, cleanUp }) => {
  const { site, collector, line } = await laid(cleanUp, "desk-seen");
  const page = await someone();
  await begin(page, line, site);

  // The page shows what is typed, where one was in it.
  await button(page, "Bekijk").press("Enter");
  await heading(page).filter({ hasText: "Uitgave 1" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "preview-title");
  const where = () => frame(page).getByLabel("Wat vindt u van plan 20?").evaluate((field) => field.getBoundingClientRect().top);
  await frame(page).getByLabel("Wat vindt u van plan 20?").scrollIntoViewIfNeeded();
  const before = await where();
  await title(page).fill("Hoe luistert de provincie?");
  await heading(page).filter({ hasText: "Hoe luistert de provincie?" }).waitFor();
  assert.ok(Math.abs(await where() - before) < 5, "one is where one was");
  await title(page).focus();
  const times = await measured(page, "abcdefghijklmnopqrst");
  console.log(`from key to page, ${QUESTIONS} questions: median ${times[10].toFixed(0)} ms, p95 ${times[18].toFixed(0)} ms`);

  // What can't be a page yet is said, and the page of before stays.
  await title(page).fill("");
  await page.locator("#preview-said").getByText(/^Wat u nog niet schreef, staat er als ‘…’\./).waitFor();
  await title(page).fill("Hoe luistert de provincie?");
  const closes = await days(page).inputValue();
  await days(page).fill("2020-01-01");
  const said = page.locator("#preview-said");
  await said.getByText("U ziet de pagina van daarvoor. Eerst is dit nodig:").waitFor();
  assert.match(await heading(page).innerText(), /^Hoe luistert/);
  await accessible(page, "no page yet");
  await said.getByRole("link", { name: "De laatste dag" }).press("Enter");
  await days(page).fill(closes);
  await title(page).fill("Luisteren");
  await heading(page).filter({ hasText: /^Luisteren$/ }).waitFor();
  await until(async () => (await said.innerText()) === "", "nothing is needed any more");

  // Wide and dark.
  const ground = () => frame(page).locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  const light = await ground();
  await page.getByLabel("Donker").check();
  await until(async () => (await ground()) !== light, "the page is dark");
  await page.getByLabel("Laptop").check();
  await until(() => frame(page).locator("html").evaluate((html) => html.clientWidth > 1200), "it is as wide as a laptop");

  // With the apps of residents, to the end; nothing of it leaves the browser, and nothing is left of it.
  const kept = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort());
  const stores = await kept();
  await button(page, "Probeer het zelf").click();
  await frame(page).getByText("Voorbeeld: er wordt niets verstuurd. Een code die u hier krijgt, bestaat niet.").waitFor();
  await until(async () => (await ground()) !== light, "it is dark as well");
  await frame(page).locator("html[data-ready]").waitFor({ state: "attached" });
  await frame(page).getByLabel("Wat vindt u van plan 1?").fill("Mooi plan.");
  await frame(page).getByRole("button", { name: SAY.check }).click();
  await frame(page).getByRole("button", { name: SAY.send }).click();
  await frame(page).getByRole("heading", { name: SAY.thanks }).waitFor();
  await frame(page).getByText("er wordt niets verstuurd").waitFor();
  assert.equal(await collector.stored(), 0, "the collector heard of nothing");
  assert.deepEqual((await kept()).filter((name) => !stores.includes(name)), ["beginspraak/werkplek/voorbeeld"], "what is kept is kept apart");
  await accessible(page, "trying it out");
  await button(page, "Stop met proberen").click();
  await heading(page).filter({ hasText: /^Luisteren$/ }).waitFor();
  await until(async () => !(await kept()).includes("beginspraak/werkplek/voorbeeld"), "what was kept is gone");
  const left = () => page.evaluate(async () => [
    ...(await caches.keys()).filter((name) => name.includes("voorbeeld")),
    ...(await navigator.serviceWorker.getRegistrations()).filter(({ scope }) => scope.includes("voorbeeld")),
  ].length);
  await until(async () => (await left()) === 0, "neither files nor a service worker are left");

  // One file for others: it opens anywhere, asks for nothing, and says what it is.
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Bewaar als concept (één bestand)").click()]);
  assert.match(file.suggestedFilename(), new RegExp(`^concept-${SLUG}-\\d{4}-\\d\\d-\\d\\d\\.html$`));
  const path = join(process.env.BEGINSPRAAK_TEST_WORK, file.suggestedFilename());
  await file.saveAs(path);
  const reader = await someone(PHONE);
  const requests = [];
  reader.on("request", (request) => requests.push(request.url()));
  await reader.goto(pathToFileURL(path).href);
  await reader.getByText(/^Concept van \d+ \w+ \d{4}, niet gepubliceerd\. Reageren kan nog niet\.$/).waitFor();
  await reader.getByRole("heading", { level: 1, name: "Luisteren" }).waitFor();
  assert.equal(await reader.getByLabel("Wat vindt u van plan 30?").isDisabled(), true);
  assert.deepEqual(requests.filter((url) => !url.startsWith("data:")), [pathToFileURL(path).href], "it asks for nothing");
  assert.deepEqual(await axe(reader), []);

  // On a telephone the page stands in the place of the question, and closing leads back.
  await page.setViewportSize(PHONE.viewport);
  assert.equal(await title(page).isVisible(), false);
  await button(page, "Sluit").click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "view");
});
