import assert from "node:assert/strict";
import { By } from "selenium-webdriver";
import { field, heading, inEveryEngine, link, words } from "../helpers/engine.mjs";
import { PATH } from "../helpers/form.mjs";
import { until } from "../helpers/story.mjs";

inEveryEngine("somebody reads what is asked and what was done with it, and keeps their place", async ({ person }) => {
  await person.open("/");
  await person.press(link("Hoe komen de provincie en uw dorp"));
  for (const title of ["Waarom nu?", "Wat kunt u nog veranderen?", "Wie beslist wanneer?", "Wat gebeurt er wanneer?", "Zo vaak kiest u het Drents Parlement"]) {
    await person.see(heading(title));
  }
  const page = await person.read(By.css("main"));
  for (const part of ["Hoe en waar de provincie mensen ontmoet.", "Waar woont u?"]) assert.ok(page.includes(part), `they can read "${part}"`);

  // At the last question, F5: the same lines are on the screen.
  await person.reach(field("Gemeente"));
  const place = await person.place();
  assert.ok(place > 3000, `they are at ${place}`);
  await person.reload();
  await until(async () => (await person.place()) === place, `after F5 they are at ${place} again`);
  // Elsewhere and Back.
  await person.open(`${PATH}terugkoppeling/`);
  await person.see(heading("Dit doen wij met uw reacties"));
  await person.see(heading("Kom langs zonder agenda"));
  await person.browser.navigate().back();
  await until(async () => (await person.place()) === place, `after Back they are at ${place} again`);
});
