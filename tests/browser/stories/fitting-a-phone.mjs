// What somebody with a small telephone sees first, and finds without looking for it.
import assert from "node:assert/strict";
import { PATH, choice, field } from "../helpers/form.mjs";
import { pages, publish } from "../helpers/site.mjs";
import { startCollector } from "../helpers/collector.mjs";
import { DESKTOP, PHONE, open, story, until } from "../helpers/story.mjs";
import { join } from "node:path";

/** Where an element is on the screen. */
const box = (locator) => locator.evaluate((element) => {
  const { top, bottom, left, right, height } = element.getBoundingClientRect();
  return { top, bottom, left, right, height };
});

story("on a small telephone the header is one line, and the button to respond is on the first screen", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  const questions = pages(process.env.BEGINSPRAAK_TEST_SITE).filter((path) => /\/vraag\/[^/]+\/$/.test(path));
  assert.ok(questions.length >= 8, questions.join(" "));
  for (const path of questions) {
    await open(page, collector.url + path);
    const header = await box(page.getByRole("banner"));
    assert.ok(header.height <= 64, `the header of ${path} is ${header.height} high`);
    const { top, bottom } = await box(page.locator("main a[href='#reageren']").first());
    assert.ok(top > 0 && bottom <= PHONE.viewport.height, `the button of ${path} stands at ${top}–${bottom}`);
  }
});

story("on the first screen one can begin: the way to the questions, and the field for a code with its button", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  const { height } = PHONE.viewport;
  await open(page, collector.url);
  const invite = page.locator("main").getByRole("link", { name: "Denk nu mee" });
  assert.ok((await box(invite)).bottom <= height);
  await invite.tap();
  await until(() => page.getByRole("heading", { name: "Denk nu mee" }).evaluate((heading) => heading.getBoundingClientRect().top < 100), "at the questions");
  await open(page, `${collector.url}/volg/`);
  const code = page.getByLabel("Uw volgcode");
  await code.waitFor();
  assert.ok((await box(code)).bottom <= height, "the field");
  assert.ok((await box(page.getByRole("button", { name: "Zoek mijn reactie" }))).top < height, "its button");
});

story("whose site it is can be read whole, however long the name and wide the screen", async ({ collector, someone }) => {
  const page = await someone();
  for (const width of [320, 360, 768, 1024, 1152, 1280]) {
    await page.setViewportSize({ width, height: 700 });
    await open(page, `${collector.url}/over/`);
    const cut = await page.locator(".header__mark").evaluate((mark) => {
      mark.querySelector("small").textContent = "Voorbeeldprovincies Drenthe, Flevoland en Noord-Holland";
      const shown = [...mark.querySelectorAll("strong, small")].filter((name) => name.offsetParent);
      const wide = (name) => name.getBoundingClientRect().right > mark.getBoundingClientRect().right + 1;
      const broken = (name) => innerWidth >= 1024 && name.getBoundingClientRect().height > 30;
      return shown.filter((name) => wide(name) || broken(name)).map((name) => name.textContent);
    });
    assert.deepEqual(cut, [], `at ${width}`);
  }
});

story("the menu opens with a tap, without a script too, and is there at once on a large screen", async ({ collector, someone }) => {
  const page = await someone({ ...PHONE, javaScriptEnabled: false });
  await page.goto(collector.url + PATH);
  const mine = page.getByRole("link", { name: "Mijn reacties" });
  assert.equal(await mine.isVisible(), false);
  await page.getByText("Menu", { exact: true }).tap();
  await mine.tap();
  await page.getByRole("heading", { level: 1, name: "Mijn reacties" }).waitFor();
  const wide = await someone(DESKTOP);
  await open(wide, collector.url + PATH);
  await wide.getByRole("link", { name: "Mijn reacties" }).click();
  await wide.getByRole("heading", { level: 1, name: "Mijn reacties" }).waitFor();
});

story("the list of contents names every part of the page, and leads there", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, collector.url + PATH);
  await page.getByText("Op deze pagina", { exact: true }).tap();
  const contents = page.getByRole("navigation", { name: "Op deze pagina" });
  const named = await contents.getByRole("link").allInnerTexts();
  assert.deepEqual(named, await page.locator("main section > h2, main section > .section__head > h2").allInnerTexts());
  await contents.getByRole("link", { name: "Wie beslist wanneer?" }).tap();
  const heading = page.getByRole("heading", { name: "Wie beslist wanneer?" });
  await until(async () => {
    const { top, bottom } = await box(heading);
    return top >= 0 && bottom < PHONE.viewport.height;
  }, "the part is in view");
});

story("while somebody answers, which question it is and that it is kept stay in view, and the others are a tap away", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, collector.url + PATH);
  await choice(page, "ontmoeten", "online").tap();
  await page.getByText("Wat u invult, is bewaard op dit apparaat.").waitFor();
  for (const locator of [page.getByText("Vraag 3 van 8", { exact: true }), page.getByText("Wat u invult, is bewaard op dit apparaat.")]) {
    const { top, bottom } = await box(locator);
    assert.ok(top >= 0 && bottom <= PHONE.viewport.height, `at ${top}–${bottom}`);
  }
  await page.getByText("Alle 8 vragen", { exact: true }).tap();
  const all = page.locator(".near li");
  assert.equal(await all.count(), 8);
  assert.deepEqual(await all.filter({ hasText: "ingevuld" }).filter({ visible: true }).count(), 8);
  const answered = await page.locator("[data-done]").evaluateAll((marks) => marks.map((mark) => mark.checkVisibility()));
  assert.deepEqual(answered, [false, false, true, false, false, false, false, false]);
  await all.getByRole("link", { name: "Bij welk initiatief" }).tap();
  await until(async () => (await box(field(page, "aansluiten"))).bottom < PHONE.viewport.height, "that question is in view");
});

story("a fourth topic where three may be chosen is told at once", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, collector.url + PATH);
  for (const topic of ["wonen", "energie", "werk"]) await choice(page, "onderwerpen", topic).tap();
  const told = page.locator("#e-onderwerpen");
  assert.equal(await told.isVisible(), false);
  await choice(page, "onderwerpen", "weg-bus").tap();
  await told.getByText("U koos er meer dan 3. Haal er een weg.").waitFor();
  await page.locator("#form-said", { hasText: "U koos er meer dan 3." }).waitFor({ state: "attached" });
  await choice(page, "onderwerpen", "weg-bus").tap();
  await told.waitFor({ state: "hidden" });
});

story("the steps of a long scale stay in order, with each end at its own step, at any width and letter", async ({ someone, cleanUp }) => {
  const site = await publish(join(process.env.BEGINSPRAAK_TEST_WORK, "long-scale"), {
    change: (consultation) => {
      const scale = consultation.questions.find(({ kind }) => kind === "scale");
      if (scale) scale.limits = { min: 0, max: 10 };
      return consultation;
    },
  });
  const collector = await startCollector({ site });
  cleanUp(() => collector.stop());
  const page = await someone(DESKTOP);
  await open(page, collector.url + PATH);
  for (const [width, size] of [[1280, ""], [1280, "200%"], [768, ""], [360, ""], [360, "200%"], [320, ""]]) {
    await page.setViewportSize({ width, height: 740 });
    await page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
    const steps = await page.locator(".scale__step").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    const [low, high] = await page.locator(".scale__end").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    assert.equal(steps.length, 11);
    const across = steps.every(({ y }) => y === steps[0].y);
    const down = steps.every(({ x }) => x === steps[0].x);
    assert.ok(across || down, `at ${width} ${size} they stand in one row or one column`);
    steps.slice(1).forEach((step, at) => assert.ok(across ? step.x > steps[at].x : step.y > steps[at].y, "in order"));
    if (across) assert.ok(low.x <= steps[0].right && high.right >= steps[10].x, "the ends stand under the first and the last");
    else assert.ok(low.bottom <= steps[0].y && high.y >= steps[10].bottom, "the ends stand before the first and after the last");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} ${size} has no sideways scroll`);
  }
});
