// What every page in every state has to be for people who see, hear, move or read otherwise (WCAG 2.2 A and AA and the
// list of CHECKS.md, part A). One function: new pages, the desk's too, only have to call it.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { inPage } from "./helpers/in-page.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What axe can't decide by itself and somebody looked at: the rule, inside what, and why it is all right there.
 * Anything else that axe leaves open fails.
 */
const LOOKED_AT = [
  // A card's pseudo elements are the transparent cover that makes it one link, and the strip of land below all text.
  { rule: "color-contrast", inside: ".card" },
  // Words and numbers lie on the land of the drawing, in colours that differ from it by more than 4.5:1 in both themes;
  // the same words stand in the lists below it.
  { rule: "color-contrast", inside: ".scope__picture" },
  // Words in the colour of the page's text on a board, which has the ground of a field, under a bar in a colour of which so
  // little is mixed in that the contrast stays above 7:1 in both themes.
  { rule: "color-contrast", inside: ".arm__status" },
  // Words beside a chart, in the colour of the page's text on the page's ground.
  { rule: "color-contrast", inside: ".line" },
  // The arrows have the colour of every other button; their names say the rest.
  { rule: "color-contrast", inside: ".button--icon" },
  { rule: "label-content-name-mismatch", inside: ".button--icon" },
];

const titles = new Map();

/** Fails with everything that is wrong with the page as it stands. */
export async function checkAccessible(page, what) {
  assert.deepEqual(await accessibilityProblems(page, what), [], `${what.route} ${what.state ?? ""} is accessible`);
}

/**
 * Everything that is wrong with the page as it stands; it is left as it was, but for focus and scroll. `route` and
 * `state` name it in messages. `language` is what the page should be in.
 */
export async function accessibilityProblems(page, { route, state = "", language = route.includes("/en/") ? "en" : "nl" }) {
  const name = `${route} ${state}`.trim();
  const problems = [];
  const note = (check, found) => found.length && problems.push(...found.map((one) => `${check}: ${one}`));
  const viewport = page.viewportSize();

  // A2: one title never stands for two routes.
  const title = await page.title();
  const other = titles.get(title) ?? route;
  note("A2 title", other === route ? [] : [`"${title}" is the title of ${other} too`]);
  titles.set(title, route);

  await shot(page, name, "desktop");
  await page.evaluate(inPage.settle);
  note("A6 headings", await page.evaluate(inPage.headings));
  note("A8 language", await page.evaluate(inPage.languages, language));
  note("A13 order", await page.evaluate(inPage.positiveTabindex));
  note("A16 descriptions", await page.evaluate(inPage.descriptions));
  note("A18 live regions", await page.evaluate(inPage.liveRegions));
  note("A21 clipped", await page.evaluate(inPage.lostText));
  note("A25 target", await page.evaluate(inPage.smallTargets));

  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    if (colorScheme === "dark") await shot(page, name, "dark");
    note(`A1 axe, ${colorScheme}`, await axe(page));
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  await shot(page, name, "forced colours");
  note("A23 forced colours", await page.evaluate(inPage.borderless));
  await page.emulateMedia({ forcedColors: "none", reducedMotion: "reduce" });
  note("A24 motion", await page.evaluate(inPage.moving));

  // A21 and A22: larger letters, and the spacing that some readers set themselves.
  await page.evaluate(inPage.enlarge);
  note("A21 text at 200 %", await page.evaluate(inPage.lostText));
  await shot(page, name, "200 percent");
  await page.evaluate(inPage.restore);
  await page.evaluate(inPage.space);
  note("A22 text spacing", await page.evaluate(inPage.lostText));
  await page.evaluate(inPage.restore);

  await page.setViewportSize({ width: 360, height: 740 });
  await page.evaluate(inPage.settle);
  await shot(page, name, "phone");
  note("A13 order", await page.evaluate(inPage.disorder));
  note("A25 target, phone", await page.evaluate(inPage.smallTargets));
  await page.setViewportSize({ width: 320, height: 256 });
  note("A20 reflow", await page.evaluate(inPage.lostText));
  await page.evaluate(inPage.unsettle);
  note("A7 skip link", await skipLink(page));
  note("A11/A12 focus", await page.evaluate(inPage.focus));
  await page.setViewportSize(viewport);
  await page.evaluate(inPage.leave);
  return problems;
}

/** What axe finds, and what it leaves open, as lines; in a page, or in a frame from another site. */
export async function axe(page) {
  const session = await (page.page?.() ?? page).context().newCDPSession(page);
  const run = async (expression) => {
    // Not blocked by our own security policy, unlike a script element.
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    assert.ok(!exceptionDetails, `axe runs: ${exceptionDetails?.exception?.description}`);
    return result.value;
  };
  if (!(await run("typeof axe === 'object'"))) await run(AXE);
  const options = JSON.stringify({ runOnly: TAGS, resultTypes: ["violations", "incomplete"] });
  const { violations, incomplete } = await run(`axe.run(document, ${options})`);
  const lines = (kind, results) => results.flatMap(({ id, help, nodes }) => nodes.map(({ html, target, any, none }) => {
    const why = [...any, ...none].map(({ message }) => message).join("; ");
    return { id, target: target.at(-1), text: `${kind} ${id} (${help}): ${html.slice(0, 160)} ${why}` };
  }));
  const open = [];
  for (const { id, target, text } of lines("undecided", incomplete)) {
    const inside = LOOKED_AT.filter(({ rule }) => rule === id).map(({ inside }) => inside).join(", ");
    if (!inside || !(await page.evaluate(([target, inside]) => document.querySelector(target).closest(inside) !== null, [target, inside]))) open.push(text);
  }
  await session.detach();
  return [...lines("violation", violations).map(({ text }) => text), ...open];
}

/** A7: the first stop; it leads into the page. */
async function skipLink(page) {
  await page.evaluate(() => {
    document.activeElement.blur();
    window.scrollTo(0, 0);
  });
  // Without any focus, Tab begins at the top only after a fresh start there.
  await page.evaluate(inPage.startOver);
  await page.keyboard.press("Tab");
  const before = await page.evaluate(() => {
    const { top, left, bottom } = document.activeElement.getBoundingClientRect();
    return { class: document.activeElement.className, seen: top >= 0 && left >= 0 && bottom <= innerHeight };
  });
  if (before.class !== "skip-link" || !before.seen) return [`the first stop is ${JSON.stringify(before)}`];
  const address = page.url();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const inside = await page.evaluate(() => {
    const main = document.querySelector("main");
    const stop = document.activeElement;
    // Where there is nothing to press in it, Tab leaves the page from there.
    const last = ![...main.querySelectorAll("a[href], button, input, select, textarea, summary")].some((one) => one.checkVisibility());
    return last || main.contains(stop) || Boolean(main.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
  });
  // The address is part of the state; some pages look at it.
  await page.evaluate((address) => history.replaceState(history.state, "", address), address);
  return inside ? [] : ["after it, Tab does not lead into the page"];
}

/** Keeps a picture, when asked for. */
async function shot(page, name, how) {
  const folder = process.env.BEGINSPRAAK_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const file = `${name.replace(/^\/$/, "overview").replace(/\W+/g, "-").replace(/^-|-$/g, "")} ${how}.png`;
  await page.screenshot({ path: join(folder, file), fullPage: true });
}
