// Ranking with a pointer: it is held wherever it goes, and nothing moves without it.
import assert from "node:assert/strict";
import { PATH } from "../helpers/form.mjs";
import { open, story, until } from "../helpers/story.mjs";

const labels = (page) => page.locator(".ranking__label").allInnerTexts();

async function middle(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return [x + width / 2, y + height / 2];
}

story("somebody lets go outside the list, and comes back without a button", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, collector.url + PATH);
  const before = await labels(page);
  const handle = page.locator('[data-row="2"] .ranking__handle');
  await handle.scrollIntoViewIfNeeded();
  await page.mouse.move(...await middle(handle));
  await page.mouse.down();
  const [, top] = await middle(page.locator('[data-row="0"]'));
  await page.mouse.move(3, top, { steps: 5 });
  await until(async () => (await labels(page))[0] === before[2], "it goes along outside the list too");
  await page.mouse.up();
  const after = await labels(page);
  await page.mouse.move(...await middle(page.locator('[data-row="4"]')), { steps: 5 });
  assert.deepEqual(await labels(page), after, "nothing moves any more");
  assert.equal(await page.locator(".ranking__item--dragging").count(), 0);
});

story("only the main button drags", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, collector.url + PATH);
  const before = await labels(page);
  const handle = page.locator('[data-row="2"] .ranking__handle');
  await handle.scrollIntoViewIfNeeded();
  await page.mouse.move(...await middle(handle));
  await page.mouse.down({ button: "right" });
  await page.mouse.move(...await middle(page.locator('[data-row="0"]')), { steps: 5 });
  assert.equal(await page.locator(".ranking__item--dragging").count(), 0);
  await page.mouse.up({ button: "right" });
  assert.deepEqual(await labels(page), before);
});

story("a list that is longer than the screen scrolls under the pointer", async ({ collector, someone }) => {
  const page = await someone({ viewport: { width: 360, height: 256 } });
  await open(page, collector.url + PATH);
  const [first] = await labels(page);
  const handle = page.locator('[data-row="0"] .ranking__handle');
  await handle.evaluate((handle) => handle.scrollIntoView({ block: "center" }));
  const [x, y] = await middle(handle);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, 250, { steps: 5 });
  await until(async () => (await labels(page)).at(-1) === first, "held at the edge, it comes to the last place");
  await page.mouse.up();
});
