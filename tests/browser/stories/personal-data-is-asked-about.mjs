import assert from "node:assert/strict";
import { answer } from "../helpers/collector.mjs";
import { PATH, SAY, check, field, fillIn, progress, send } from "../helpers/form.mjs";
import { open, story } from "../helpers/story.mjs";

const ASKS = "Wilt u dat laten staan?";

/** The row of the check page with this question. */
const row = (page, text) => page.locator(".answers__row").filter({ hasText: text });

story("what looks like personal data is asked about on the check page, and can be changed there", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, collector.url + PATH);
  await fillIn(page, { gehoord: "Bel mij op 06-12345678,\nof mail jan@example.nl", ontmoeten: "online", aansluiten: "Gewoon een idee" });
  await check(page);
  const asked = row(page, "06-12345678");
  await asked.getByText("In dit antwoord lijkt een telefoonnummer te staan. Wilt u dat laten staan? Kies anders Wijzig.").waitFor();
  await asked.getByText("In dit antwoord lijkt een e-mailadres te staan.").waitFor();
  assert.equal(await page.getByText(ASKS).count(), 2, "and nothing else is asked about");
  await page.getByRole("status").filter({ hasText: "Er lijken persoonlijke gegevens in te staan." }).waitFor({ state: "attached" });
  await asked.getByRole("button", { name: /Wijzig/ }).click();
  await field(page, "gehoord").fill("Mail jan@example.nl");
  await check(page);
  await row(page, "jan@example.nl").getByText(ASKS).waitFor();
  assert.equal(await page.getByText(ASKS).count(), 1);
  // It is a question: who wants to leave it there, does.
  await send(page);
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  assert.equal(answer((await collector.gathered())[0], "gehoord"), "Mail jan@example.nl");
});

story("it is asked without a network too, once the page has been open", async ({ collector, someone }) => {
  const page = await someone();
  const fetched = page.waitForResponse((answer) => /\/personal-[0-9a-f]+_bg\.wasm$/.test(answer.url()));
  await open(page, collector.url + PATH);
  const sender = page.waitForResponse((answer) => /\/send-[0-9a-f]+_bg\.wasm$/.test(answer.url()));
  await fillIn(page, { gehoord: "Mijn nummer is 06 12 34 56 78", ontmoeten: "online" });
  await (await sender).finished();
  await (await fetched).finished();
  await page.context().setOffline(true);
  await check(page);
  await row(page, "06 12 34 56 78").getByText(ASKS).waitFor();
});

story("what asks does not come: checking and sending go on without it", async ({ collector, someone }) => {
  const page = await someone({ serviceWorkers: "block" });
  await page.route("**/personal-*", (route) => route.abort());
  await open(page, collector.url + PATH);
  await fillIn(page, { gehoord: "Bel 06-12345678", ontmoeten: "online" });
  await check(page);
  await send(page);
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  assert.equal(await collector.stored(), 1);
});
