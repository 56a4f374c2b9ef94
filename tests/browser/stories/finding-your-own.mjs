import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startCollector } from "../helpers/collector.mjs";
import { SAY, SLUG, progress, react } from "../helpers/form.mjs";
import { item } from "../helpers/items.mjs";
import { CODES, SAID, sentFrom } from "../helpers/landed.mjs";
import { command, copy, moved } from "../helpers/site.mjs";
import { PHONE, open, ready, story, until } from "../helpers/story.mjs";

const field = (page) => page.getByLabel("Uw volgcode");
const ask = async (page, typed) => {
  await field(page).fill(typed);
  await page.getByRole("button", { name: "Zoek mijn reactie" }).click();
};
/** What is asked of the host, apart from the page and its app. */
function requests(page) {
  const asked = [];
  page.on("request", (request) => asked.push(`${new URL(request.url()).pathname}${new URL(request.url()).search}`));
  return asked;
}

story("somebody on another device finds their reaction by its code, and the host learns nothing of it", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, `${collector.url}/volg/`);
  const asked = requests(page);
  await ask(page, CODES.landed.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l"));
  const own = page.locator(".looked__theme");
  await own.nth(1).waitFor();
  assert.deepEqual(await own.locator("h4").allInnerTexts(), ["Kom langs zonder agenda", "Bus en fietspad"]);
  await own.first().getByText("Van mening veranderd").waitFor();
  // The same way, marked on the same signpost.
  await page.getByText("Uw reactie op de wegwijzer").click();
  const arms = page.locator(".arm");
  assert.equal(await arms.filter({ hasText: "uw reactie", visible: true }).count(), 3, "one theme is on two arms");
  assert.equal(await page.locator(".arm--other").count(), (await arms.count()) - 3);
  assert.deepEqual(asked, [`/content/trace/${SLUG}/0-0000.bin`], "one request, the same for everybody");
  // To the page that tells it in full, at the theme.
  await own.first().getByRole("link", { name: "Lees wat wij ermee doen" }).click();
  await page.waitForURL(`**/vraag/${SLUG}/terugkoppeling/#thema-langskomen`);
  await page.getByRole("heading", { level: 3, name: "Kom langs zonder agenda" }).waitFor();
});

story("a code in the address, as from the QR code on a receipt, is looked up at once, and the answer comes into view", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, `${collector.url}/volg/#${CODES.refused}`);
  await page.locator(".looked__theme").getByText("Doen wij niet").waitFor();
  assert.equal(await field(page).inputValue(), CODES.refused);
  const heading = page.locator("#follow-results");
  await until(() => heading.evaluate((heading) => document.activeElement === heading), "whoever came with the code is taken to it");
  const { y, height } = await heading.boundingBox();
  assert.ok(y >= 0 && y + height <= PHONE.viewport.height, `it stands at ${y}`);
  await page.getByText("Klaar met zoeken: 1 van 1 gevonden.").waitFor({ state: "attached" });
});

story("several codes at once each get their own kind answer", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, `${collector.url}/volg/`);
  const unknown = JSON.parse(item("x")[1]).copy.receipt;
  await ask(page, [CODES.aside, CODES.later, CODES.mixed, unknown].join("\n"));
  const answer = (code) => page.locator(".looked__code").filter({ hasText: code });
  await answer(CODES.aside).getByText(SAID.aside).waitFor();
  await answer(CODES.aside).getByText("het ging over een ander onderwerp").waitFor();
  await answer(CODES.later).getByText(SAID.notRead).waitFor();
  await answer(CODES.later).getByText("Wij lezen dit uiterlijk 18 december 2026.").waitFor();
  await answer(CODES.mixed).getByText(SAID.partAside).waitFor();
  await answer(CODES.mixed).locator(".looked__theme").first().waitFor();
  await answer(unknown).getByText(SAID.unknown).waitFor();
  await page.locator("#follow-results:focus").waitFor();
});

story("a typing error in a code is said, and asks nothing of the host", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, `${collector.url}/volg/`);
  const asked = requests(page);
  const wrong = CODES.landed.slice(0, -1) + (CODES.landed.endsWith("A") ? "B" : "A");
  await ask(page, wrong);
  await page.getByText("Er zit een typefout in de code.").waitFor();
  assert.deepEqual(asked, []);
  assert.equal(await field(page).getAttribute("aria-invalid"), "true");
  assert.equal(await page.locator(".looked__code").count(), 0);
});

story("the same typing error a second time is said a second time", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, `${collector.url}/volg/`);
  await ask(page, "7R1E");
  await page.locator("#follow-error").waitFor();
  await page.evaluate(() => (window.first = document.getElementById("follow-error")));
  await page.getByRole("button", { name: "Zoek mijn reactie" }).click();
  await page.waitForFunction(() => document.getElementById("follow-error") && window.first !== document.getElementById("follow-error"));
  assert.equal(await page.evaluate(() => window.first.isConnected), false, "in another element, which is read aloud");
});

story("a code is taken out of what was copied with it", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, `${collector.url}/volg/`);
  for (const typed of [`Volgcode: ${CODES.landed}`, CODES.landed.replaceAll("-", "\u2010"), `${collector.url}/volg/#${CODES.landed}`]) {
    await ask(page, typed);
    await page.locator(".looked__code h3", { hasText: CODES.landed }).first().waitFor();
    await page.locator(".looked__theme").first().waitFor();
    assert.equal(await page.locator("#follow-error").count(), 0, typed);
  }
});

story("somebody looks up 300 codes at once, and each answer is made once", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, `${collector.url}/volg/`);
  const asked = requests(page);
  await page.evaluate(() => {
    window.made = 0;
    const counts = ({ addedNodes }) => addedNodes.forEach((node) => (window.made += node.matches?.(".looked") ? 1 : node.querySelectorAll?.(".looked").length ?? 0));
    new MutationObserver((changes) => changes.forEach(counts)).observe(document.body, { childList: true, subtree: true });
  });
  await ask(page, Array(300).fill(CODES.landed).join("\n"));
  await page.getByText("Klaar met zoeken: 300 van 300 gevonden.").waitFor({ state: "attached", timeout: 60_000 });
  // It took 81 s where each answer made all others anew: 45,000 for 300.
  assert.equal(await page.evaluate(() => window.made), 300, "each answer is made once");
  assert.deepEqual(asked, [`/content/trace/${SLUG}/0-0000.bin`], "a file is asked for once");
});

story("the host can't tell whether somebody reacted on this device", async ({ collector, someone }) => {
  const seen = async (page) => {
    const asked = requests(page);
    const answered = page.waitForResponse((response) => response.url().includes("/content/trace/"));
    await open(page, `${collector.url}/mijn-reacties/`);
    await answered;
    await page.waitForLoadState("networkidle");
    return asked.filter((path) => path.startsWith("/content/"));
  };
  const [nobody, sender] = [await someone(), await someone()];
  await sender.goto(`${collector.url}/site.json`);
  await sentFrom(sender, CODES.landed);
  const without = await seen(nobody);
  assert.deepEqual(without, [`/content/trace/${SLUG}/0-0000.bin`]);
  assert.deepEqual(await seen(sender), without);
  await sender.locator(".looked__theme").first().waitFor();
});

story("without a network, looking up says so and works when asked again", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, `${collector.url}/volg/`);
  await page.context().setOffline(true);
  await ask(page, CODES.landed);
  await page.getByText(SAID.failed).waitFor();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Zoek mijn reactie" }).click();
  await page.locator(".looked__theme").first().waitFor();
});

story("on the device that sent it, a reaction shows where it landed", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await page.goto(`${collector.url}/site.json`);
  await sentFrom(page, CODES.landed);
  await open(page, `${collector.url}/mijn-reacties/`);
  await page.locator(".mine__item .looked__theme").nth(1).waitFor();
  await page.locator(".mine__item").getByText("Uw reactie op de wegwijzer").click();
  await page.locator(".mine__item .arm--own").filter({ visible: true }).first().waitFor();
});

story("a reaction sent today goes through the work folder and is found back tomorrow", async ({ someone, cleanUp }) => {
  const work = process.env.BEGINSPRAAK_TEST_WORK;
  const site = copy(join(work, "told"));
  const content = `${process.env.BEGINSPRAAK_TEST_SITE}-content`;
  const collector = await startCollector({ site });
  cleanUp(() => collector.stop());
  const page = await someone();
  const receipt = await react(page, collector, "De bus rijdt niet meer na zes uur.");
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  await page.goto(`${collector.url}/volg/#${receipt}`);
  await page.getByText(SAID.unknown).waitFor();

  // What staff do: gather, give it a place, publish.
  const folder = join(work, "told-work");
  cpSync(content, join(folder, "content"), { recursive: true });
  const example = (name) => join(import.meta.dirname, `../../feedback/${SLUG}${name}`);
  const came = join(work, "told-came");
  mkdirSync(came);
  // On days that are moved as those of the content are: else the first came before anybody could react.
  for (const file of [".version-1.ndjson", ".ndjson"]) writeFileSync(join(came, `example${file}`), moved(readFileSync(example(file), "utf8")));
  await command("gather", "--from", came, "--to", folder);
  await command("decide", folder, "--from", example(".decisions.json"));
  await command("gather", "--from", collector.data, "--to", folder);
  const publish = () => command("publish", "--quick", "--content", join(folder, "content"), "--out", site, "--feedback", SLUG, "--bundle", join(process.env.BEGINSPRAAK_TEST_SITE, "assets"));
  await assert.rejects(publish(), /Nog zonder plek: 1 reactie\./, "a reaction without a place is not published around");
  const file = join(work, "told-decisions.json");
  await command("decide", folder, "--consultation", SLUG, "--to", file);
  const decisions = JSON.parse(readFileSync(file, "utf8"));
  decisions.placements.push({ reaction: decisions.nowhere[0].reaction, themes: ["bus-fiets"] });
  writeFileSync(file, JSON.stringify(decisions));
  await command("decide", folder, "--from", file);
  await publish();

  await page.reload();
  await ready(page);
  await page.locator(".looked__theme").getByText("Doorgegeven").waitFor();
  await page.goto(`${collector.url}/vraag/${SLUG}/terugkoppeling/`);
  await page.getByText("De hele telling").click();
  await page.getByRole("row", { name: /^Ontvangen/ }).getByText("351").waitFor();
  await page.getByText("Dit is versie 3 van 3").click();
  await page.getByRole("link", { name: /^Versie 2/ }).click();
  await page.getByText("Dit is een oudere versie.").waitFor();
});
