import assert from "node:assert/strict";
import { By } from "selenium-webdriver";
import { KEPT, RESTORED, answerShortly, send } from "../helpers/answers.mjs";
import { answer } from "../helpers/collector.mjs";
import { inEveryEngine, words } from "../helpers/engine.mjs";
import { PATH, SAY, SLUG } from "../helpers/form.mjs";

inEveryEngine("somebody comes back to what they filled in, presses the button and sends it", async ({ person, collector }) => {
  await person.open(PATH);
  await answerShortly(person, "Tussen de middag op het dorpsplein");
  await person.see(KEPT);
  await person.reload();
  await person.see(RESTORED);
  // The first thing that they touch is the button.
  const receipt = await send(person);
  assert.match(receipt, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  await person.see(words(SAY.arrived));
  const reactions = await collector.gathered();
  assert.deepEqual(reactions.map((reaction) => answer(reaction, "gehoord")), ["Tussen de middag op het dorpsplein"]);
  assert.deepEqual([reactions[0].consultation, reactions[0].source], [SLUG, "resident"]);
  assert.ok(!JSON.stringify(reactions).includes(receipt), "the receipt stays on the device");
  await person.open(PATH);
  assert.equal(await person.typed(By.name("q.gehoord")), "", "what was sent is no longer offered");
});
