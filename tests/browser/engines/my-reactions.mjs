import assert from "node:assert/strict";
import { answerShortly, send } from "../helpers/answers.mjs";
import { button, inEntry, inEveryEngine, words } from "../helpers/engine.mjs";
import { PATH, SAY } from "../helpers/form.mjs";

inEveryEngine("somebody looks at what they sent, and takes what has not arrived back", async ({ person, line, collector }) => {
  await person.open("/mijn-reacties/");
  await person.see(words("Vanaf dit apparaat is nog geen reactie verstuurd."));
  await person.open(PATH);
  await answerShortly(person, "Deze kwam aan");
  const arrived = await send(person);
  await person.see(words(SAY.arrived));
  await person.open(PATH);
  await answerShortly(person, "Deze niet");
  line.fate = (path) => (path.endsWith("/api/reactions") ? 502 : "answer");
  const waiting = await send(person);
  await person.see(words("De server kan nu niets opslaan."));

  await person.open("/mijn-reacties/");
  await person.see(words(arrived));
  await person.see(words("Aangekomen"));
  await person.see(words(waiting));
  await person.see(words("Nog niet verstuurd"));

  // Asked whether they are sure: first no, then yes.
  await person.press(inEntry(waiting, button("Verwijder")));
  await person.answer(/nog niet aangekomen/, false);
  await person.see(words(waiting));
  await person.press(inEntry(waiting, button("Verwijder")));
  await person.answer(/nog niet aangekomen/, true);
  await person.missing(words(waiting));
  await person.see(words(arrived));
  assert.equal(await collector.stored(), 1);
});
