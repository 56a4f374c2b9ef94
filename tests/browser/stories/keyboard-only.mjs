import assert from "node:assert/strict";
import { answer } from "../helpers/collector.mjs";
import { PATH, SAY, choice, field, progress } from "../helpers/form.mjs";
import { hasFocus, tabTo } from "../helpers/keyboard.mjs";
import { difference } from "../helpers/pixels.mjs";
import { DESKTOP, PHONE, open, ready, story, until } from "../helpers/story.mjs";

story("with the keyboard alone somebody comes in, answers every kind of question, mends an error and sends", async ({ collector, someone }) => {
  const page = await someone();
  const keys = page.keyboard;
  await open(page, `${collector.url}/`);
  await keys.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip-link", "the skip link comes first (A7)");
  await keys.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Hoe komen de provincie en uw dorp" }));
  await keys.press("Enter");
  await page.waitForURL(`**${PATH}`);
  await ready(page);
  await tabTo(page, page.getByRole("link", { name: "Geef uw reactie" }));
  await keys.press("Enter");

  // Without any answer: the summary takes the focus, and the title has said it first.
  await heardTitles(page);
  await tabTo(page, page.getByRole("button", { name: SAY.check }));
  await keys.press("Enter");
  const summary = page.locator("#errors");
  await until(() => hasFocus(summary), "the error summary takes the focus (A14)");
  assert.match(await page.title(), /^Fout: /);
  assert.deepEqual(await page.evaluate(() => window.heard.at(-1)), { id: "errors", title: await page.title() }, "the title changed before the focus moved (A3)");
  await keys.press("Tab");
  await keys.press("Enter");
  const first = choice(page, "ontmoeten", "dorpshuis");
  await until(() => hasFocus(first), "the link leads to the field (A15)");
  assert.equal(await inView(page.locator("legend", { hasText: "Hoe praat u het liefst" })), true, "with its question in view");
  const group = page.locator("fieldset", { has: first });
  assert.equal(await group.getAttribute("aria-invalid"), "true");
  assert.equal(await page.locator("[aria-invalid]").count(), 1, "said once, and not at each box");
  const described = await group.getAttribute("aria-describedby");
  assert.match(await page.locator(`#${described.split(" ").at(-1)}`).innerText(), /^Fout: /);

  // Single: arrows choose. Multiple: space ticks.
  await keys.press("Space");
  for (let down = 0; down < 5; down += 1) await keys.press("ArrowDown");
  assert.equal(await choice(page, "ontmoeten", "~other").isChecked(), true);
  await keys.press("Tab");
  await keys.type("Bij de koffie");
  await tabTo(page, choice(page, "onderwerpen", "wonen"));
  await keys.press("Space");
  await keys.press("Tab");
  await keys.press("Tab");
  await keys.press("Space");
  assert.equal(await choice(page, "onderwerpen", "natuur-boeren").isChecked(), true);

  // Ranking: by buttons, where the focus stays with what is moved, and by list.
  const label = (row) => page.locator(`[data-row="${row}"] .ranking__label`);
  await tabTo(page, page.locator("#down-belangrijkst_0"));
  await keys.press("Enter");
  await keys.press("Enter");
  assert.equal(await label(2).innerText(), "De provincie komt naar buiten");
  assert.equal(await hasFocus(page.locator("#down-belangrijkst_2")), true, "the focus moved with it");
  await page.getByText("De provincie komt naar buiten staat nu op plaats 3 van 5.").waitFor({ state: "attached" });
  await tabTo(page, field(page, "belangrijkst.fouten"));
  await keys.type("1");
  await until(async () => (await label(0).innerText()) === "De provincie geeft fouten toe", "a place typed in the list");

  await tabTo(page, choice(page, "bezoek", -2));
  for (let right = 0; right < 3; right += 1) await keys.press("ArrowRight");
  assert.equal(await choice(page, "bezoek", 1).isChecked(), true);
  await tabTo(page, field(page, "bezoek.reason"));
  await keys.type("Dan weet ik waar het over gaat");
  await tabTo(page, field(page, "aansluiten"));
  await keys.type("Het dorpsfeest");
  await keys.press("Tab");
  await keys.type("Ass");
  assert.equal(await field(page, "plaats.municipality").inputValue(), "Assen");
  // Back to the first question with Shift and Tab: no trap on the way.
  await tabTo(page, choice(page, "afstand", 1), "Shift+Tab");
  await keys.press("Space");
  await keys.press("ArrowRight");
  await tabTo(page, page.locator("[name=quote_consent]"));
  await keys.press("Space");

  await tabTo(page, page.getByRole("button", { name: SAY.check }));
  await keys.press("Enter");
  await until(() => hasFocus(page.getByRole("heading", { name: SAY.check })), "the heading of the check page takes the focus (A4)");
  assert.deepEqual(await page.evaluate(() => window.heard.at(-1)), { id: "check-title", title: await page.title() }, "title first (A3)");
  await tabTo(page, page.getByRole("button", { name: /^Wijzig Bij welk initiatief/ }));
  await keys.press("Enter");
  await until(() => hasFocus(field(page, "aansluiten")), "straight to that question");
  await keys.type("!");
  await tabTo(page, page.getByRole("button", { name: SAY.check }));
  await keys.press("Enter");
  await page.getByText("Het dorpsfeest!").waitFor();
  await tabTo(page, page.getByRole("button", { name: SAY.send, exact: true }));
  await keys.press("Enter");
  await until(() => hasFocus(page.getByRole("heading", { name: SAY.thanks })), "the heading of the receipt takes the focus");
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  assert.equal(await hasFocus(page.getByRole("heading", { name: SAY.thanks })), true, "arriving takes no focus (A19)");

  const [reaction] = await collector.gathered();
  const expected = {
    afstand: 2,
    ontmoeten: { other: "Bij de koffie" },
    onderwerpen: ["wonen", "natuur-boeren"],
    belangrijkst: ["fouten", "klare-taal", "speelruimte", "naar-buiten", "terugkoppeling"],
    bezoek: { lean: 1, reason: "Dan weet ik waar het over gaat" },
    aansluiten: "Het dorpsfeest!",
    plaats: { municipality: "Assen" },
  };
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map((id) => [id, answer(reaction, id)])), expected);
});

story("Back leads from the check page to the questions, and from there to the overview as it was left", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, `${collector.url}/`);
  const card = page.getByRole("link", { name: "Hoe komen de provincie en uw dorp" });
  await card.scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => window.scrollY);
  assert.ok(scrolled > 0, "the card is below the fold");
  await card.tap();
  await ready(page);
  await choice(page, "ontmoeten", "online").tap();
  await page.getByRole("button", { name: SAY.check }).tap();
  await page.getByRole("heading", { name: SAY.check }).waitFor();
  await page.goBack();
  await page.getByRole("button", { name: SAY.check }).waitFor();
  assert.equal(await page.getByRole("heading", { name: SAY.check }).count(), 0);
  assert.equal(await choice(page, "ontmoeten", "online").isChecked(), true);
  await page.goBack();
  await card.waitFor();
  await until(async () => (await page.evaluate(() => window.scrollY)) === scrolled, "the overview stands where it stood (A5)");
});

story("the skip link on the check page does not throw anybody back to the questions", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, `${collector.url}${PATH}#reageren`);
  await choice(page, "ontmoeten", "online").click();
  await page.getByRole("button", { name: SAY.check }).click();
  const heading = page.getByRole("heading", { name: SAY.check });
  await until(() => hasFocus(heading), "the check page is there");
  await page.locator(".skip-link").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**#main");
  assert.equal(await heading.isVisible(), true);
  await page.goBack();
  assert.equal(await heading.isVisible(), true, "back to where the link was pressed");
  await page.goBack();
  await page.getByRole("button", { name: SAY.check }).waitFor();
});

story("whoever goes back to the questions by the button, leaves the page with the next Back", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, `${collector.url}/`);
  await page.getByRole("link", { name: "Hoe komen de provincie en uw dorp" }).click();
  await ready(page);
  await choice(page, "ontmoeten", "online").click();
  await page.getByRole("button", { name: SAY.check }).click();
  await page.getByRole("button", { name: "Terug naar de vragen" }).click();
  await page.getByRole("button", { name: SAY.check }).waitFor();
  await until(() => !page.url().includes("#controleer"), "the step is taken out of the address");
  await page.goBack();
  await page.waitForURL(`${collector.url}/`);
});

for (const [name, options] of [["in the light", {}], ["in the dark", { colorScheme: "dark" }], ["in forced colours", { forcedColors: "active" }]]) {
  story(`where the focus is can be seen ${name}`, async ({ collector, someone }) => {
    const page = await someone({ ...DESKTOP, ...options });
    await open(page, collector.url + PATH);
    // From a keyboard's focus onwards, the browser shows where it is.
    await page.keyboard.press("Tab");
    const elements = {
      "a link in the menu": page.getByRole("link", { name: "Mijn reacties" }),
      "the main link": page.getByRole("link", { name: "Geef uw reactie" }),
      "a step of a scale": choice(page, "afstand", 3),
      "a text box": field(page, "gehoord"),
      "a radio button": choice(page, "ontmoeten", "dorpshuis"),
      "a checkbox": choice(page, "onderwerpen", "energie"),
      "a list": field(page, "belangrijkst.fouten"),
      "a small button": page.locator("#up-belangrijkst_2"),
      "the main button": page.getByRole("button", { name: SAY.check }),
      "a link in the footer": page.getByRole("contentinfo").getByRole("link").first(),
    };
    for (const [what, element] of Object.entries(elements)) {
      const { x, y, width, height } = await restingPlace(element);
      const clip = { x: Math.max(0, x - 10), y: Math.max(0, y - 10), width: width + 20, height: height + 20 };
      await page.evaluate(() => document.activeElement.blur());
      // A blinking caret would be a difference too.
      const before = await page.screenshot({ clip, caret: "hide" });
      await element.focus();
      const after = await page.screenshot({ clip, caret: "hide" });
      const { clear } = await difference(before, after);
      // A line of 2 pixels around it, the least that WCAG 2.4.13 asks for.
      assert.ok(clear >= 2 * 2 * Math.min(width + height, 120), `${what}: only ${clear} pixels change by 3:1 (A11)`);
    }
  });
}

/** Where an element is in view, once what came in view with it has been laid out. */
async function restingPlace(element) {
  let box;
  await until(async () => {
    await element.scrollIntoViewIfNeeded();
    const before = JSON.stringify(box);
    await element.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    box = await element.boundingBox();
    return JSON.stringify(box) === before;
  }, "it comes to rest");
  return box;
}

/** Notes from now on what the title was whenever the focus moved to a part of the page. */
function heardTitles(page) {
  return page.evaluate(() => {
    window.heard = [];
    document.addEventListener("focusin", ({ target }) => {
      if (target.tabIndex === -1) window.heard.push({ id: target.id, title: document.title });
    });
  });
}

async function inView(locator) {
  return locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
}
