// Measures the desk as a host has it: what is lost when its browser is killed while somebody notes, what bringing together
// the files of helpers costs and comes to, how long it takes until what was typed is safe, and how long a site is made.
// Prints one line of JSON.
//
// `node bench/desk.mjs --times 200`; it needs what `run.mjs` needs. Everything stands on the disk, as in a browser that
// people use: a private window would keep it in memory.
import assert from "node:assert/strict";
import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startCollector } from "../helpers/collector.mjs";
import { DESK, begin, field, openDesk, putBack } from "../helpers/desk.mjs";
import { stored } from "../helpers/device.mjs";
import { start } from "../helpers/killable.mjs";
import { gathering, named, parcel } from "../helpers/parcel.mjs";
import { FINISHED, command, publish } from "../helpers/site.mjs";
import { ready, until } from "../helpers/story.mjs";

const { values } = parseArgs({ options: { times: { type: "string", default: "200" } } });
const HELPERS = 20;
const EACH = 50;
/** How many remarks stand there when it is measured how long one more takes, and how many more. */
const [THERE, MORE] = [1000, 200];
/** How many questions a large site has. */
const MANY = 100;

const work = mkdtempSync(join(tmpdir(), "beginspraak-bench-"));
process.env.BEGINSPRAAK_TEST_SITE ??= await publish(join(work, "site"));
process.env.BEGINSPRAAK_TEST_WORK = work;
const collector = await startCollector();
const running = new Set();
try {
  const told = { kills: await kills(Number(values.times)), merge: await merge(), safe: await safe(), press: await press() };
  console.log(JSON.stringify(told));
} finally {
  for (const { kill } of running) await kill();
  await collector.stop();
  rmSync(work, { recursive: true, force: true });
}

/** A browser with a profile on the disk. */
async function browser(profile = mkdtempSync(join(work, "profile-"))) {
  const one = await start(profile);
  one.page.setDefaultTimeout(60_000);
  running.add(one);
  const kill = async () => {
    running.delete(one);
    await one.kill();
  };
  return { page: one.page, kill, profile };
}

/** Kills the browser again and again while somebody notes as fast as it goes; what it called safe has to be there. */
async function kills(times) {
  const { profile } = await browser().then(async (first) => {
    await openDesk(first.page, collector.url);
    await begin(first.page);
    await first.page.goto("about:blank");
    await first.kill();
    return first;
  });
  const promised = new Set();
  let address;
  for (let cycle = 0; cycle < times; cycle += 1) {
    const { page, kill } = await browser(profile);
    address ??= await noting(page);
    await page.goto(address);
    await ready(page);
    await field(page).waitFor();
    await page.locator(".desk-noted__head [role=status]").waitFor();
    const before = await count(page);
    let seen = before;
    await page.exposeBinding("shown", (_, count) => (seen = Math.max(seen, count)));
    await page.evaluate(() => {
      const line = document.querySelector("#desk-sign");
      const look = () => window.shown(Number(/Veilig op dit apparaat: (\d+)/.exec(line.textContent)?.[1] ?? 0));
      new MutationObserver(look).observe(line, { childList: true, subtree: true, characterData: true });
    });
    // What was being typed when it was killed may be there.
    await field(page).fill("");
    const typed = [];
    // At any moment of keeping one, and of the next.
    const end = new Promise((moment) => setTimeout(moment, 150 + Math.random() * 350)).then(kill);
    const notes = async () => {
      for (let n = 0; ; n += 1) {
        const text = `Ronde ${cycle}, opmerking ${n}`;
        typed.push(text);
        await page.keyboard.insertText(text);
        await page.keyboard.press("Enter");
        await until(() => seen > before + n, "it is safe", 60_000);
      }
    };
    // It ends by the browser's going.
    await Promise.race([notes().catch(() => {}), end]);
    await end;
    typed.slice(0, seen - before).forEach((text) => promised.add(text));
    if ((cycle + 1) % 20 === 0) process.stderr.write(`${cycle + 1} of ${times} kills, ${promised.size} remarks\n`);
  }
  const { page, kill } = await browser(profile);
  await page.goto(address);
  await ready(page);
  await page.locator(".desk-noted__head [role=status]").waitFor();
  const texts = Object.values((await stored(page, "beginspraak-desk")).texts).map((line) => JSON.parse(line).is);
  const notes = texts.filter((text) => text.startsWith("Ronde "));
  const lost = [...promised].filter((text) => !notes.includes(text));
  const shown = await count(page);
  await kill();
  return { times, promised: promised.size, lost: lost.length, twice: notes.length - new Set(notes).size, shown, kept: notes.length };
}

/** How long the desk takes to make the example site, and one of many questions; from the button to what changes, a second time. */
async function press() {
  const large = join(work, "large");
  await publish(large);
  const content = `${large}-content`;
  const question = JSON.parse(readFileSync(join(content, "consultations/drenthe-luisteren.json"), "utf8"));
  for (let n = 1; n < MANY; n += 1) {
    const slug = `vraag-${n}`;
    const title = Object.fromEntries(Object.entries(question.title).map(([code, text]) => [code, `${text} ${n}`]));
    writeFileSync(join(content, `consultations/${slug}.json`), JSON.stringify({ ...question, slug, title }));
  }
  await command("publish", "--quick", "--content", content, "--out", large, "--bundle", join(FINISHED, "assets"));
  const other = await startCollector({ site: large });
  try {
    return { example: await pressed(collector.url), many: await pressed(other.url), questions: MANY };
  } finally {
    await other.stop();
  }
}

async function pressed(url) {
  const { page, kill } = await browser();
  await page.goto(`${url}${DESK}#/publiceren`);
  await page.getByRole("button", { name: "Begin met deze site" }).click();
  let took;
  for (let time = 0; time < 2; time += 1) {
    const make = page.getByRole("button", { name: /^Maak de site/ });
    await make.waitFor();
    const began = performance.now();
    await make.click();
    await page.locator("#publish-came").waitFor({ state: "detached" });
    await page.locator("#publish-came").waitFor({ timeout: 300_000 });
    took = performance.now() - began;
  }
  await kill();
  return took;
}

async function noting(page) {
  await openDesk(page, collector.url);
  await page.getByRole("link", { name: /^Verder met/ }).click();
  await page.getByRole("link", { name: "Noteren" }).click();
  await field(page).waitFor();
  return page.url();
}

async function count(page) {
  return Number.parseInt(await page.locator(".desk-noted__head [role=status]").innerText(), 10);
}

/** Puts the files of helpers back in some orders, each twice; all devices have to hold the same. */
async function merge() {
  const id = named(7);
  const base = gathering(id, ["Het eerste verhaal"]);
  const said = (who) => Array.from({ length: EACH - 1 }, (_, n) => `${who} hoorde verhaal ${n + 1}`);
  const files = Array.from({ length: HELPERS }, (_, n) => {
    const who = `Helper ${n + 1}`;
    const own = gathering(id, said(who), { who, place: null, first: 1000 * (n + 1), after: [named(5)], reword: [named(3), `${who} zegt het anders`] });
    return parcel(Object.fromEntries(Object.entries(base).map(([path, text]) => [path, text + own[path]])));
  });
  const states = [];
  const times = [];
  for (const order of [files, files.toReversed(), shuffled(files)]) {
    const { page, kill } = await browser();
    await openDesk(page, collector.url);
    await page.goto(`${page.url()}#/bestanden`);
    await page.getByRole("heading", { name: "Van een ander apparaat" }).waitFor();
    await page.evaluate(() => {
      const sign = document.querySelector("#desk-sign");
      window.ended = [];
      const look = () => /^(Teruggezet en veilig|Alles uit dit bestand)/.test(sign.textContent) && window.ended.push(performance.now());
      new MutationObserver(look).observe(sign, { childList: true, subtree: true, characterData: true });
      document.querySelector("#desk-file").addEventListener("change", () => (window.began = performance.now()), { capture: true });
    });
    for (const [n, file] of [...order, ...order].entries()) {
      await page.getByLabel("Zet een reservekopie terug").setInputFiles(file);
      await page.waitForFunction((n) => window.ended.length > n, n);
      times.push(await page.evaluate(() => window.ended.at(-1) - window.began));
    }
    await page.goto(page.url().replace(/#.*/, "#/"));
    await page.getByRole("link", { name: /^Verder met/ }).click();
    await page.getByRole("heading", { name: "Twee mensen schreven iets anders" }).or(page.getByLabel("Uw naam")).waitFor();
    if (await page.getByLabel("Uw naam").isVisible()) {
      await page.getByLabel("Uw naam").fill("Anna");
      await page.getByLabel("Uw naam").press("Enter");
      await page.getByRole("heading", { name: "Twee mensen schreven iets anders" }).waitFor();
    }
    const shows = await page.locator("#main").innerText();
    const { log, texts } = await stored(page, "beginspraak-desk");
    states.push(JSON.stringify([shows, log, texts]));
    assert.equal(await count(page), HELPERS * (EACH - 1) + 1);
    await kill();
  }
  return { helpers: HELPERS, remarks: HELPERS * (EACH - 1) + 1, same: new Set(states).size === 1, p50: within(times, 50), p95: within(times, 95) };
}

/** From Enter to the sign that says it is safe, with many remarks there; beside a plain append and sync of as many bytes. */
async function safe() {
  const { page, kill } = await browser();
  await openDesk(page, collector.url);
  const there = Array.from({ length: THERE }, (_, n) => `Opmerking ${n + 1} over de bus, het dorpshuis en wat wij zelf doen.`);
  await putBack(page, parcel(gathering(named(7), there)), "Teruggezet en veilig");
  await page.getByRole("link", { name: /^Verder met/ }).click();
  await page.getByLabel("Uw naam").fill("Anna");
  await page.getByLabel("Uw naam").press("Enter");
  await page.getByRole("link", { name: "Noteren" }).click();
  await field(page).waitFor();
  const times = await page.evaluate(async ([there, more]) => {
    const [field, sign, times] = [document.querySelector("#desk-note"), document.querySelector("#desk-sign"), []];
    for (let n = there + 1; n <= there + more; n += 1) {
      field.value = `Opmerking ${n} over de bus, het dorpshuis en wat wij zelf doen.`;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      const started = performance.now();
      const safe = new Promise((done) => {
        const look = () => {
          if (!sign.textContent.includes(`: ${n} opmerking`)) return;
          observer.disconnect();
          done();
        };
        const observer = new MutationObserver(look);
        observer.observe(sign, { childList: true, subtree: true, characterData: true });
      });
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
      await safe;
      times.push(performance.now() - started);
    }
    return times;
  }, [THERE, MORE]);
  await kill();
  // The lines of one remark.
  const line = Buffer.alloc(360, "x");
  const file = openSync(join(work, "appends"), "a");
  const appends = Array.from({ length: MORE }, () => {
    const started = performance.now();
    writeSync(file, line);
    fdatasyncSync(file);
    return performance.now() - started;
  });
  closeSync(file);
  return { there: THERE, p50: within(times, 50), p95: within(times, 95), append_p50: within(appends, 50), append_p95: within(appends, 95) };
}

/** The time within which so many of a hundred came. */
function within(times, percent) {
  const sorted = times.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.ceil((sorted.length * percent) / 100) - 1] * 10) / 10;
}

function shuffled(all) {
  return all.map((one) => [Math.random(), one]).toSorted(([one], [other]) => one - other).map(([, one]) => one);
}
