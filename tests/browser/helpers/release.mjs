// Releases of the site, one after the other in the same folder, each of which can be told from all others.
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startCollector } from "./collector.mjs";
import { SLUG } from "./form.mjs";
import { layLine } from "./line.mjs";
import { FINISHED, publish } from "./site.mjs";
import { until } from "./story.mjs";

/** Another consultation, for a page that nobody visits. */
const OTHER = "drenthe-luisteren";

/** A site of releases, a collector that serves it, and a line to it. */
export async function laid(cleanUp, name, { base = "/", fate, ...options } = {}) {
  const site = await release(join(process.env.BEGINSPRAAK_TEST_WORK, name), 1, { base, ...options });
  const collector = await startCollector({ site, base });
  cleanUp(() => collector.stop());
  const line = await layLine(collector, fate);
  cleanUp(() => line.stop());
  return { site, collector, line, next: (number, more = {}) => release(site, number, { base, ...options, ...more }) };
}

/** Publishes release `number` in `out`: its number is in the title of every consultation, and in the app itself. */
async function release(out, number, { base = "/", changeSite = (site) => site, change = (consultation) => consultation } = {}) {
  const bundle = `${out}-bundle-${number}`;
  mkdirSync(bundle, { recursive: true });
  for (const name of readdirSync(join(FINISHED, "assets")).filter((name) => /\.(js|wasm)$/.test(name))) {
    cpSync(join(FINISHED, "assets", name), join(bundle, name));
    if (name.endsWith(".js")) {
      const text = readFileSync(join(bundle, name), "utf8");
      writeFileSync(join(bundle, name), `${text}\nif (globalThis.document) document.documentElement.dataset.release = "${number}";\n`);
    }
  }
  await publish(out, {
    base, bundle,
    // Few pages: making them takes the most time here.
    changeSite: (site) => changeSite({ ...site, languages: ["nl"] }),
    change: (consultation) => {
      if (![SLUG, OTHER].includes(consultation.slug)) return null;
      consultation.languages = ["nl"];
      consultation.title = { nl: `Uitgave ${number}` };
      return change(consultation);
    },
  });
  return out;
}

/** Waits until the release in `site` is on the device as a whole, and in use. */
export async function onDevice(page, site) {
  const [, list] = /"(assets\/offline-[0-9a-f]+\.json)"/.exec(readFileSync(join(site, "sw.js"), "utf8"));
  await until(() => page.evaluate(async (list) => {
    const { active, installing, waiting } = (await navigator.serviceWorker.getRegistration()) ?? {};
    if (active?.state !== "activated" || installing || waiting) return false;
    const name = (await caches.keys()).find((name) => name.endsWith(list));
    return Boolean(name && await (await caches.open(name)).match(`${active.scriptURL.replace(/sw\.js$/, "")}?list`));
  }, list), "the release is on the device");
}

/** What is on the device: the paths in every cache of ours. */
export function kept(page) {
  return page.evaluate(async () => {
    const paths = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) paths.push(url.slice(location.origin.length));
    }
    return paths;
  });
}

/** The page looks whether there is something new, as it does when somebody comes back to its tab. */
export function comeBack(page) {
  return page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
}

/** Which release the page is and which release its app is; fails when there is nothing to see. */
export async function releases(page, { alive = true } = {}) {
  if (alive) await page.locator("html[data-ready]").waitFor({ state: "attached" });
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  return { page: /^Uitgave (\d+)$/.exec(title)?.[1] ?? title, app: await page.locator("html").getAttribute("data-release") };
}
