import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { answer, startCollector } from "../helpers/collector.mjs";
import { EVERYTHING, PATH, SAY, SLUG, choice, field, fillIn } from "../helpers/form.mjs";
import { copy, day } from "../helpers/site.mjs";
import { story } from "../helpers/story.mjs";

const PLAIN = { javaScriptEnabled: false };

story("without JavaScript somebody reads, answers everything, sends and gets a receipt", async ({ collector, someone }) => {
  const page = await someone(PLAIN);
  await page.goto(collector.url + PATH);
  await page.getByRole("heading", { name: "Wat kunt u nog veranderen?" }).waitFor();
  await page.getByText("Reageren kan tot en met").first().waitFor();
  assert.equal(await page.locator(".js-only:visible").count(), 0, "nothing that needs JavaScript is offered");
  await fillIn(page, EVERYTHING, { plain: true, consent: true });
  await page.getByRole("button", { name: SAY.sendNow }).click();
  await page.getByRole("heading", { level: 1, name: SAY.thanks }).waitFor();
  assert.match(await page.locator(".receipt__code").innerText(), /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  const reactions = await collector.gathered();
  assert.equal(reactions.length, 1);
  assert.deepEqual(Object.fromEntries(Object.keys(EVERYTHING).map((id) => [id, answer(reactions[0], id)])), EVERYTHING);
  assert.equal(reactions[0].quote_consent, true);

  await page.reload();
  await page.getByRole("heading", { level: 1, name: SAY.thanks }).waitFor();
});

story("without JavaScript, what has to be mended comes back with everything that was typed", async ({ collector, someone }) => {
  const page = await someone(PLAIN);
  await page.goto(collector.url + PATH);
  const { ontmoeten, ...rest } = EVERYTHING;
  await fillIn(page, rest, { plain: true, consent: true });
  await field(page, "aansluiten").fill("x".repeat(1001));
  await page.getByRole("button", { name: SAY.sendNow }).click();
  const summary = page.locator(".error-summary");
  await summary.getByRole("link", { name: /Hoe praat u het liefst met de provincie\?/ }).waitFor();
  await summary.getByText("Uw tekst is 1 tekens te lang.").or(summary.getByText("Uw tekst is 1 teken te lang.")).waitFor();
  assert.match(await page.title(), /^Fout: /);
  assert.equal(await collector.stored(), 0, "nothing was stored");

  assert.equal(await field(page, "gehoord").inputValue(), EVERYTHING.gehoord);
  assert.equal(await choice(page, "afstand", 4).isChecked(), true);
  for (const topic of ["wonen", "energie", "~other"]) assert.equal(await choice(page, "onderwerpen", topic).isChecked(), true);
  assert.equal(await field(page, "onderwerpen.other").inputValue(), "Het zwembad");
  assert.equal(await field(page, "belangrijkst.klare-taal").inputValue(), "1");
  assert.equal(await choice(page, "bezoek", -1).isChecked(), true);
  assert.equal(await field(page, "plaats.municipality").inputValue(), "Coevorden");
  assert.equal(await page.locator("[name=quote_consent]").isChecked(), true);
  await summary.getByRole("link", { name: /Hoe praat u het liefst/ }).click();
  assert.ok(page.url().endsWith("#f-ontmoeten"));

  await fillIn(page, { ontmoeten });
  await field(page, "aansluiten").fill(EVERYTHING.aansluiten);
  await page.getByRole("button", { name: SAY.sendNow }).click();
  await page.getByRole("heading", { level: 1, name: SAY.thanks }).waitFor();
  const [reaction, ...more] = await collector.gathered();
  assert.equal(more.length, 0);
  assert.deepEqual(answer(reaction, "onderwerpen"), EVERYTHING.onderwerpen);
});

story("without JavaScript somebody sends to a question that has closed, and loses no word", async ({ someone, collector }) => {
  const page = await someone(PLAIN);
  await page.goto(collector.url + PATH);
  await fillIn(page, { gehoord: "Net te laat", ontmoeten: "online" });
  await page.getByRole("button", { name: SAY.sendNow }).click();
  await page.getByRole("heading", { level: 1, name: "Uw reactie is niet verstuurd" }).waitFor();
  await page.getByText("Deze vraag is gesloten: u kunt niet meer reageren.").waitFor();
  await page.getByText("Net te laat").waitFor();
  await page.getByRole("main").getByRole("link", { name: "voorbeeld@example.org" }).waitFor();
}, { collector: { today: day(2000) } });

story("without JavaScript somebody sends to a question that is gone, and loses no word", async ({ someone, cleanUp }) => {
  const site = copy(join(process.env.BEGINSPRAAK_TEST_WORK, "gone"));
  for (const folder of ["consultations", "feedback"]) {
    for (const end of [".json", ".json.br", ""]) rmSync(join(site, `content/${folder}/${SLUG}${end}`), { force: true, recursive: true });
  }
  const collector = await startCollector({ site });
  cleanUp(() => collector.stop());
  const page = await someone(PLAIN);
  await page.goto(collector.url + PATH);
  await fillIn(page, { gehoord: "Waar is de vraag?", ontmoeten: "online" });
  await page.getByRole("button", { name: SAY.sendNow }).click();
  await page.getByText("Deze vraag bestaat niet (meer).").waitFor();
  await page.getByText("Waar is de vraag?").waitFor();
});

story("in a browser without WebAssembly the form posts itself, and its button says so", async ({ collector, someone }) => {
  const page = await someone();
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto(collector.url + PATH);
  await fillIn(page, { gehoord: "Zonder wasm", ontmoeten: "online" });
  await page.getByText("Deze browser kan uw antwoorden niet nakijken").waitFor();
  await page.getByRole("button", { name: SAY.sendNow }).click();
  await page.getByRole("heading", { level: 1, name: SAY.thanks }).waitFor();
  assert.equal(answer((await collector.gathered())[0], "gehoord"), "Zonder wasm");
});

story("WebAssembly of today is too much for the browser: the form posts itself there too", async ({ collector, someone }) => {
  const page = await someone();
  await page.addInitScript(() => {
    const refuse = async () => { throw new WebAssembly.CompileError("unknown opcode"); };
    Object.assign(WebAssembly, { instantiate: refuse, instantiateStreaming: refuse, compile: refuse, compileStreaming: refuse });
  });
  await page.goto(collector.url + PATH);
  await fillIn(page, { gehoord: "Een oude browser", ontmoeten: "online" });
  await page.getByText("Deze browser kan uw antwoorden niet nakijken").waitFor();
  await page.getByRole("button", { name: SAY.sendNow }).click();
  await page.getByRole("heading", { level: 1, name: SAY.thanks }).waitFor();
  assert.equal(await collector.stored(), 1);
});

story("a firewall lets no WebAssembly through: it is said, and the form can still post itself", async ({ collector, someone }) => {
  const page = await someone({ serviceWorkers: "block" });
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(collector.url + PATH);
  await fillIn(page, { gehoord: "Achter een firewall", ontmoeten: "online" }, { plain: true });
  await page.getByRole("button", { name: SAY.check }).click();
  await page.getByText("Een deel van deze pagina is nog niet geladen.").waitFor();
  assert.equal(await collector.stored(), 0, "nothing went unchecked by itself");
  await page.getByRole("button", { name: SAY.unchecked }).click();
  await page.getByRole("heading", { level: 1, name: SAY.thanks }).waitFor();
  assert.equal(answer((await collector.gathered())[0], "gehoord"), "Achter een firewall");
});
