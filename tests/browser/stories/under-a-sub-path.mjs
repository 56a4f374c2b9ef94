import assert from "node:assert/strict";
import { join } from "node:path";
import { startCollector } from "../helpers/collector.mjs";
import { PATH, SAY, SLUG, progress, react } from "../helpers/form.mjs";
import { publish } from "../helpers/site.mjs";
import { open, ready, story } from "../helpers/story.mjs";

const BASE = "/beginspraak/";

story("a site under a sub-path: pages, app and sending all stay under it", async ({ someone, cleanUp }) => {
  const change = (consultation) => (consultation.slug === SLUG ? consultation : null);
  const site = await publish(join(process.env.BEGINSPRAAK_TEST_WORK, "sub-path"), { base: BASE, change });
  const collector = await startCollector({ site, base: BASE });
  cleanUp(() => collector.stop());
  const page = await someone();
  const outside = [];
  page.on("request", (request) => {
    const { pathname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && !pathname.startsWith(BASE)) outside.push(pathname);
  });
  const receipt = await react(page, collector, "Onder een pad");
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  await page.getByRole("link", { name: "Bekijk mijn reacties" }).click();
  await page.locator(".mine__item", { hasText: receipt }).getByText("Aangekomen", { exact: true }).waitFor();
  for (const name of ["Alle vragen", "Volg uw reactie", "Over deze site", "English"]) {
    await page.getByRole("navigation").getByRole("link", { name }).click();
    await ready(page);
    assert.ok(new URL(page.url()).pathname.startsWith(BASE), `${name} leads to ${page.url()}`);
  }
  await open(page, collector.url + PATH);
  assert.equal((await collector.gathered()).length, 1);
  assert.deepEqual(outside, [], "no request outside the path");

  const plain = await someone({ javaScriptEnabled: false });
  await plain.goto(collector.url + PATH);
  await plain.locator('[name="q.ontmoeten"][value="online"]').check();
  await plain.getByRole("button", { name: SAY.sendNow }).click();
  await plain.getByRole("heading", { level: 1, name: SAY.thanks }).waitFor();
  assert.equal(await collector.stored(), 2);
});
