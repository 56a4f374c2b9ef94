// The example reactions of which somebody has the code: what became of each is known.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { store } from "./device.mjs";
import { item } from "./items.mjs";
import { SLUG } from "./form.mjs";

const told = JSON.parse(readFileSync(join(import.meta.dirname, `../../../public/content/feedback/${SLUG}.json`), "utf8"));
const [landed, refused, mixed, aside, later] = told.example_receipts;

/** The codes, by what became of the reaction. */
export const CODES = { landed, refused, mixed, aside, later };
/** The feedback as it was published. */
export const TOLD = told;

export const SAID = {
  unknown: "De code is goed getypt, maar staat nog niet in een antwoord van ons.",
  failed: "Opzoeken lukt nu niet.",
  notRead: "Uw reactie is binnen, maar nog niet gelezen.",
  aside: "Uw reactie is niet gebruikt.",
  partAside: "Een deel van uw reactie is niet gebruikt.",
};

/** Stores a reaction with this code, as if it had been sent from this device. Call it on any page of the site. */
export async function sentFrom(page, receipt) {
  const [key, text] = item("Wat ik schreef");
  const { copy } = JSON.parse(text);
  await store(page, { sent: { [key]: JSON.stringify({ ...copy, receipt }) } });
}
