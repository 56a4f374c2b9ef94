import assert from "node:assert/strict";
import { store, stored } from "../helpers/device.mjs";
import { again, hosted } from "../helpers/elsewhere.mjs";
import { PATH, field } from "../helpers/form.mjs";
import { item } from "../helpers/items.mjs";
import { layLine } from "../helpers/line.mjs";
import { startService } from "../helpers/forms.mjs";
import { startNetwork, TO_OTHERS } from "../helpers/network.mjs";
import { PHONE, complaint, story, until } from "../helpers/story.mjs";

const READS = "page";
const SENDS = "true";

/** What the app drives. */
const driven = (page) => page.locator("html").getAttribute("data-ready");
const drives = (page, what) => until(async () => (await driven(page)) === what, `it drives ${what}`);

/** The files of the app that sends, as this page asked for them. */
function sender(page) {
  const asked = [];
  page.on("request", (request) => /\/assets\/send-/.test(request.url()) && asked.push(new URL(request.url()).pathname));
  return asked;
}

/** A finger moves the page up. */
async function scroll(page) {
  const finger = await page.context().newCDPSession(page);
  const touch = (type, y) => finger.send("Input.dispatchTouchEvent", { type, touchPoints: y ? [{ x: 180, y }] : [] });
  await touch("touchStart", 600);
  for (let y = 560; y >= 200; y -= 40) await touch("touchMove", y);
  await touch("touchEnd");
  await until(() => page.evaluate(() => scrollY > 200), "the page moves");
}

for (const [who, act] of [
  ["a finger that taps", (page) => page.getByRole("heading", { level: 1 }).tap()],
  ["a key", (page) => page.keyboard.press("Tab")],
  ["a screen reader that presses", (page) => page.locator("[name='q.ontmoeten']").first().evaluate((field) => field.click())],
  ["a screen reader that puts the focus in a field", (page) => field(page, "gehoord").evaluate((field) => field.focus())],
]) {
  story(`reading and scrolling start nothing that sends; ${who} does`, async ({ collector, someone }) => {
    const page = await someone({ ...PHONE, serviceWorkers: "block" });
    const asked = sender(page);
    await page.goto(collector.url + PATH);
    await drives(page, READS);
    await until(() => asked.length === 2, "its files are fetched all the same");
    await scroll(page);
    assert.equal(await driven(page), READS);
    await act(page);
    await drives(page, SENDS);
  });
}

story("the line drops before the page is touched: what sends starts all the same", async ({ collector, someone, cleanUp }) => {
  const line = await layLine(collector);
  cleanUp(() => line.stop());
  const page = await someone({ serviceWorkers: "block" });
  const fetched = [];
  page.on("requestfinished", (request) => /\/assets\/send-/.test(request.url()) && fetched.push(request.url()));
  await page.goto(line.url + PATH);
  await until(() => fetched.length === 2, "its files are there");
  line.cut();
  await field(page, "gehoord").fill("De lijn viel weg");
  await drives(page, SENDS);
});

story("the line drops before what sends was there: it starts when somebody goes on and the line is back", async ({ collector, someone, cleanUp }) => {
  const line = await layLine(collector, (path) => (path.startsWith("/assets/send-") ? "cut" : "answer"));
  cleanUp(() => line.stop());
  const page = await someone({ serviceWorkers: "block" });
  await page.goto(line.url + PATH);
  await drives(page, READS);
  const failed = complaint(page);
  await field(page, "gehoord").fill("De lijn viel weg");
  await failed;
  assert.equal(await driven(page), READS);
  line.fate = () => "answer";
  await until(async () => {
    await field(page, "gehoord").press("End");
    return (await driven(page)) === SENDS;
  }, "a later key tries again");
});

story("a page without a form fetches what sends only when something waits", async ({ collector, someone }) => {
  const page = await someone({ serviceWorkers: "block" });
  const asked = sender(page);
  await page.goto(`${collector.url}/`);
  await drives(page, READS);
  await page.keyboard.press("Tab");
  await page.mouse.click(5, 5);
  // An app that is asked for nothing has looked at the outbox by the time that this has.
  assert.deepEqual(Object.keys((await stored(page)).outbox), []);
  assert.deepEqual(asked, []);
  const [id, text] = item("Op een ander tabblad");
  await store(page, { outbox: { [id]: text } });
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await drives(page, SENDS);
  await until(async () => (await collector.stored()) === 1, "it is sent");
});

story("what can't be sent starts nothing that sends: refused, brought by its writer, or of a newer release", async ({ collector, someone }) => {
  const page = await someone({ serviceWorkers: "block" });
  const asked = sender(page);
  await page.goto(`${collector.url}/site.json`);
  const states = [{ refused: "closed" }, { handed_over: null }, { later: null }];
  const outbox = Object.fromEntries(states.map((state) => {
    const [id, text] = item("Niet te versturen");
    return [id, JSON.stringify({ ...JSON.parse(text), state })];
  }));
  await store(page, { outbox });
  await page.goto(`${collector.url}/`);
  await drives(page, READS);
  await page.keyboard.press("Tab");
  // An app that is asked for nothing has looked at the outbox by the time that this has.
  assert.deepEqual((await stored(page)).outbox, outbox);
  assert.deepEqual(asked, []);
});

story("on a site that sends nothing itself, what waits to be brought starts nothing that sends", async ({ someone, cleanUp }) => {
  const host = await hosted(cleanUp, { kind: "file", mail: "denkmee@example.org" });
  const page = await someone({ serviceWorkers: "block" });
  await page.goto(`${host.url}/site.json`);
  const [id, text] = item("Zelf te brengen");
  const kept = JSON.stringify({ ...JSON.parse(text), state: { waiting: "by_hand" } });
  await store(page, { outbox: { [id]: kept } });
  const asked = sender(page);
  await page.goto(`${host.url}/`);
  await drives(page, READS);
  assert.equal((await stored(page)).outbox[id], kept);
  assert.deepEqual(asked, []);
});

story("somebody says that they brought it while it is on its way: it stays brought", async ({ someone, cleanUp }) => {
  const service = await startService("formspree");
  cleanUp(() => service.stop());
  const network = await startNetwork(service, () => 503, TO_OTHERS);
  cleanUp(() => network.stop());
  const host = await hosted(cleanUp, [service.endpoint(network.origin), { kind: "file", mail: "denkmee@example.org" }]);
  const page = await someone();
  await page.goto(`${host.url}/site.json`);
  const [id, text] = item("Zelf gebracht");
  await store(page, { outbox: { [id]: text } });
  await page.goto(`${host.url}/mijn-reacties/`);
  const brought = page.locator(".mine__item").getByRole("button", { name: /Ik heb hem opgestuurd/ });
  await brought.waitFor();
  let answerIt;
  network.fate = () => new Promise((done) => (answerIt = () => done(503)));
  await again(page);
  await until(() => answerIt, "it is on its way");
  await brought.click();
  await page.getByText("Zelf opgestuurd").waitFor();
  answerIt();
  // The round ends: another tab gets its turn.
  await page.evaluate(() => navigator.locks.request("beginspraak-outbox", () => {}));
  assert.deepEqual(JSON.parse((await stored(page)).outbox[id]).state, { handed_over: null });
});

story("what looks for personal data is fetched when somebody touches the form, not by who only reads", async ({ collector, someone }) => {
  const page = await someone({ serviceWorkers: "block" });
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(collector.url + PATH);
  await until(() => asked.filter((path) => path.startsWith("/assets/send-")).length === 2, "what sends is fetched");
  await page.waitForLoadState("networkidle");
  const pieces = () => asked.filter((path) => path.startsWith("/assets/personal-")).length;
  assert.equal(pieces(), 0);
  await field(page, "gehoord").fill("De bus");
  await until(() => pieces() === 2, "it is fetched now");
});
