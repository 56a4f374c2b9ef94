// Files that take a while: how far it is shows, it can be stopped, and the page answers meanwhile.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DESK, sign } from "../helpers/desk.mjs";
import { item } from "../helpers/items.mjs";
import { open, story } from "../helpers/story.mjs";
import { zip } from "../helpers/zip.mjs";

const place = (name) => join(process.env.BEGINSPRAAK_TEST_WORK, name);
const progress = (page) => page.locator("progress");
const TEMPLATE = JSON.parse(JSON.parse(item("x")[1]).copy.envelope);

/** So many reactions, each on a line of its own, with some kilobytes of text. */
function reactions(count, words = 180) {
  const lines = [];
  for (let n = 0; n < count; n += 1) {
    const envelope = structuredClone(TEMPLATE);
    envelope.reaction.id = uuid7(n);
    envelope.reaction.answers.find((answer) => answer.question === "gehoord").value = `Verhaal ${n}: ${"De bus komt niet meer in ons dorp. ".repeat(words / 7)}`;
    lines.push(JSON.stringify(envelope));
  }
  return `${lines.join("\n")}\n`;
}

function uuid7(n) {
  const time = (1_794_500_000_000 + n).toString(16).padStart(12, "0");
  const rest = randomBytes(8).toString("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest}${rest}`.slice(0, 36);
}

/** Begins to note how long the page was held up at most. */
const watch = (page) => page.evaluate(() => {
  window.held = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (window.held = Math.max(window.held, duration)))).observe({ type: "longtask" });
});

async function toFetch(page, url) {
  await open(page, `${url}${DESK}#/ophalen`);
  await page.getByLabel("Uw naam").fill("Els");
  await page.getByLabel("Uw naam").press("Enter");
  await page.getByLabel("Uw naam").waitFor({ state: "detached" });
}

/** Chooses a file and stops what is done with it, on a slow computer: on a fast one nobody can press a button while it lasts. */
async function stopped(page, file) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 8 });
  await page.getByLabel("Kies bestanden").setInputFiles(file);
  await progress(page).waitFor();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await sign(page, "Gestopt. Er is niets veranderd.").waitFor();
  await cdp.detach();
}

/** How many reactions are meant, and how large that is. A build that was not made faster needs minutes for 20 MB. */
const MANY = Number(process.env.BEGINSPRAAK_LARGE ?? 12_000);

story("a large file of reactions: progress shows, it can be stopped without a trace, and the page answers all the time", async ({ collector, someone }) => {
  const page = await someone();
  const file = place("groot.ndjson");
  const text = reactions(MANY);
  writeFileSync(file, text);
  await toFetch(page, collector.url);
  await watch(page);
  await stopped(page, file);
  await progress(page).waitFor({ state: "detached" });

  const started = Date.now();
  await page.getByLabel("Kies bestanden").setInputFiles(file);
  await progress(page).waitFor();
  // Meanwhile somebody uses the page: what they press is answered.
  await page.getByRole("button", { name: "Grotere letters" }).click();
  await page.locator("[data-larger][aria-pressed=true]").waitFor();
  await sign(page, "nieuwe reacties in de werkmap gezet. Veilig op dit apparaat.").waitFor({ timeout: 180_000 });
  const held = await page.evaluate(() => Math.round(window.held));
  console.log(`${(text.length / 1e6).toFixed(1)} MB, ${MANY} reactions: ${Date.now() - started} ms, held up for ${held} ms at most`);
  assert.match(await page.locator("#desk-sign").innerText(), new RegExp(`^${MANY.toLocaleString("nl-NL")} nieuwe|^${MANY} nieuwe`));
  await progress(page).waitFor({ state: "detached" });
  // The very same file once more changes nothing.
  await page.getByLabel("Kies bestanden").setInputFiles(file);
  await sign(page, "Alle reacties in dit bestand stonden al in de werkmap.").waitFor({ timeout: 180_000 });
}, { timeout: 280_000 });

story("a large work folder: progress shows, what is stopped is not open, and whole it is opened and kept again", async ({ collector, someone }) => {
  const page = await someone();
  const files = { "site.json": Buffer.from("{}") };
  for (let n = 0; n < 24; n += 1) files[`pictures/${n}.bin`] = randomBytes(1_000_000);
  files["work/drenthe-luisteren/a.ndjson"] = Buffer.from(reactions(200));
  const file = place("grote-werkmap.zip");
  writeFileSync(file, zip(files));
  await toFetch(page, collector.url);
  await watch(page);
  await stopped(page, file);
  await page.reload();
  await page.getByText("Hebt u nog geen werkmap?").waitFor();
  await watch(page);
  await page.getByLabel("Kies bestanden").setInputFiles(file);
  await sign(page, "De werkmap is open, en veilig op dit apparaat.").waitFor({ timeout: 120_000 });
  console.log(`24 MB in a zip: held up for ${await page.evaluate(() => Math.round(window.held))} ms at most`);
  const [kept] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Bewaar de werkmap" }).click()]);
  assert.match(kept.suggestedFilename(), /^grote-werkmap-\d{4}-\d\d-\d\d\.zip$/);
}, { timeout: 200_000 });
