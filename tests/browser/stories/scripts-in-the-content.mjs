import assert from "node:assert/strict";
import { join } from "node:path";
import { answer, startCollector } from "../helpers/collector.mjs";
import { PATH, SAY, SLUG, check, choice, field, progress, send } from "../helpers/form.mjs";
import { PAYLOADS } from "../helpers/payloads.mjs";
import { pages, publish } from "../helpers/site.mjs";
import { open, story } from "../helpers/story.mjs";

let turn = 0;
const spiced = (text) => `${text} ${PAYLOADS[turn++ % PAYLOADS.length]}`;

/** Fields whose value is not free text. */
const FIXED = new Set(["format", "slug", "kind", "id", "dilemma", "province", "role", "chart", "about", "opens", "closes",
  "feedback_due", "when", "from", "until", "url", "email", "phone", "languages", "theme", "touchstones", "file"]);

/** The same content with a payload in each text. `about` is free text, except in a question. */
function spice(value, key = "", inside = "") {
  if (key === "touchstones" && inside === "site") return value.map((one) => spice(one));
  if (FIXED.has(key) && !(key === "about" && inside !== "questions") && key !== "url") {
    // A fixed word; but the texts inside an object under such a name are texts.
    if (typeof value !== "object" || Array.isArray(value)) return value;
  }
  if (key === "url") return value;
  if (typeof value === "string") return spiced(value);
  if (Array.isArray(value)) return value.map((one) => spice(one, "", key));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spice(one, name, inside)]));
  }
  return value;
}

/** Feedback with a payload in each text; those that must fit on a line get a short one. */
function spiceFeedback(told) {
  const line = (which) => ({ nl: PAYLOADS[which], en: PAYLOADS[which] });
  const landing = ({ status, destination, decided_by, ...rest }) => ({
    ...rest, status, what: line(1), reason: spice(rest.reason), decided_by: decided_by && spice(decided_by),
    destination: { ...destination, name: spice(destination.name) },
  });
  return {
    ...told,
    history: told.history.map((version) => ({ ...version, ...(version.note && { note: spice(version.note) }) })),
    themes: told.themes.map((theme) => ({
      ...theme, title: line(2), summary: spice(theme.summary), landings: theme.landings.map(landing).map(dropUndefined),
      quotes: theme.quotes.map((quote) => ({ ...quote, text: spiced(quote.text) })),
    })),
    counts: { ...told.counts, set_aside: told.counts.set_aside.map((one) => ({ ...one, note: spice(one.note ?? "Let op:") })) },
    learned: told.learned.map((lesson) => ({ ...lesson, text: spice(lesson.text) })),
    next_steps: told.next_steps.map((step) => ({ ...step, text: spice(step.text) })),
    places: { ...told.places, municipalities: told.places.municipalities.map((one) => ({ ...one, name: spiced(one.name) })) },
  };
}

function dropUndefined(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

story("scripts and HTML in every text of the content and of a reaction are only ever text", async ({ someone, cleanUp }) => {
  const site = await publish(join(process.env.BEGINSPRAAK_TEST_WORK, "spiced"), {
    // A place on a card is short.
    change: (consultation) => (consultation.slug === SLUG ? { ...spice(consultation), where: PAYLOADS[1] } : null),
    changeFeedback: spiceFeedback,
    changeSite: (site) => {
      const { endpoint, ...texts } = site;
      return { ...spice(texts, "", "site"), endpoint };
    },
  });
  const collector = await startCollector({ site });
  cleanUp(() => collector.stop());
  // Dialogs, policy violations, requests to others and cookies are watched in every story.
  const page = await someone();
  for (const path of pages(site)) {
    await open(page, collector.url + path);
    const injected = await page.locator("[onerror], [onload], main script, header script, footer script").count();
    assert.equal(injected, 0, `no element came out of a text on ${path}`);
    assert.ok((await page.locator("body").innerText()).includes("alert("), `${path} does show the texts`);
  }

  await open(page, collector.url + PATH);
  const text = PAYLOADS.join("\n");
  await field(page, "gehoord").fill(text);
  await choice(page, "ontmoeten", "~other").click();
  await field(page, "ontmoeten.other").fill(PAYLOADS[2]);
  await field(page, "plaats.municipality").selectOption("~other");
  await field(page, "plaats.other").fill(PAYLOADS[1]);
  await check(page);
  await page.locator(".answers").getByText(`Anders, namelijk: ${PAYLOADS[2]}`).waitFor();
  await send(page);
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  await page.getByRole("link", { name: "Bekijk mijn reacties" }).click();
  await page.locator(".mine__item .mine__title", { hasText: "alert(" }).waitFor();
  assert.equal(await page.locator("main img, main script, [onload]").count(), 0);
  assert.equal(answer((await collector.gathered())[0], "gehoord"), text);
});

story("what somebody typed comes back from the server as text, not as a page of their making", async ({ collector, someone }) => {
  const page = await someone({ javaScriptEnabled: false });
  const text = `\n${PAYLOADS.join("\n")} &amp; &lt;`;
  await page.goto(collector.url + PATH);
  await field(page, "gehoord").fill(text);
  await choice(page, "ontmoeten", "~other").click();
  await field(page, "aansluiten").fill(PAYLOADS[3]);
  await page.getByRole("button", { name: SAY.sendNow }).click();
  await page.locator("#errors").waitFor();
  assert.equal(await field(page, "gehoord").inputValue(), text);
  assert.equal(await field(page, "aansluiten").inputValue(), PAYLOADS[3]);
  assert.equal(await page.locator("main script, main img, [onload]").count(), 0);
});
