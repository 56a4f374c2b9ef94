import assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DESK, backUp, begin, field, home, note, openDesk, putBack, remarks, sign } from "../helpers/desk.mjs";
import { PATH } from "../helpers/form.mjs";
import { start } from "../helpers/killable.mjs";
import { kept, laid, onDevice } from "../helpers/release.mjs";
import { open, ready, story, until } from "../helpers/story.mjs";

const SAID = Array.from({ length: 20 }, (_, n) => `Wat bewoner ${n + 1} zei over de bus, het dorpshuis en de buurt.`);

story("opened once, the desk does a whole evening without a network; another device takes it over, twice the same", async ({ someone, cleanUp }) => {
  const { site, line } = await laid(cleanUp, "desk-evening");
  const page = await someone();
  await openDesk(page, line.url);
  await onDevice(page, site);
  await until(async () => (await kept(page)).includes(DESK), "the desk is on the device");
  await page.close();

  line.cut();
  const evening = await page.context().newPage();
  await openDesk(evening, line.url);
  assert.match(await evening.title(), /^Werkplek – /);
  await begin(evening);
  assert.match(await evening.title(), /^Noteren – Dorpshuis Annen – Werkplek – /);
  for (const [n, text] of SAID.entries()) {
    await evening.keyboard.press(`Alt+${(n % 6) + 1}`);
    await note(evening, text, n + 1);
    assert.equal(await field(evening).inputValue(), "", "the field is free for the next");
  }
  assert.deepEqual(await remarks(evening), SAID.toReversed());
  await evening.getByRole("listitem").filter({ hasText: SAID[1] }).getByText("Zit dwars").waitFor();

  // Half a remark, and the page loads again: in this very room, with all of it.
  await field(evening).pressSequentially("Nog niet af");
  await evening.getByLabel("Hoeveel mensen zijn er?").fill("34");
  await evening.getByLabel("Hoeveel mensen zijn er?").press("Enter");
  await sign(evening, "Veilig op dit apparaat: 20 opmerkingen.").waitFor();
  await evening.reload();
  await field(evening).waitFor();
  await until(async () => (await field(evening).inputValue()) === "Nog niet af", "what was half typed is there");
  assert.equal(await evening.getByLabel("Hoeveel mensen zijn er?").inputValue(), "34");
  assert.deepEqual(await remarks(evening), SAID.toReversed());

  await evening.goBack();
  await evening.getByRole("heading", { level: 1, name: "Dorpshuis Annen" }).waitFor();
  await evening.getByText("34 aanwezigen").waitFor();
  await home(evening);
  await evening.getByText("1 gesprek met 20 opmerkingen.").waitFor();
  await evening.getByText("U maakte nog geen reservekopie.").waitFor();
  const file = await backUp(evening);
  assert.match(file.name, /^werkplek-\d{4}-\d\d-\d\d-\d{4}\.zip$/);
  await evening.getByText("In uw laatste reservekopie staat alles.").waitFor();

  line.up = true;
  const other = await someone();
  await openDesk(other, line.url);
  await putBack(other, file.path, "Teruggezet en veilig op dit apparaat:");
  await other.getByText("1 gesprek met 20 opmerkingen.").waitFor();
  await putBack(other, file.path, "Alles uit dit bestand stond hier al. Er is niets veranderd.");
  await other.getByText("1 gesprek met 20 opmerkingen.").waitFor();
  await other.getByRole("link", { name: "Verder met Dorpshuis Annen" }).click();
  await other.getByLabel("Uw naam").fill("Bert");
  await other.getByLabel("Uw naam").press("Enter");
  await until(async () => (await remarks(other)).length === 20, "all remarks are there");
  assert.deepEqual(await remarks(other), SAID.toReversed());
}, { timeout: 150_000 });

story("the browser is killed while somebody notes: what the screen called safe is there", async ({ collector, cleanUp }) => {
  const profile = mkdtempSync(join(process.env.BEGINSPRAAK_TEST_WORK, "desk-profile-"));
  const promised = [];
  let address;
  for (let cycle = 0; cycle < 5; cycle += 1) {
    const browser = await start(profile);
    cleanUp(browser.kill);
    const { page } = browser;
    let safe = 0;
    await page.exposeBinding("shown", (_, count) => (safe = Math.max(safe, count)));
    if (cycle === 0) {
      await openDesk(page, collector.url);
      await begin(page);
      address = page.url();
    } else {
      await page.goto(address);
      await ready(page);
      await field(page).waitFor();
    }
    await page.evaluate(() => {
      const line = document.querySelector("#desk-sign");
      const look = () => window.shown(Number(/Veilig op dit apparaat: (\d+)/.exec(line.textContent)?.[1] ?? 0));
      new MutationObserver(look).observe(line, { childList: true, subtree: true, characterData: true });
    });
    const before = await page.locator(".desk-remark").count();
    // What was being typed when it was killed may be there.
    await field(page).fill("");
    for (let n = 0; n < 4; n += 1) {
      await page.keyboard.type(`Ronde ${cycle}, opmerking ${n}`);
      await page.keyboard.press("Enter");
      if (n < 3) await until(() => safe === before + n + 1, "it is safe");
    }
    // Every cycle a bit later, so that each step of keeping the last one is hit.
    await new Promise((moment) => setTimeout(moment, cycle * 12));
    await browser.kill();
    for (let n = 0; n < safe - before; n += 1) promised.push(`Ronde ${cycle}, opmerking ${n}`);
  }
  const { page, kill } = await start(profile);
  cleanUp(kill);
  await page.goto(address);
  await ready(page);
  await page.locator(".desk-remark").first().waitFor();
  const there = await remarks(page);
  assert.ok(promised.length >= 15);
  for (const text of promised) assert.ok(there.includes(text), `${text} was called safe`);
  assert.equal(new Set(there).size, there.length, "nothing twice");
}, { timeout: 150_000 });

story("residents get not a byte of the desk, and search engines are asked to stay away", async ({ someone, cleanUp }) => {
  const { site, line } = await laid(cleanUp, "desk-residents");
  const page = await someone();
  await open(page, line.url + PATH);
  await onDevice(page, site);
  const paths = [...(await kept(page)), ...line.asked];
  assert.ok(paths.length > 10);
  assert.deepEqual(paths.filter((path) => /werkplek|assets\/(desk|rooms)-/.test(path)), []);
  const html = readFileSync(join(site, "werkplek/index.html"), "utf8");
  assert.match(html, /<meta name="robots" content="noindex">/);
  assert.match(html, /werkplek\/manifest\.json/);
});

story("a site can do without the desk", async ({ cleanUp }) => {
  const { site, collector } = await laid(cleanUp, "desk-none", { changeSite: (site) => ({ ...site, desk: false }) });
  assert.equal((await fetch(`${collector.url}${DESK}`)).status, 404);
  assert.equal(readFileSync(join(site, "assets.json"), "utf8").includes("desk"), false);
});
