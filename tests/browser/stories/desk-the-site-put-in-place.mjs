import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startSiteBucket } from "../helpers/bucket.mjs";
import { DESK, accessible, sign } from "../helpers/desk.mjs";
import { laid } from "../helpers/release.mjs";
import { ready, story, until } from "../helpers/story.mjs";
import { NAME, files, standIn, write } from "../helpers/workfolder.mjs";
import { filesOf, zip } from "../helpers/zip.mjs";

const CONSULTATION = "content/consultations/drenthe-luisteren.json";
const PAGE = "vraag/drenthe-luisteren/index.html";
const button = (page, name) => page.getByRole("button", { name, exact: true });
const card = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { name, exact: true }) });

/** Opens the work folder of a site in which one question is called so, and makes the site of it. */
async function made(page, desk, site, title) {
  const content = Object.entries(filesOf(`${site}-content`));
  const all = Object.fromEntries(content.map(([path, bytes]) => [path === "site.json" ? path : `content/${path}`, bytes]));
  all["site.json"] ??= readFileSync(join(site, "site.json"));
  const json = JSON.parse(all[CONSULTATION]);
  if (title) json.title = { ...json.title, nl: title };
  const file = join(process.env.BEGINSPRAAK_TEST_WORK, "op-zijn-plaats.zip");
  writeFileSync(file, zip({ ...all, [CONSULTATION]: Buffer.from(JSON.stringify(json)) }));
  await page.goto(`${desk}#/ophalen`);
  await page.getByLabel("Kies bestanden").waitFor();
  if (await button(page, "Sluit de werkmap").isVisible()) await button(page, "Sluit de werkmap").click();
  await page.getByLabel("Kies bestanden").setInputFiles([file]);
  await sign(page, "De werkmap is open, en veilig op dit apparaat.").waitFor();
  await page.getByRole("link", { name: "Publiceren", exact: true }).click();
  await page.getByRole("button", { name: /^Maak de site/ }).click();
  await page.locator("#publish-came").waitFor();
}

story("the site goes into a folder: who leaves in the middle goes on, nothing of others is lost, and the one before comes back", async ({ someone, cleanUp }) => {
  const { site, line } = await laid(cleanUp, "desk-places");
  const asked = [];
  const page = await someone({ dialog: async (dialog) => (asked.push(dialog.message() || dialog.type()), dialog.accept()) });
  await standIn(page);
  const desk = `${line.url}${DESK}`;
  await made(page, desk, site);
  await page.evaluate(async (name) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
    await folder.getFileHandle("CNAME", { create: true });
  }, NAME);
  await write(page, "CNAME", "denkmee.example.nl");
  await accessible(page, "a site to be put in place");
  await button(page, "Zet de site in een map").click();
  await sign(page, "De site staat in ‘werkmap’:").waitFor();
  assert.match(asked.shift(), /staan andere dingen/);
  const first = await files(page);
  assert.equal(first.CNAME, "denkmee.example.nl");
  const hashes = JSON.parse(first["beginspraak.json"]).files;
  assert.deepEqual(Object.keys(first).filter((path) => !["CNAME", "beginspraak.json"].includes(path)).sort(), Object.keys(hashes).sort());

  // Only what changed is written. The page is left at the very last file.
  await made(page, desk, site, "Wat speelt er bij u?");
  await page.evaluate(() => {
    window.written = [];
    const { createWritable } = FileSystemFileHandle.prototype;
    FileSystemFileHandle.prototype.createWritable = function (...options) {
      window.written.push(this.name);
      return this.name === "sw.js" ? new Promise(() => {}) : createWritable.apply(this, options);
    };
  });
  await button(page, "Zet de site in een map").click();
  await until(() => page.evaluate(() => window.written.at(-1) === "sw.js"), "all but the service worker is written");
  const written = await page.evaluate(() => window.written);
  assert.ok(written.length < 60 && !written.includes("CNAME"), `${written}`);
  assert.equal(written[0], "beginspraak.json");
  await page.reload();
  await ready(page);
  assert.ok(asked.includes("beforeunload"), "the browser asked who left");
  await page.locator("#publish-halted").getByText(/U was bezig met publiceren in ‘werkmap’/).waitFor();
  await accessible(page, "a site that was left on its way");
  await page.locator("#publish-halted").getByRole("button", { name: "Ga verder" }).click();
  await sign(page, "De site staat in ‘werkmap’: 2 bestanden veranderd.").waitFor();
  const second = await files(page);
  assert.match(second[PAGE], /Wat speelt er bij u\?/);
  assert.ok(!JSON.parse(second["beginspraak.json"]).before, "it was put in place to its end");
  assert.equal(second.CNAME, "denkmee.example.nl");

  // And back.
  await page.locator("#publish-former").getByText(/Veranderd: ‘Wat speelt er bij u\?’: titel/).waitFor();
  await button(page, "Zet de vorige site terug").click();
  await sign(page, "De vorige site staat weer in ‘werkmap’.").waitFor();
  assert.match(asked.at(-1), /De vorige site komt terug in ‘werkmap’/);
  assert.deepEqual(await files(page), first);
}, { timeout: 120_000 });

story("the site goes straight into the bucket that serves it: a key that is wrong is told, kinds are right, and the one before comes back", async ({ someone, cleanUp }) => {
  const { site } = await laid(cleanUp, "desk-buckets", { base: "/site/" });
  const bucket = await startSiteBucket();
  cleanUp(() => bucket.stop());
  await bucket.lay(site);
  const page = await someone({ dialog: (dialog) => dialog.accept() });
  const desk = `${bucket.origin}/site/werkplek/index.html`;
  await made(page, desk, site, "Wat speelt er bij u?");
  await page.getByText("Vul de gegevens van de bucket in").click();
  await page.getByLabel("Adres van de server").fill(bucket.origin);
  await page.getByLabel("Naam van de bucket").fill("site");
  await page.getByLabel("Map in de bucket").fill("");
  await page.getByLabel("Sleutel (access key)").fill("owner-key");
  await page.getByLabel("Geheim bij de sleutel").fill("fout");
  await accessible(page, "a bucket that is filled in");
  await button(page, "Zet de site in de bucket").click();
  await page.getByText("Het geheim bij de sleutel klopt niet.").waitFor();
  await page.getByLabel("Geheim bij de sleutel").fill("CHANGE-ME");

  // A clock that is wrong signs what no server takes.
  const shift = (by) => page.evaluate((by) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + by;
  }, by);
  await shift(2 * 3_600_000);
  await button(page, "Zet de site in de bucket").click();
  await page.getByText("De klok van dit apparaat loopt niet gelijk met die van de server.").waitFor();
  await shift(-2 * 3_600_000);
  await button(page, "Zet de site in de bucket").click();
  await sign(page, "De site staat in ‘site’:").waitFor();
  const get = async (path) => {
    const answer = await fetch(`${bucket.origin}/site/${path}`);
    return [answer.headers.get("content-type"), answer.headers.get("cache-control"), await answer.text()];
  };
  const [kind, keeping, html] = await get(PAGE);
  assert.deepEqual([kind, keeping], ["text/html; charset=utf-8", "no-cache"]);
  assert.match(html, /Wat speelt er bij u\?/);
  assert.ok(!JSON.parse((await get("beginspraak.json"))[2]).before);

  // The key is not kept; the way back asks for it.
  await page.reload();
  await ready(page);
  await page.locator("#publish-former").waitFor();
  assert.equal(await page.getByLabel("Geheim bij de sleutel").inputValue(), "");
  await page.getByLabel("Sleutel (access key)").fill("owner-key");
  await page.getByLabel("Geheim bij de sleutel").fill("CHANGE-ME");
  await button(page, "Zet de vorige site terug").click();
  await sign(page, "De vorige site staat weer in ‘site’.").waitFor();
  assert.equal((await get(PAGE))[2], readFileSync(join(site, PAGE), "utf8"));
}, { timeout: 120_000 });
