// Not every question is in every language of the site: what is there, is found, and nothing leads to a page that is not there.
import assert from "node:assert/strict";
import { join } from "node:path";
import { startCollector } from "../helpers/collector.mjs";
import { PATH, SLUG } from "../helpers/form.mjs";
import { CODES, sentFrom } from "../helpers/landed.mjs";
import { publish } from "../helpers/site.mjs";
import { open, story } from "../helpers/story.mjs";

async function siteOf(cleanUp, name, options) {
  const site = await publish(join(process.env.BEGINSPRAAK_TEST_WORK, name), options);
  const collector = await startCollector({ site });
  cleanUp(() => collector.stop());
  return collector;
}

/** Where the links on a page lead that nothing is found at. */
async function dead(page, collector) {
  const links = await page.locator("a[href], link[rel=alternate]").evaluateAll((all) => all.map((link) => new URL(link.getAttribute("href"), location.href).href.split("#")[0]));
  const ours = [...new Set(links)].filter((link) => link.startsWith(collector.url));
  const statuses = await Promise.all(ours.map(async (link) => [link, (await page.request.get(link)).status()]));
  return statuses.filter(([, status]) => status !== 200);
}

story("a question in Dutch only is found from the English pages", async ({ someone, cleanUp }) => {
  const change = (consultation) => ({ ...consultation, languages: consultation.slug === SLUG ? ["nl"] : consultation.languages });
  const collector = await siteOf(cleanUp, "dutch-only", { change });
  const page = await someone();
  await page.goto(`${collector.url}/site.json`);
  await sentFrom(page, CODES.landed);
  for (const path of ["/en/", "/en/over/", PATH, `${PATH}terugkoppeling/`]) {
    await page.goto(collector.url + path);
    assert.deepEqual(await dead(page, collector), [], path);
  }
  await open(page, `${collector.url}/en/volg/#${CODES.landed}`);
  await page.locator(".looked__theme").first().waitFor();
  assert.deepEqual(await dead(page, collector), []);
  await open(page, `${collector.url}/en/mijn-reacties/`);
  await page.locator(".looked__theme").first().waitFor();
  assert.deepEqual(await dead(page, collector), []);
  const link = page.locator(".mine__title a");
  assert.deepEqual([await link.getAttribute("href"), await link.getAttribute("lang")], [PATH, "nl"]);
});
