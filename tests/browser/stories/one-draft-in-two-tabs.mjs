import assert from "node:assert/strict";
import { answer } from "../helpers/collector.mjs";
import { stored } from "../helpers/device.mjs";
import { PATH, SAY, SLUG, check, choice, field, fillIn, progress, send } from "../helpers/form.mjs";
import { comeBack } from "../helpers/release.mjs";
import { open, ready, story, until } from "../helpers/story.mjs";

const SAVED = "Wat u invult, is bewaard op dit apparaat.";
const LEFT = "Dit schreef u ook.";

/** Two tabs with the same question. */
async function tabs(someone, collector) {
  const first = await someone();
  const second = await first.context().newPage();
  for (const page of [first, second]) await open(page, collector.url + PATH);
  return [first, second];
}

/** Until what stands in the form is on the device. */
const saved = (page) => page.getByText(SAVED).waitFor();

/** What the device keeps in a field. */
async function kept(page, name) {
  const { drafts } = await stored(page);
  return JSON.parse(drafts[SLUG]).draft.filter(([field]) => field === `q.${name}`).map(([, value]) => value);
}

/** Types in a field and waits until that is on the device. */
async function write(page, name, text) {
  await field(page, name).fill(text);
  await until(async () => (await kept(page, name).catch(() => []))[0] === (text || undefined), `${name} is kept`);
  await saved(page);
}

const holds = (page, name, text) => until(async () => (await field(page, name).inputValue()) === text, `${name} holds "${text}"`);

story("what is filled in in one tab comes to stand in the other, and nothing is undone", async ({ collector, someone }) => {
  const [one, two] = await tabs(someone, collector);
  await write(one, "gehoord", "In het eerste tabblad");
  await choice(one, "onderwerpen", "wonen").click();
  await choice(two, "onderwerpen", "energie").click();
  await write(two, "aansluiten", "In het tweede");
  await holds(two, "gehoord", "In het eerste tabblad");
  // Somebody goes on in the first, in the middle of a word.
  await field(one, "bezoek.reason").focus();
  await one.keyboard.type("Midden in een w");
  await holds(one, "aansluiten", "In het tweede");
  await one.keyboard.type("oord");
  assert.equal(await field(one, "bezoek.reason").inputValue(), "Midden in een woord", "focus and caret stay");
  for (const topic of ["wonen", "energie"]) await until(() => choice(one, "onderwerpen", topic).isChecked(), `${topic} is ticked`);
  // Emptying is a change too.
  await write(one, "gehoord", "");
  await write(two, "bezoek.reason", "Midden in een woord, en verder");
  await holds(two, "gehoord", "");
  await holds(two, "aansluiten", "In het tweede");
});

story("the same field in two tabs: what was written last shows, and the other words can still be read", async ({ collector, someone }) => {
  let agreed = 0;
  const first = await someone({ dialog: (asked) => (agreed += 1) && asked.accept() });
  const second = await first.context().newPage();
  for (const page of [first, second]) await open(page, collector.url + PATH);
  await write(first, "gehoord", "Het verhaal uit het eerste tabblad");
  await write(second, "gehoord", "Een woord");
  const left = second.getByLabel(LEFT);
  await until(async () => (await left.innerText()) === "Het verhaal uit het eerste tabblad", "the other words are shown");
  assert.deepEqual(await kept(second, "gehoord"), ["Een woord", "Het verhaal uit het eerste tabblad"]);
  const later = await first.context().newPage();
  await open(later, collector.url + PATH);
  await holds(later, "gehoord", "Een woord");
  assert.equal(await later.getByLabel(LEFT).innerText(), "Het verhaal uit het eerste tabblad");
  await later.getByRole("button", { name: "Gooi dit weg" }).click();
  await left.waitFor({ state: "attached" });
  await until(async () => (await kept(later, "gehoord")).length === 1, "it is gone from the device");
  assert.equal(agreed, 1);
  await choice(later, "ontmoeten", "online").click();
  await check(later);
  assert.ok(!(await later.locator(".answers").innerText()).includes("Het verhaal"), "it is not sent");
});

story("other words for the same field in another tab are still there once one of the two was sent", async ({ collector, someone }) => {
  const [one, two] = await tabs(someone, collector);
  await write(one, "gehoord", "Uit het eerste tabblad");
  await write(two, "gehoord", "Heel iets anders");
  await comeBack(one);
  await one.getByLabel(LEFT).waitFor();
  await choice(one, "ontmoeten", "online").click();
  await check(one);
  await send(one);
  await progress(one).filter({ hasText: SAY.arrived }).waitFor();
  await comeBack(two);
  assert.equal(await field(two, "gehoord").inputValue(), "Heel iets anders");
  assert.deepEqual(await kept(two, "gehoord"), ["Heel iets anders"]);
});

story("once it is sent in one tab, the draft is gone in the other, which keeps only what was written since", async ({ collector, someone }) => {
  const [one, two] = await tabs(someone, collector);
  await choice(one, "ontmoeten", "online").click();
  await write(one, "gehoord", "Een keer is genoeg");
  await write(two, "aansluiten", "Uit het tweede tabblad");
  await holds(two, "gehoord", "Een keer is genoeg");
  // In a third tab somebody was about to send the same.
  const three = await one.context().newPage();
  await open(three, collector.url + PATH);
  await check(three);
  await check(one);
  await send(one);
  await progress(one).filter({ hasText: SAY.arrived }).waitFor();
  await field(two, "bezoek.reason").fill("Daarna geschreven");
  await holds(two, "gehoord", "");
  await holds(two, "bezoek.reason", "Daarna geschreven");
  assert.equal(await choice(two, "ontmoeten", "online").isChecked(), false);
  await until(async () => (await kept(two, "bezoek.reason")).length === 1, "it is kept");
  assert.deepEqual(await kept(two, "gehoord"), []);
  await comeBack(three);
  await holds(three, "gehoord", "");
  await three.getByRole("button", { name: SAY.send, exact: true }).click();
  await field(three, "bezoek.reason").waitFor();
  await holds(three, "bezoek.reason", "Daarna geschreven");
  assert.equal(await field(three, "gehoord").inputValue(), "");
  const reactions = await collector.gathered();
  assert.deepEqual(reactions.map((reaction) => answer(reaction, "gehoord")), ["Een keer is genoeg"]);
  assert.equal(answer(reactions[0], "aansluiten"), undefined, "the first tab was not looked at since the second wrote");
});

story("a form that posted itself takes what it sent out of the draft, and nothing else", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, collector.url + PATH);
  await write(page, "gehoord", "Mijn verhaal\nop twee regels");
  await write(page, "aansluiten", "Nog een idee");
  const plain = await page.context().newPage();
  await plain.addInitScript(() => delete window.WebAssembly);
  await plain.goto(collector.url + PATH);
  await fillIn(plain, { gehoord: "Mijn verhaal\nop twee regels", ontmoeten: "online" });
  await plain.getByRole("button", { name: SAY.sendNow }).click();
  await plain.getByRole("heading", { level: 1, name: SAY.thanks }).waitFor();
  await until(async () => (await kept(page, "gehoord")).length === 0, "what was sent is no draft any more");
  assert.deepEqual(await kept(page, "aansluiten"), ["Nog een idee"]);
  const later = await page.context().newPage();
  await open(later, collector.url + PATH);
  await holds(later, "aansluiten", "Nog een idee");
  assert.equal(await field(later, "gehoord").inputValue(), "");
});

story("while something is not saved yet, the page does not say that it is", async ({ collector, someone }) => {
  const page = await someone();
  await page.goto(collector.url + PATH);
  await ready(page);
  await write(page, "gehoord", "Bewaard");
  // Whatever the page says right after a key, in the same turn of the browser.
  await page.evaluate(() => {
    document.querySelector("form").addEventListener("input", () => (window.said = document.querySelector("#form-kept p").textContent));
  });
  await field(page, "gehoord").press("End");
  await page.keyboard.type("!");
  assert.equal(await page.evaluate(() => window.said), "Wordt bewaard …");
  await saved(page);
  assert.deepEqual(await kept(page, "gehoord"), ["Bewaard!"]);
  await page.reload();
  await ready(page);
  await holds(page, "gehoord", "Bewaard!");
});

story("what is changed while something is being stored is not called saved with that", async ({ collector, someone }) => {
  const page = await someone();
  await page.goto(collector.url + PATH);
  await ready(page);
  await write(page, "gehoord", "Bewaard");
  // A slow disk: what was written is read back only when its turn has come.
  await page.evaluate(() => {
    Object.assign(window, { said: [], turn: 0, reads: 0 });
    const sentence = document.querySelector("#form-kept p");
    new MutationObserver(() => window.said.push(sentence.textContent)).observe(sentence, { childList: true, characterData: true, subtree: true });
    const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (key) {
      if (this.transaction.mode !== "readonly") return get.call(this, key);
      const late = {};
      const turn = (window.reads += 1);
      const look = () => {
        const request = get.call(this, key);
        request.onsuccess = () => {
          if (window.turn < turn) return look();
          late.result = request.result;
          late.onsuccess();
        };
      };
      look();
      return late;
    };
  });
  await field(page, "gehoord").press("End");
  await page.keyboard.type("!");
  await page.waitForFunction(() => window.reads === 1);
  await choice(page, "ontmoeten", "online").click();
  const comes = (turn) => page.evaluate((turn) => Object.assign(window, { turn }).turn, turn);
  await comes(1);
  await page.waitForFunction(() => window.reads === 2);
  assert.deepEqual((await page.evaluate(() => window.said)).filter((text) => text.includes("is bewaard")), []);
  await comes(9);
  await saved(page);
  assert.deepEqual(await kept(page, "ontmoeten"), ["online"]);
});
