// Filling in "drenthe-dichterbij" by what stands on the screen, in any engine.
import { By } from "selenium-webdriver";
import { button, choice, field, heading, words } from "./engine.mjs";
import { SAY } from "./form.mjs";
import { until } from "./story.mjs";

export const Q = {
  close: "Hoe dichtbij voelt de provincie voor u?",
  story: "Wanneer luisterde een overheid echt naar u?",
  talk: "Hoe praat u het liefst met de provincie?",
  topics: "Waarover wilt u vanaf het begin meedenken?",
  ranking: "Wat vindt u het belangrijkst?",
  visit: "Zonder agenda of met agenda",
  place: "Waar woont u?",
};

export const STORY = field(Q.story);
export const KEPT = words("Wat u invult, is bewaard op dit apparaat.");
export const RESTORED = words("Wat u eerder invulde, staat er weer.");
/** The button under the questions, whatever it says by then. */
export const SUBMIT = By.id("form-submit");
export const CODE = By.css(".receipt__code");
/** What the receipt begins with, whether or not it has arrived. */
const RECEIPT = By.id("receipt-title");

/** An answer to these two: the least that a story needs. */
export async function answerShortly(person, text) {
  await person.type(STORY, text);
  await person.press(choice(Q.talk, "Online"));
  // WebKitGTK's driver goes on before the page has heard of it.
  await until(() => person.chosen("q.ontmoeten", "online"), "they see their choice");
}

/** From the questions to the receipt; gives the code. */
export async function send(person) {
  await person.press(SUBMIT);
  await person.see(heading(SAY.check));
  await person.press(button(SAY.send));
  await person.see(RECEIPT);
  return person.read(CODE);
}
