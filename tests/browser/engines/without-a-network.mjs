import assert from "node:assert/strict";
import { KEPT, RESTORED, answerShortly, send } from "../helpers/answers.mjs";
import { answer } from "../helpers/collector.mjs";
import { button, heading, inEveryEngine, link, words } from "../helpers/engine.mjs";
import { PATH, SAY } from "../helpers/form.mjs";

inEveryEngine("the network goes; somebody opens the site again, sends what they had filled in, and it goes on later", async ({ person, line, collector }) => {
  await person.open(PATH);
  await answerShortly(person, "Uit het bos, zonder bereik");
  await person.see(KEPT);
  await person.onDevice();
  line.cut();

  // Still without a network, the site opens from the device, with what was filled in.
  await person.anotherTab();
  await person.open("/over/");
  await person.see(heading("U hebt geen verbinding"));
  await person.open("/");
  await person.press(link("Hoe komen de provincie en uw dorp"));
  await person.see(RESTORED);
  // The first thing that they touch is the button.
  const receipt = await send(person);
  await person.see(words(SAY.waiting));
  await person.see(words("1 reactie staat klaar om te versturen.", "outbox-banner"));
  assert.equal(await collector.stored(), 0);

  await person.anotherTab();
  await person.open("/mijn-reacties/");
  await person.see(words(receipt));
  await person.see(words("Nog niet verstuurd"));
  line.up = true;
  await person.pressUnless(button("Probeer nu te versturen"), words("Aangekomen"));
  await person.see(words("Aangekomen"));
  assert.deepEqual((await collector.gathered()).map((reaction) => answer(reaction, "gehoord")), ["Uit het bos, zonder bereik"]);
});
