import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { startCollector } from "../helpers/collector.mjs";
import { hold, letGo, store, stored } from "../helpers/device.mjs";
import { PATH, SLUG, field } from "../helpers/form.mjs";
import { item } from "../helpers/items.mjs";
import { publish } from "../helpers/site.mjs";
import { open, story, until } from "../helpers/story.mjs";

const SAVED = "Wat u invult, is bewaard op dit apparaat.";
const RESTORED = "Wat u eerder invulde, staat er weer.";

/** A host with a site under each of these paths; gives its address and the collectors by path. */
async function host(cleanUp, paths) {
  const collectors = {};
  for (const base of paths) {
    // Few pages: making them takes the most time here.
    const change = (consultation) => (consultation.slug === SLUG ? { ...consultation, languages: ["nl"] } : null);
    const changeSite = (site) => ({ ...site, languages: ["nl"] });
    const site = await publish(join(process.env.BEGINSPRAAK_TEST_WORK, `host${base.replaceAll("/", "-")}`), { base, change, changeSite });
    collectors[base] = await startCollector({ site, base, proxied: true });
    cleanUp(() => collectors[base].stop());
  }
  const server = createServer((asked, answer) => {
    const base = paths.filter((base) => asked.url.startsWith(base)).sort((a, b) => b.length - a.length)[0];
    if (!base) return answer.writeHead(404).end();
    const on = request(collectors[base].origin + asked.url, { method: asked.method, headers: asked.headers }, (given) => {
      answer.writeHead(given.statusCode, given.headers);
      given.pipe(answer);
    });
    on.on("error", () => answer.destroy());
    asked.pipe(on);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  cleanUp(() => new Promise((closed) => server.close(closed) && server.closeAllConnections()));
  return { url: `http://127.0.0.1:${server.address().port}`, collectors };
}

story("two sites on one host: what is kept for one does not appear in the other", async ({ someone, cleanUp }) => {
  const { url } = await host(cleanUp, ["/", "/proef/"]);
  const page = await someone();
  await open(page, `${url}/proef${PATH}`);
  await field(page, "gehoord").fill("Alleen op proef");
  await page.getByText(SAVED).waitFor();
  const other = await page.context().newPage();
  await open(other, url + PATH);
  await field(other, "gehoord").fill("Alleen in het echt");
  await other.getByText(SAVED).waitFor();
  for (const [tab, text] of [[page, "Alleen op proef"], [other, "Alleen in het echt"]]) {
    await tab.reload();
    await tab.getByText(RESTORED).waitFor();
    assert.equal(await field(tab, "gehoord").inputValue(), text);
  }
  assert.ok((await stored(page, "beginspraak/proef")).drafts[SLUG].includes("Alleen op proef"));
  assert.ok((await stored(page, "beginspraak")).drafts[SLUG].includes("Alleen in het echt"));
});

story("what release 1 kept for all sites of a host goes to the one it is of", async ({ someone, cleanUp }) => {
  const { url, collectors } = await host(cleanUp, ["/proef/", "/echt/"]);
  const page = await someone();
  await page.goto(`${url}/echt/site.json`);
  const [[real, realText], [trial, trialText]] = ["Uit het echt", "Van de proef"].map((text) => item(text));
  const of = (text, base) => JSON.stringify({ ...JSON.parse(text), base });
  const sent = readFileSync(join(import.meta.dirname, "../fixtures/sent-1.json"), "utf8");
  const draft = readFileSync(join(import.meta.dirname, "../fixtures/draft-1.json"), "utf8");
  const { id } = JSON.parse(sent);
  await store(page, { outbox: { [real]: of(realText, "/echt/"), [trial]: of(trialText, "/proef/") }, sent: { [id]: sent }, drafts: { [SLUG]: draft } });
  await open(page, `${url}/echt/mijn-reacties/`);
  await until(async () => (await collectors["/echt/"].stored()) === 1, "its own is sent");
  await until(async () => (await page.locator(".mine__item").count()) === 2, "with what was sent before");
  await open(page, `${url}/echt${PATH}`);
  await page.getByText(RESTORED).waitFor();
  assert.equal(await field(page, "gehoord").inputValue(), "Bewaard door de eerste versie");
  const rest = await stored(page);
  assert.deepEqual([Object.keys(rest.outbox), rest.sent, rest.drafts], [[trial], {}, {}], "the rest is not touched");
  assert.equal(await collectors["/proef/"].stored(), 0);
  await open(page, `${url}/proef/`);
  await until(async () => (await collectors["/proef/"].stored()) === 1, "and the other is sent when its site is opened");
});

story("what release 1 kept is held by another page: the site goes on without it, and nothing of it is lost", async ({ someone, cleanUp }) => {
  const { url } = await host(cleanUp, ["/echt/"]);
  const page = await someone();
  const draft = readFileSync(join(import.meta.dirname, "../fixtures/draft-1.json"), "utf8");
  await page.goto(`${url}/echt/site.json`);
  await store(page, { drafts: { [SLUG]: draft, "een-andere-vraag": draft } });
  const other = await page.context().newPage();
  await other.goto(`${url}/echt/site.json`);
  await hold(other);
  await open(page, `${url}/echt${PATH}`);
  await field(page, "gehoord").fill("Intussen getypt");
  await page.getByText(SAVED).waitFor();
  await letGo(other);
  await open(page, `${url}/echt/`);
  const [own, old] = [await stored(page, "beginspraak/echt"), await stored(page)];
  assert.deepEqual(Object.keys(own.drafts).sort(), [SLUG, "een-andere-vraag"].sort());
  assert.ok(own.drafts[SLUG].includes("Intussen getypt"), "what is newer stays");
  assert.deepEqual(old.drafts, { [SLUG]: draft }, "and so does what it would have replaced");
});

story("what a site at the root keeps stays its own", async ({ someone, cleanUp }) => {
  const { url } = await host(cleanUp, ["/", "/proef/"]);
  const page = await someone();
  await open(page, url + PATH);
  await field(page, "gehoord").fill("Van de hoofdsite");
  await page.getByText(SAVED).waitFor();
  await open(page, `${url}/proef${PATH}`);
  // Once something is saved, what was kept before has been read.
  await field(page, "aansluiten").fill("Van de proef");
  await page.getByText(SAVED).waitFor();
  assert.equal(await field(page, "gehoord").inputValue(), "");
  await open(page, url + PATH);
  await page.getByText(RESTORED).waitFor();
  assert.equal(await field(page, "aansluiten").inputValue(), "");
  assert.equal(await field(page, "gehoord").inputValue(), "Van de hoofdsite");
});
