import assert from "node:assert/strict";
import { answer } from "../helpers/collector.mjs";
import { stored } from "../helpers/device.mjs";
import { PATH, SAY, SLUG, check, choice, field, progress, send } from "../helpers/form.mjs";
import { ready, story } from "../helpers/story.mjs";

story("somebody types before the app has arrived, and nothing of it is lost", async ({ collector, someone }) => {
  const page = await someone();
  let letThrough;
  const waiting = new Promise((done) => (letThrough = done));
  await page.route("**/*.wasm", async (route) => {
    await waiting;
    await route.continue();
  });
  await page.goto(collector.url + PATH, { waitUntil: "commit" });
  await field(page, "gehoord").fill("Al begonnen\nmet typen");
  await choice(page, "ontmoeten", "~other").click();
  await field(page, "ontmoeten.other").fill("Op de markt");
  await choice(page, "onderwerpen", "werk").click();
  await choice(page, "bezoek", 2).click();
  await field(page, "plaats.municipality").selectOption("Assen");
  await field(page, "belangrijkst.fouten").selectOption("1");
  await field(page, "aansluiten").focus();
  await page.keyboard.type("Midden in een w");
  assert.equal(await page.locator("html[data-ready]").count(), 0, "the app has not arrived yet");
  letThrough();
  await ready(page);
  await page.keyboard.type("oord");
  assert.equal(await field(page, "aansluiten").inputValue(), "Midden in een woord", "focus and caret stay");
  assert.equal(await field(page, "gehoord").inputValue(), "Al begonnen\nmet typen");
  assert.equal(await choice(page, "ontmoeten", "~other").isChecked(), true);
  assert.equal(await page.locator('[data-row="0"] .ranking__label').innerText(), "De provincie geeft fouten toe");
  // One place was chosen: the others still have to be.
  for (const [place, option] of ["naar-buiten", "klare-taal", "speelruimte", "terugkoppeling"].entries()) {
    await field(page, `belangrijkst.${option}`).selectOption(String(place + 2));
  }

  await check(page);
  const answers = await page.locator(".answers").innerText();
  for (const text of ["Al begonnen", "Op de markt", "Werk en bedrijven", "Helemaal met agenda", "Assen", "Midden in een woord"]) {
    assert.ok(answers.includes(text), `the check page shows "${text}":\n${answers}`);
  }
  await send(page);
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  const [reaction] = await collector.gathered();
  assert.equal(answer(reaction, "gehoord"), "Al begonnen\nmet typen");
  assert.deepEqual(answer(reaction, "belangrijkst"), ["fouten", "naar-buiten", "klare-taal", "speelruimte", "terugkoppeling"]);
});

story("somebody comes back to a half-filled form and finds it as it was", async ({ collector, someone }) => {
  const page = await someone();
  await page.goto(collector.url + PATH);
  await ready(page);
  await field(page, "gehoord").fill("Morgen verder");
  await choice(page, "afstand", 5).click();
  await page.getByText("Wat u invult, is bewaard op dit apparaat.").waitFor();
  // A tab of its own: the browser's own memory for forms plays no part.
  const later = await page.context().newPage();
  await page.close();
  await later.goto(collector.url + PATH);
  await later.getByText("Wat u eerder invulde, staat er weer.").waitFor();
  assert.equal(await field(later, "gehoord").inputValue(), "Morgen verder");
  assert.equal(await choice(later, "afstand", 5).isChecked(), true);
});

story("somebody wipes what they had filled in, after being asked", async ({ collector, someone }) => {
  let agreed = false;
  const page = await someone({ dialog: (asked) => (agreed ? asked.accept() : asked.dismiss()) });
  await page.goto(collector.url + PATH);
  await ready(page);
  await field(page, "gehoord").fill("Toch maar niet");
  const wipe = page.getByRole("button", { name: "Wis wat ik heb ingevuld" });
  await wipe.click();
  assert.equal(await field(page, "gehoord").inputValue(), "Toch maar niet", "who says no keeps everything");
  agreed = true;
  await wipe.click();
  assert.equal(await field(page, "gehoord").inputValue(), "");
  await wipe.waitFor({ state: "hidden" });
  assert.ok(!((await stored(page)).drafts[SLUG] ?? "").includes("Toch maar niet"), "nor on the device");
  await page.reload();
  await ready(page);
  assert.equal(await field(page, "gehoord").inputValue(), "");
});
