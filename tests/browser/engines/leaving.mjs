import assert from "node:assert/strict";
import { KEPT, RESTORED, STORY, answerShortly, send } from "../helpers/answers.mjs";
import { answer } from "../helpers/collector.mjs";
import { heading, inEveryEngine, words } from "../helpers/engine.mjs";
import { PATH, SAY } from "../helpers/form.mjs";
import { until } from "../helpers/story.mjs";

/** The disk becomes so slow that whatever the page reads from now on is not there before it is left. */
const SLOW_DISK = `
  const { get } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.get = function (key) {
    const again = () => (get.call(this, key).onsuccess = again);
    again();
    window.reads = true;
    return document.createElement("i");
  }`;

inEveryEngine("a page is left while it reads what the device keeps; that holds up no page after it", async ({ person, collector }) => {
  await person.open(PATH);
  await answerShortly(person, "Halverwege");
  await person.see(KEPT);
  await person.browser.executeScript(SLOW_DISK);
  await person.type(STORY, " het lezen");
  await until(() => person.browser.executeScript("return window.reads"), "the page is reading");
  await person.follow("Mijn reacties");
  await person.see(words("Vanaf dit apparaat is nog geen reactie verstuurd."));
  // What was kept before is there, and all goes on.
  await person.open(PATH);
  await person.see(RESTORED);
  await send(person);
  await person.see(words(SAY.arrived));
  const [reaction, ...more] = await collector.gathered();
  assert.match(answer(reaction, "gehoord"), /^Halverwege/);
  assert.deepEqual(more, []);
});

inEveryEngine("a page is left by a link while something waits; the next page sends it, and Back shows that", async ({ person, line, collector }) => {
  await person.open(PATH);
  await answerShortly(person, "Op de drempel");
  // Nothing comes back, and the page is left in the middle of its round.
  line.fate = (path) => (path.endsWith("/api/reactions") ? "hold" : "answer");
  const receipt = await send(person);
  await until(() => line.asked.includes("/api/reactions"), "it is on its way");
  line.fate = () => "answer";
  await person.follow("Over deze site");
  await person.see(heading("Over deze site"));
  await until(async () => (await collector.stored()) === 1, "the next page sends it");
  await person.browser.navigate().back();
  await person.open("/mijn-reacties/");
  await person.see(words(receipt));
  await person.see(words("Aangekomen"));
  assert.deepEqual((await collector.gathered()).map((reaction) => answer(reaction, "gehoord")), ["Op de drempel"]);
});
