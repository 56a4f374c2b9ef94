import assert from "node:assert/strict";
import { KEPT, answerShortly, send } from "../helpers/answers.mjs";
import { answer } from "../helpers/collector.mjs";
import { button, heading, inEveryEngine, link, words } from "../helpers/engine.mjs";
import { PATH, SAY } from "../helpers/form.mjs";

inEveryEngine("somebody sends while the network is gone, closes the page, and sends it on later", async ({ person, line, collector }) => {
  await person.open(PATH);
  await answerShortly(person, "Uit het bos, zonder bereik");
  await person.see(KEPT);
  await person.onDevice();
  line.cut();
  const receipt = await send(person);
  await person.see(words(SAY.waiting));
  await person.see(words("1 reactie staat klaar om te versturen.", "outbox-banner"));
  assert.equal(await collector.stored(), 0);

  // Still without a network, the site opens from the device, and holds what waits.
  await person.anotherTab();
  await person.open("/");
  await person.press(link("Mijn reacties"));
  await person.see(words(receipt));
  await person.see(words("Nog niet verstuurd"));
  await person.open("/over/");
  await person.see(heading("U heeft geen verbinding"));

  line.up = true;
  await person.open("/mijn-reacties/");
  await person.pressUnless(button("Probeer nu te versturen"), words("Aangekomen"));
  await person.see(words("Aangekomen"));
  assert.deepEqual((await collector.gathered()).map((reaction) => answer(reaction, "gehoord")), ["Uit het bos, zonder bereik"]);
});
