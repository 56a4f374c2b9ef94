// What waits on a device goes where its site says today, not where it said on the day it was written.
import assert from "node:assert/strict";
import { startCollector } from "../helpers/collector.mjs";
import { stored } from "../helpers/device.mjs";
import { NOT_SET_UP, again, hosted, publishFor, texts } from "../helpers/elsewhere.mjs";
import { PATH, SAY, progress, react } from "../helpers/form.mjs";
import { startService } from "../helpers/forms.mjs";
import { open, story, until } from "../helpers/story.mjs";

const COLLECTOR = { kind: "collector", url: "/api/reactions" };
const WRONG = { kind: "collector", url: "/denkmee/api/reactions" };
const BY_HAND = { kind: "file", mail: "denkmee@example.org" };

/** Staff publish the site again, with its reactions going to `endpoint`. */
const move = (host, endpoint) => publishFor(host.site, endpoint);

/** The endpoints of what waits, as they were when it was written. */
const written = async (page) => Object.values((await stored(page)).outbox).map((text) => JSON.parse(text).endpoint);

async function serviceFor(cleanUp) {
  const service = await startService("formspree");
  cleanUp(() => service.stop());
  return service;
}

/** Whether nothing is left to send. */
const sent = async (page) => Object.keys((await stored(page)).outbox).length === 0;

story("a wrong address is corrected while a reaction waits: it goes to the right one", async ({ someone, cleanUp }) => {
  const host = await hosted(cleanUp, WRONG);
  const page = await someone();
  await react(page, host, "Naar het verkeerde adres");
  await progress(page).filter({ hasText: "Iets anders dan onze server gaf antwoord" }).waitFor();
  assert.deepEqual(await written(page), [WRONG], "where it was written for stays with it");
  await move(host, COLLECTOR);
  // The page that is open still is of the release before.
  await again(page);
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  assert.deepEqual(texts(await host.gathered()), ["Naar het verkeerde adres"]);
});

story("a site leaves its collector for a form service while a reaction waits: an open page asks nobody it may not, the next page sends it", async ({ someone, cleanUp }) => {
  const service = await serviceFor(cleanUp);
  const host = await hosted(cleanUp, WRONG);
  const page = await someone();
  await react(page, host, "Onderweg bij de verhuizing");
  await progress(page).filter({ hasText: "Iets anders dan onze server gaf antwoord" }).waitFor();
  await move(host, service.endpoint());
  await again(page);
  await progress(page).filter({ hasText: NOT_SET_UP }).waitFor();
  assert.equal(service.forms.length, 0);
  await open(page, `${host.url}/`);
  await until(() => sent(page), "it is sent");
  assert.deepEqual(texts(await service.gathered()), ["Onderweg bij de verhuizing"]);
});

story("a site that sent nothing gets a collector: what waited to be brought is sent from any page", async ({ someone, cleanUp }) => {
  const host = await hosted(cleanUp, BY_HAND);
  const page = await someone();
  await react(page, host, "Toch nog vanzelf");
  await progress(page).filter({ hasText: "Deze site verstuurt niets" }).waitFor();
  await move(host, COLLECTOR);
  await open(page, `${host.url}/over/`);
  await until(() => sent(page), "it is sent");
  assert.deepEqual(texts(await host.gathered()), ["Toch nog vanzelf"]);
});

story("a site stops sending while a reaction waits: its writer is told how to bring it, and to which address", async ({ someone, cleanUp }) => {
  const host = await hosted(cleanUp, WRONG);
  const page = await someone();
  await react(page, host, "Dan maar mailen");
  await progress(page).filter({ hasText: "Iets anders dan onze server gaf antwoord" }).waitFor();
  await move(host, BY_HAND);
  await open(page, `${host.url}/mijn-reacties/`);
  const mail = page.locator(".mine__item").getByRole("link", { name: "Maak een mail" });
  assert.match(await mail.getAttribute("href"), /^mailto:denkmee@example\.org\?/);
});

story("where it goes now can't be read: the page tries what it knows", async ({ someone, cleanUp }) => {
  const host = await hosted(cleanUp, COLLECTOR);
  const page = await someone({ serviceWorkers: "block" });
  for (const [text, fulfil] of [["Een inlogpagina", { status: 200, contentType: "text/html", body: "<h1>Welkom</h1>" }], ["Een storing", { status: 503 }], ["Een site van een eerdere uitgave", { status: 404 }]]) {
    await page.route("**/endpoint.json", (route) => route.fulfill(fulfil));
    await react(page, host, text);
    await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  }
  assert.equal((await host.gathered()).length, 3);
});

story("two sites on one origin: what waits goes to the site on which it was written", async ({ someone, cleanUp }) => {
  const site = await publishFor(`${process.env.BEGINSPRAAK_TEST_WORK}/one`, COLLECTOR, { base: "/proef/" });
  const proef = await startCollector({ site, base: "/proef/" });
  cleanUp(() => proef.stop());
  const page = await someone({ serviceWorkers: "block" });
  let down = true;
  await page.route("**/proef/api/reactions", (route) => (down ? route.abort() : route.continue()));
  await react(page, proef, "Op proef");
  await progress(page).filter({ hasText: SAY.waiting }).waitFor();
  const [kept] = Object.values((await stored(page, "beginspraak/proef")).outbox).map((text) => JSON.parse(text));
  assert.equal(kept.base, "/proef/");
  down = false;
  await again(page);
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  assert.deepEqual(texts(await proef.gathered()), ["Op proef"]);
});
