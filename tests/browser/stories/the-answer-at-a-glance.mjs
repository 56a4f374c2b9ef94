// Somebody opens the answer on a telephone, has two minutes, and has read nothing else.
import assert from "node:assert/strict";
import { SLUG } from "../helpers/form.mjs";
import { inPage } from "../helpers/in-page.mjs";
import { TOLD } from "../helpers/landed.mjs";
import { DESKTOP, PHONE, open, story, until } from "../helpers/story.mjs";

const PATH = `/vraag/${SLUG}/terugkoppeling/`;
const arms = (page) => page.locator(".post .arm");
/** Every link on the post, with the theme that it leads to. */
const links = (page) => page.locator(".post a");

story("the whole answer is on the first screen of a phone, and all of the page on eight", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, collector.url + PATH);
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Dit doen wij met uw reacties");
  const statuses = new Set(TOLD.themes.flatMap((theme) => theme.landings.map((landing) => landing.status)));
  assert.equal(await arms(page).count(), statuses.size);
  for (const theme of TOLD.themes) await page.locator(".post").getByRole("link", { name: theme.title.nl }).first().waitFor();
  const boxes = await page.locator(".answer h1, .answer__asked, .arm, .post a").evaluateAll((all, most) => all.map((one) => {
    const { top, bottom, left, right } = one.getBoundingClientRect();
    return { says: one.innerText, inside: top >= 0 && bottom <= most && left >= 0 && right <= 360, bottom };
  }), 740);
  assert.deepEqual(boxes.filter(({ inside }) => !inside), []);
  const screens = (await page.evaluate(() => document.documentElement.scrollHeight)) / 740;
  assert.ok(screens <= 8, `${screens.toFixed(1)} screens`);
});

story("each number on the post is of the themes that stand there, and of the reactions in them", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, collector.url + PATH);
  for (const arm of await arms(page).all()) {
    const themes = await arm.getByRole("link").allInnerTexts();
    assert.equal(await arm.locator(".arm__number").innerText(), String(themes.length));
    const ids = TOLD.themes.filter((theme) => themes.includes(theme.title.nl)).map(({ id }) => id);
    const count = TOLD.ways.filter((way) => way.themes.some((id) => ids.includes(id))).reduce((sum, way) => sum + way.count, 0);
    assert.equal(await arm.locator(".arm__count").innerText(), `${count} reacties`);
  }
});

for (const [how, options] of [["a finger", PHONE], ["a mouse", DESKTOP]]) {
  story(`somebody follows an arm with ${how} to its theme, which unfolds and has the focus`, async ({ collector, someone }) => {
    const page = await someone(options);
    await open(page, collector.url + PATH);
    const go = async (link) => (options.hasTouch ? link.tap() : link.click());
    for (const theme of [TOLD.themes[7], TOLD.themes[2]]) {
      const [whole, link] = [page.locator(`#thema-${theme.id}`), page.locator(`.post a[href="#thema-${theme.id}"]`).first()];
      assert.equal(await whole.getAttribute("open"), null);
      await go(link);
      await whole.getByText(theme.landings[0].reason.nl).waitFor();
      await whole.locator("> summary:focus").waitFor();
      await until(async () => (await whole.locator("summary").first().boundingBox()).y >= 0, "its title is on the screen");
      assert.ok((await whole.locator("summary").first().boundingBox()).y < 200);
      // Folded again and asked for again: the same link works twice.
      await go(whole.locator("> summary"));
      await whole.getByText(theme.landings[0].reason.nl).waitFor({ state: "hidden" });
      await page.evaluate(() => scrollTo(0, 0));
      await go(link);
      await whole.getByText(theme.landings[0].reason.nl).waitFor();
    }
  });
}

story("a link to a theme, as from a message, opens it", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, `${collector.url}${PATH}#thema-water`);
  await page.locator("#thema-water[open] > summary:focus").waitFor();
});

story("without JavaScript a link on the post leads to its theme, and that can be read", async ({ collector, someone }) => {
  const page = await someone({ ...PHONE, javaScriptEnabled: false });
  await page.goto(collector.url + PATH);
  const theme = TOLD.themes[2];
  const summary = page.locator(`#thema-${theme.id} > summary`);
  const height = () => page.getByText(theme.landings[0].reason.nl).evaluate((text) => text.getBoundingClientRect().height);
  assert.equal(await height(), 0);
  await links(page).filter({ hasText: theme.title.nl }).first().tap();
  await until(async () => (await height()) > 0, "it is unfolded");
  const { y } = await summary.boundingBox();
  assert.ok(y >= 0 && y < 200, `its title is at ${y}`);
});

story("letters of 100, 130 and 200 % fit, unfolded too, on phones and on a wide screen, from either side", async ({ collector, someone }) => {
  for (const [width, height] of [[320, 568], [360, 740], [768, 1024], [1280, 800]]) {
    const page = await someone({ viewport: { width, height } });
    await open(page, collector.url + PATH);
    await page.locator("main details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
    for (const size of [100, 130, 200]) {
      for (const dir of ["ltr", "rtl"]) {
        await page.evaluate(([size, dir]) => {
          document.documentElement.style.fontSize = `${size}%`;
          document.documentElement.dir = dir;
        }, [size, dir]);
        assert.deepEqual(await page.evaluate(inPage.lostText), [], `${width} px, ${size} %, ${dir}`);
        // One letter a line is no text.
        const narrow = await page.locator("main :is(p, a, li, th, dd, summary)").evaluateAll((all, size) => all
          .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden") && one.innerText.trim().length > 12)
          .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim().length > 12))
          .filter((one) => one.getBoundingClientRect().width < 4 * 16 * size / 100 * .9)
          .map((one) => one.innerText.slice(0, 40)), size);
        assert.deepEqual(narrow, [], `${width} px, ${size} %, ${dir}`);
      }
    }
  }
}, { timeout: 200_000 });
