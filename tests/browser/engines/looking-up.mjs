import assert from "node:assert/strict";
import { By } from "selenium-webdriver";
import { button, field, heading, inEveryEngine, link, words } from "../helpers/engine.mjs";
import { CODES, SAID } from "../helpers/landed.mjs";
import { SLUG } from "../helpers/form.mjs";

const CODE = field("Uw volgcode");

inEveryEngine("somebody looks up where their reaction landed, with the code alone", async ({ person, line }) => {
  await person.open("/volg/");
  // A typing error first.
  const wrong = CODES.landed.slice(0, -1) + (CODES.landed.endsWith("A") ? "B" : "A");
  await person.type(CODE, wrong);
  await person.press(button("Zoek mijn reactie"));
  await person.see(words("Er zit een typefout in de code."));
  await person.clear(CODE);
  await person.type(CODE, CODES.landed.toLowerCase().replaceAll("-", " "));
  line.cut();
  await person.press(button("Zoek mijn reactie"));
  await person.see(words(SAID.failed));
  line.up = true;
  line.asked.length = 0;
  await person.press(button("Zoek mijn reactie"));
  await person.see(words("Van mening veranderd", "looked__theme"));
  assert.deepEqual(line.asked, [`/content/trace/${SLUG}/0-0000.bin`], "one request, the same for everybody");
  await person.press(link("Lees wat wij ermee doen"));
  await person.see(heading("Kom langs zonder agenda"));
  // As a telephone opens it from the QR code on a receipt.
  await person.open(`/volg/#${CODES.refused}`);
  await person.see(words("Doen wij niet", "looked__theme"));
  assert.equal(await person.typed(CODE), CODES.refused);
  assert.equal(await (await person.see(By.css("html"))).getAttribute("lang"), "nl");
});
