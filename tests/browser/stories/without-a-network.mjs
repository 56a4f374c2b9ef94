import assert from "node:assert/strict";
import { PATH, SAY, check, fillIn, progress, send, tryUntilArrived } from "../helpers/form.mjs";
import { kept, laid, onDevice, releases } from "../helpers/release.mjs";
import { open, ready, story, until } from "../helpers/story.mjs";

for (const base of ["/", "/beginspraak/"]) {
  story(`after one visit the site under ${base} opens in an aeroplane, and what is sent there arrives later`, async ({ someone, cleanUp }) => {
    const { site, collector, line } = await laid(cleanUp, `aeroplane-${base.length}`, { base });
    const page = await someone();
    await open(page, line.url + PATH);
    await onDevice(page, site);
    await page.close();

    line.cut();
    const later = await page.context().newPage();
    await open(later, `${line.url}/`);
    await later.getByRole("link", { name: "Uitgave 1" }).first().click();
    await ready(later);
    await fillIn(later, { gehoord: "Boven de wolken", ontmoeten: "online" });
    await check(later);
    const receipt = await send(later);
    await progress(later).filter({ hasText: SAY.waiting }).waitFor();
    await later.goto(`${line.url}/over/`);
    await later.getByRole("heading", { level: 1, name: "U hebt geen verbinding" }).waitFor();
    await later.getByRole("link", { name: "Bekijk mijn reacties" }).click();
    await later.locator(".mine__item", { hasText: receipt }).getByText("Nog niet verstuurd").waitFor();
    assert.equal(await collector.stored(), 0);

    line.up = true;
    await tryUntilArrived(later.locator(".mine__item", { hasText: receipt }));
    assert.equal((await collector.gathered()).length, 1);
    const ours = /^(assets\/|\?list$|$|vraag\/|mijn-reacties\/|volg\/|geen-verbinding\/)/;
    for (const path of await kept(later)) {
      assert.ok(path.startsWith(base) && ours.test(path.slice(base.length)), `${path} may be on the device`);
    }
  });
}

story("on a line that says nothing, a page comes from the device after a while; feedback waits for what is new", async ({ someone, cleanUp }) => {
  const feedback = `${PATH}terugkoppeling/`;
  const { site, line, next } = await laid(cleanUp, "silent");
  const page = await someone();
  await open(page, line.url + PATH);
  await onDevice(page, site);
  await open(page, line.url + feedback);
  await until(async () => (await kept(page)).includes(feedback), "a visited page stays on the device");

  await next(2);
  line.fate = () => "hold";
  const other = await page.context().newPage();
  const waits = other.goto(line.url + feedback);
  for (let times = 0; times < 2; times += 1) {
    await page.goto(line.url + PATH);
    assert.deepEqual(await releases(page), { page: "1", app: "1" });
  }
  assert.equal(other.url(), "about:blank", "old feedback is not shown while there may be a network");
  line.fate = () => "answer";
  line.release();
  await waits;
  await other.getByRole("link", { name: "Uitgave 2" }).waitFor();
});

story("feedback that comes from the device says so, when the host fails and without a network", async ({ someone, cleanUp }) => {
  const feedback = `${PATH}terugkoppeling/`;
  const { site, line } = await laid(cleanUp, "kept-feedback");
  const page = await someone();
  await open(page, line.url + PATH);
  await onDevice(page, site);
  await open(page, line.url + feedback);
  await until(async () => (await kept(page)).includes(feedback), "a visited page stays on the device");
  const word = page.getByText("U ziet wat op uw apparaat bewaard was");
  assert.equal(await word.isVisible(), false, "what comes from the host is new");

  line.fate = (path) => (path === feedback ? 503 : "answer");
  await page.reload();
  await word.waitFor();
  await ready(page);
  line.cut();
  await page.reload();
  await word.waitFor();
  await page.goto(line.url + PATH);
  assert.equal(await word.isVisible(), false, "other pages say what holds today, wherever they come from");
});

for (const [who, connection] of [["saves data", "saveData: true"], ["has a very slow line", 'effectiveType: "2g"']]) {
  story(`who ${who} gets only what they visit`, async ({ someone, cleanUp }) => {
    const saving = (text) => `Object.defineProperty(navigator, "connection", { value: { ${connection} } });\n${text}`;
    const { site, line } = await laid(cleanUp, `saving-${who.replaceAll(" ", "-")}`, { fate: (path) => (path === "/sw.js" ? saving : "answer") });
    const page = await someone();
    await open(page, line.url + PATH);
    await onDevice(page, site);
    const pages = async () => (await kept(page)).filter((path) => path.endsWith("/"));
    assert.deepEqual(await pages(), [PATH]);
    await open(page, `${line.url}/over/`);
    await until(async () => (await pages()).includes("/over/"), "a visited page stays on the device");
    line.cut();
    await open(page, line.url + PATH);
    assert.deepEqual(await releases(page), { page: "1", app: "1" });
  });
}
