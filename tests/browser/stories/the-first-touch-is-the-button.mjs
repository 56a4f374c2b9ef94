// Whoever presses the button is heard, however little of the app is there: nothing was touched before.
import assert from "node:assert/strict";
import { answer } from "../helpers/collector.mjs";
import { store, stored } from "../helpers/device.mjs";
import { PATH, SAY, SLUG, check, field, fillIn, progress, send } from "../helpers/form.mjs";
import { layLine } from "../helpers/line.mjs";
import { PHONE, ready, story, until } from "../helpers/story.mjs";

const COMING = "Een ogenblik. We maken het nakijken en versturen klaar";
const AWAY = "Een deel van deze pagina is nog niet geladen.";

/** A device on which a draft was left, that is right as it is. */
async function withDraft(page, site, text) {
  await page.goto(`${site.url}/site.json`);
  const draft = [["q.gehoord", text], ["q.ontmoeten", "online"]];
  await store(page, { drafts: { [SLUG]: JSON.stringify({ format: "beginspraak.device/1", draft }) } });
}

const button = (page) => page.getByRole("button", { name: SAY.check });

const PRESSES = {
  "a finger": async (page) => {
    // What a person sees there before they tap.
    await page.getByText("Wat u eerder invulde, staat er weer.").waitFor();
    await button(page).tap();
  },
  "Enter in a field": async (page) => {
    await page.getByText("Wat u eerder invulde, staat er weer.").waitFor();
    await field(page, "plaats.village").evaluate((field) => field.focus());
    await page.keyboard.press("Enter");
  },
  "a screen reader": async (page) => {
    await page.getByText("Wat u eerder invulde, staat er weer.").waitFor();
    await button(page).evaluate((button) => button.click());
  },
};

for (const [who, press] of Object.entries(PRESSES)) {
  story(`a draft is back, and the first touch is the button, by ${who}: it is checked, sent, and gone from the form`, async ({ collector, someone }) => {
    const page = await someone(PHONE);
    await withDraft(page, collector, "Meteen op de knop");
    await page.goto(collector.url + PATH);
    await press(page);
    await page.getByRole("heading", { name: SAY.check }).waitFor();
    await send(page);
    await progress(page).filter({ hasText: SAY.arrived }).waitFor();
    const reactions = await collector.gathered();
    assert.deepEqual(reactions.map((reaction) => answer(reaction, "gehoord")), ["Meteen op de knop"]);
    assert.deepEqual(Object.keys((await stored(page)).sent), [reactions[0].id], "the device made it, and knows it");
    assert.ok(!((await stored(page)).drafts[SLUG] ?? "").includes("Meteen op de knop"), "it is no draft any more");
    await page.goto(collector.url + PATH);
    await ready(page);
    assert.equal(await field(page, "gehoord").inputValue(), "");
  });
}

for (const [which, pattern] of [["none of the app", /\.wasm$/], ["only its first half", /\/send-[^/]*\.wasm$/]]) {
  story(`the button is pressed while ${which} has come on a slow line: it waits, says so, and then does what it should`, async ({ collector, someone, cleanUp }) => {
    const line = await layLine(collector, (path) => (pattern.test(path) ? "hold" : "answer"));
    cleanUp(() => line.stop());
    const page = await someone({ ...PHONE, serviceWorkers: "block" });
    await page.goto(line.url + PATH);
    await fillIn(page, { gehoord: "Op een trage lijn", ontmoeten: "online" }, { touch: true });
    await button(page).tap();
    await page.getByText(COMING).waitFor();
    await button(page).tap();
    assert.equal(await collector.stored(), 0, "the form did not post itself");
    line.fate = () => "answer";
    line.release();
    await page.getByRole("heading", { name: SAY.check }).waitFor();
    await send(page);
    await progress(page).filter({ hasText: SAY.arrived }).waitFor();
    assert.equal((await collector.gathered()).length, 1);
  });
}

story("without a network, and with nothing of what sends on the device: it is said, nothing is lost, and it goes on when the network is back", async ({ collector, someone, cleanUp }) => {
  const line = await layLine(collector, (path) => (path.startsWith("/assets/send-") ? "cut" : "answer"));
  cleanUp(() => line.stop());
  const page = await someone({ ...PHONE, serviceWorkers: "block" });
  await page.goto(line.url + PATH);
  await ready(page);
  await page.context().setOffline(true);
  await fillIn(page, { gehoord: "In de kelder", ontmoeten: "online" }, { touch: true });
  await button(page).tap();
  await page.getByText(AWAY).waitFor();
  await page.getByRole("button", { name: SAY.unchecked }).tap();
  assert.equal(await field(page, "gehoord").inputValue(), "In de kelder", "no error page of the browser");
  line.fate = () => "answer";
  await page.context().setOffline(false);
  await page.getByRole("heading", { name: SAY.check }).waitFor();
  await send(page);
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  assert.deepEqual((await collector.gathered()).map((reaction) => answer(reaction, "gehoord")), ["In de kelder"]);
});

story("the first app fails to come once: it is asked for again, and everything works", async ({ collector, someone, cleanUp }) => {
  let failed = 0;
  const line = await layLine(collector, (path) => (/\/page-[^/]*\.wasm$/.test(path) && (failed += 1) === 1 ? "cut" : "answer"));
  cleanUp(() => line.stop());
  const page = await someone({ serviceWorkers: "block" });
  await page.goto(line.url + PATH);
  await ready(page);
  assert.ok(failed > 1, "it did fail");
  await fillIn(page, { gehoord: "Toch gekomen", ontmoeten: "online" });
  await page.locator("#c-f-gehoord").getByText("12 van").waitFor();
  await page.getByText("Wat u invult, is bewaard op dit apparaat.").waitFor();
  await check(page);
});

story("the first app stays away: it is said, and when it comes the page no longer says so", async ({ collector, someone, cleanUp }) => {
  const line = await layLine(collector);
  cleanUp(() => line.stop());
  for (const [path, words] of [[PATH, AWAY], ["/volg/", "Deze pagina is nog niet helemaal geladen."], ["/mijn-reacties/", "Deze pagina is nog niet helemaal geladen."]]) {
    const page = await someone({ serviceWorkers: "block" });
    line.fate = (path) => (/\.wasm$/.test(path) ? "portal" : "answer");
    await page.goto(line.url + path);
    const said = page.getByText(words);
    await said.waitFor();
    line.fate = () => "answer";
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await ready(page);
    await said.waitFor({ state: "hidden" });
  }
});

for (const path of ["/volg/", "/mijn-reacties/"]) {
  story(`in a browser without WebAssembly ${path} says why there is nothing to see, and what else one can do`, async ({ collector, someone }) => {
    const page = await someone();
    await page.addInitScript(() => delete window.WebAssembly);
    await page.goto(collector.url + path);
    const said = page.getByText("WebAssembly staat uit of is te oud.");
    await said.waitFor();
    assert.match(await said.getByRole("link").getAttribute("href"), /^mailto:.+@/);
    await until(() => said.evaluate((words) => Boolean(words.closest("[role=status]"))), "it is said aloud too");
  });
}
