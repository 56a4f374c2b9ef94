import assert from "node:assert/strict";
import { PATH, field } from "../helpers/form.mjs";
import { comeBack, laid, onDevice, releases } from "../helpers/release.mjs";
import { open, story, until } from "../helpers/story.mjs";

story("a new release is announced, and takes nothing from somebody who is typing", async ({ someone, cleanUp }) => {
  const { site, line, next } = await laid(cleanUp, "announced");
  const page = await someone();
  await open(page, line.url + PATH);
  await onDevice(page, site);
  await field(page, "gehoord").fill("Halverwege een zin");
  const untouched = await page.context().newPage();
  await open(untouched, `${line.url}/volg/`);

  await next(2, { change: (consultation) => ({ ...consultation, revision: consultation.revision + 1 }) });
  await comeBack(page);
  await onDevice(page, site);
  const newer = page.locator("#newer");
  await newer.getByText("Er is een nieuwe versie van deze pagina.").waitFor();
  assert.deepEqual(await releases(page), { page: "1", app: "1" }, "nothing was loaded by itself");
  assert.equal(await field(page, "gehoord").inputValue(), "Halverwege een zin");

  await newer.getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: "Uitgave 2" }).waitFor();
  assert.deepEqual(await releases(page), { page: "2", app: "2" });
  await until(async () => await field(page, "gehoord").inputValue() === "Halverwege een zin", "the draft is still there");
  assert.equal(await newer.isVisible(), false, "the newest is not announced");
});

for (const [name, fate] of [["half of it", "cut"], ["the page of a public network", "portal"], ["an error", 503]]) {
  story(`a new release of which one file comes as ${name} leaves the old one working`, async ({ someone, cleanUp }) => {
    const { site, line, next } = await laid(cleanUp, `broken-${fate}`);
    const page = await someone();
    await open(page, line.url + PATH);
    await onDevice(page, site);

    await next(2);
    let harmed = 0;
    line.fate = (path) => (path === "/volg/" ? (harmed += 1) && fate : "answer");
    await page.goto(line.url + PATH);
    await until(() => harmed > 0, "the damaged file is asked for");
    await until(() => page.evaluate(async () => {
      const { installing, waiting } = await navigator.serviceWorker.getRegistration();
      return !installing && !waiting;
    }), "the new release is given up");
    line.cut();
    for (const path of [PATH, "/volg/", "/"]) {
      await page.goto(line.url + path);
      assert.equal((await releases(page)).app, "1", path);
    }

    line.up = true;
    line.fate = () => "answer";
    await page.goto(line.url + PATH);
    await onDevice(page, site);
    line.cut();
    await page.goto(line.url + PATH);
    assert.deepEqual(await releases(page), { page: "2", app: "2" });
  });
}

story("a release without offline use takes everything away again", async ({ someone, cleanUp }) => {
  const { site, line, next } = await laid(cleanUp, "taken-away");
  const page = await someone();
  await open(page, line.url + PATH);
  await onDevice(page, site);
  await next(2, { changeSite: (site) => ({ ...site, offline: false }) });
  await page.goto(line.url + PATH);
  await until(() => page.evaluate(async () => {
    const registrations = await navigator.serviceWorker.getRegistrations();
    return registrations.length === 0 && (await caches.keys()).length === 0;
  }), "nothing is left on the device");
  await open(page, line.url + PATH);
  assert.deepEqual(await releases(page), { page: "2", app: "2" });
  line.cut();
  await assert.rejects(page.goto(line.url + PATH), /ERR_/);
  line.up = true;
  await next(3);
  await open(page, line.url + PATH);
  await onDevice(page, site);
});
