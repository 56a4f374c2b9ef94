// Filling in "drenthe-dichterbij", which has every kind of question.
import { ready } from "./story.mjs";

export const SLUG = "drenthe-dichterbij";
export const PATH = `/vraag/${SLUG}/`;

/** The words on the buttons. */
export const SAY = {
  check: "Controleer uw antwoorden",
  send: "Versturen",
  sendNow: "Verstuur mijn reactie",
  unchecked: "Verstuur zonder nakijken",
  thanks: "Bedankt voor uw reactie",
  arrived: "Uw reactie is aangekomen.",
  saved: "Bewaard op dit apparaat",
  waiting: "Bewaard op dit apparaat, maar nog niet verstuurd.",
  unsent: "Uw reactie is nog niet verstuurd",
  failed: "Versturen is niet gelukt",
  lookUp: "Zoek mijn reactie",
  text: "Download als tekst",
  data: "Download voor een programma (JSON)",
};

/** An answer of every kind, as they travel in a reaction. */
export const EVERYTHING = {
  afstand: 4,
  gehoord: "De gemeente belde terug.\nDat deed me goed: “écht” 👍 <b>&amp;</b>",
  ontmoeten: { other: "Aan de keukentafel" },
  onderwerpen: ["wonen", "energie", { other: "Het zwembad" }],
  belangrijkst: ["klare-taal", "naar-buiten", "terugkoppeling", "speelruimte", "fouten"],
  bezoek: { lean: -1, reason: "Dan kiest het dorp zelf." },
  aansluiten: "De dorpstuin",
  plaats: { municipality: "Coevorden", village: "Sleen" },
};

/** The field that belongs to a choice. */
export function choice(page, question, value) {
  return page.locator(`[name="q.${question}"][value="${value}"]`);
}

export function field(page, name) {
  return page.locator(`[name="q.${name}"]`);
}

/** Fills in these answers the way a person does, with finger or mouse; `plain` is for a page without JavaScript. */
export async function fillIn(page, answers, { touch = false, plain = false, consent = false } = {}) {
  const press = (locator) => (touch ? locator.tap() : locator.click());
  const pick = async (question, value) => {
    const other = typeof value === "object";
    await press(choice(page, question, other ? "~other" : value));
    if (other) await field(page, `${question}.other`).fill(value.other);
  };
  for (const [question, value] of Object.entries(answers)) {
    if (question === "belangrijkst") await (plain ? rankByLists : rank)(page, question, value, press);
    else if (Array.isArray(value)) for (const one of value) await pick(question, one);
    else if (value.municipality) {
      await field(page, `${question}.municipality`).selectOption(value.municipality);
      await field(page, `${question}.village`).fill(value.village);
    } else if ("lean" in Object(value)) {
      await pick(question, String(value.lean));
      await field(page, `${question}.reason`).fill(value.reason);
    } else if (question === "ontmoeten" || typeof value === "number") await pick(question, value);
    else await field(page, question).fill(value);
  }
  if (consent) await press(page.locator("[name=quote_consent]"));
}

/** Puts the options in this order with the buttons "up", from the top down. */
async function rank(page, question, order, press) {
  for (const [place, option] of order.entries()) {
    for (let row = await rowOf(page, question, option); row > place; row -= 1) {
      await press(page.locator(`#up-${question}_${row}`));
      await field(page, `${question}.${option}`).and(page.locator(`[data-row="${row - 1}"] select`)).waitFor();
    }
  }
  // Where nothing had to move, the order was not given yet.
  await page.locator(`[data-row="0"] select`).selectOption("1");
}

/** The row an option stands in. */
export async function rowOf(page, question, option) {
  const row = page.locator("[data-row]").filter({ has: field(page, `${question}.${option}`) });
  return Number(await row.getAttribute("data-row"));
}

async function rankByLists(page, question, order) {
  for (const [place, option] of order.entries()) {
    await field(page, `${question}.${option}`).selectOption(String(place + 1));
  }
}

/** To the check page. */
export async function check(page) {
  await page.getByRole("button", { name: SAY.check }).click();
  await page.getByRole("heading", { name: SAY.check }).waitFor();
}

/** From the check page to the receipt; gives the code. */
export async function send(page) {
  await page.getByRole("button", { name: SAY.send, exact: true }).click();
  // The heading says how it stands by then: on its way, arrived or not.
  return page.locator(".receipt__code").innerText();
}

/** Writes a short reaction and sends it; gives the receipt. */
export async function react(page, site, text) {
  await page.goto(site.url + PATH);
  await ready(page);
  await fillIn(page, { gehoord: text, ontmoeten: "online" });
  await check(page);
  return send(page);
}

/** The line on the receipt that tells how the reaction stands. */
export function progress(page) {
  return page.locator(".receipt__state");
}

/** Has what waits tried now, and waits until it arrived. It may go by itself before the button is reached, which then is gone. */
export async function tryUntilArrived(list) {
  const arrived = list.getByText("Aangekomen", { exact: true }).waitFor();
  await Promise.any([list.getByRole("button", { name: /Probeer nu te versturen/ }).click(), arrived]);
  await arrived;
}
