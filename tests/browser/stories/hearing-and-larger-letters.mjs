// Larger letters, a voice that reads, and a reminder by one's own mail.
import assert from "node:assert/strict";
import { PATH } from "../helpers/form.mjs";
import { PHONE, open, story, until } from "../helpers/story.mjs";

story("larger letters are chosen once, and stay for every page", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, collector.url + PATH);
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector("main p")).fontSize));
  const before = await size();
  const larger = page.getByRole("button", { name: "Grotere letters" });
  await page.getByText("Menu", { exact: true }).tap();
  assert.equal(await larger.getAttribute("aria-pressed"), "false");
  await larger.tap();
  assert.equal(await larger.getAttribute("aria-pressed"), "true");
  const after = await size();
  assert.ok(after > 1.3 * before, `${before} became ${after}`);
  await open(page, `${collector.url}/over/`);
  await page.getByText("Menu", { exact: true }).tap();
  assert.equal(await larger.getAttribute("aria-pressed"), "true");
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "no sideways scroll");
  await larger.tap();
  await open(page, collector.url + PATH);
  assert.equal(await size(), before);
});

/** A device with these voices, which tells what it is asked to say. */
function speaking(page, voices) {
  return page.addInitScript((voices) => {
    window.said = [];
    window.SpeechSynthesisUtterance = class {
      constructor(text) {
        this.text = text;
      }
    };
    const queue = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      speak: ({ text, lang, voice }) => window.said.push({ text, lang, voice: voice.name }),
      cancel: () => window.said.push("stop"),
    });
    Object.defineProperty(window, "speechSynthesis", { value: queue });
  }, voices);
}

story("a block and a question are read aloud by a voice of the device, and stop at will", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await speaking(page, [
    { name: "Elders", lang: "nl-NL", localService: false },
    { name: "Ellen", lang: "nl-NL", localService: true },
  ]);
  await open(page, collector.url + PATH);
  const question = page.locator("#question-2");
  const button = question.getByRole("button", { name: "Lees dit voor" });
  await button.tap();
  const stop = question.getByRole("button", { name: "Stop met voorlezen" });
  await stop.waitFor();
  const said = await page.evaluate(() => window.said.filter((one) => one.text));
  assert.deepEqual([...new Set(said.map(({ voice, lang }) => `${voice} ${lang}`))], ["Ellen nl"]);
  const text = said.map(({ text }) => text).join("\n");
  for (const words of ["Vraag 3 van 8", "In het dorpshuis", "Anders, namelijk"]) assert.ok(text.includes(words), text);
  await stop.tap();
  await button.waitFor();
  assert.equal(await page.evaluate(() => window.said.at(-1)), "stop");
  const block = page.locator("section[aria-labelledby=waarom]");
  await block.getByRole("button", { name: "Lees dit voor" }).tap();
  await block.getByRole("button", { name: "Stop met voorlezen" }).waitFor();
  await page.keyboard.press("Escape");
  await block.getByRole("button", { name: "Lees dit voor" }).waitFor();
});

story("where the device has no voice of its own in the language of the page, there is no button", async ({ collector, someone }) => {
  const page = await someone();
  await speaking(page, [{ name: "Elders", lang: "nl-NL", localService: false }, { name: "Daniel", lang: "en-GB", localService: true }]);
  await open(page, `${collector.url}/en${PATH}`);
  await until(async () => (await page.locator(".hear").count()) > 0, "an English page has a voice");
  await open(page, collector.url + PATH);
  // What offers the buttons runs when the page is idle: so does this, after it.
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle))));
  assert.equal(await page.locator(".hear").count(), 0);
});

story("a reminder is a mail that one sends to oneself: it has a day, and no address of anybody", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, collector.url + PATH);
  const href = await page.getByRole("link", { name: "Mail uzelf een herinnering" }).getAttribute("href");
  const { protocol, pathname, searchParams } = new URL(href);
  assert.deepEqual([protocol, pathname], ["mailto:", ""]);
  assert.match(searchParams.get("subject"), /^Uiterlijk \d+ \w+ \d{4} antwoord op: Hoe komen de provincie/);
});
