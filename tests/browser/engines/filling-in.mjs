import assert from "node:assert/strict";
import { By } from "selenium-webdriver";
import { KEPT, Q, RESTORED, STORY } from "../helpers/answers.mjs";
import { button, choice, field, inEveryEngine, link } from "../helpers/engine.mjs";
import { PATH } from "../helpers/form.mjs";

const TOLD = "De gemeente belde terug.\nDat deed me goed: “écht” & <b>";

inEveryEngine("somebody fills in every kind of question, leaves, and finds it all back", async ({ person }) => {
  await person.open(PATH);
  await person.press(choice(Q.close, "4"));
  await person.type(STORY, TOLD);
  await person.press(choice(Q.talk, "Anders, namelijk"));
  await person.type(By.name("q.ontmoeten.other"), "Aan de keukentafel");
  await person.press(choice(Q.topics, "Wonen"));
  await person.press(choice(Q.topics, "Energie"));
  await person.press(button("De provincie spreekt klare taal omhoog"));
  await person.press(choice(Q.visit, "Half om half"));
  await person.pick(field("Gemeente"), "Coevorden");
  await person.type(field("Dorp of plaats"), "Sleen");
  await person.see(KEPT);

  const stands = async () => {
    assert.equal(await person.typed(STORY), TOLD);
    assert.equal(await person.typed(By.name("q.ontmoeten.other")), "Aan de keukentafel");
    assert.equal(await person.typed(field("Gemeente")), "Coevorden");
    assert.equal(await person.typed(field("Dorp of plaats")), "Sleen");
    for (const [name, value] of [["afstand", "4"], ["ontmoeten", "~other"], ["onderwerpen", "wonen"], ["onderwerpen", "energie"], ["bezoek", "0"]]) {
      assert.equal(await person.chosen(`q.${name}`, value), true, `${name}: ${value}`);
    }
    // Before the words stands the box for a number, with its options.
    assert.match(await person.read(By.css('[data-row="0"]')), /^[–0-9\s]*De provincie spreekt klare taal/);
  };
  await stands();
  // F5, by way of another page, and in another tab after this one was closed.
  await person.reload();
  await person.see(RESTORED);
  await stands();
  await person.open("/over/");
  await person.follow("Alle vragen");
  await person.press(link("Hoe komen de provincie en uw dorp"));
  await person.see(RESTORED);
  await stands();
  await person.anotherTab();
  await person.open(PATH);
  await person.see(RESTORED);
  await stands();
});
