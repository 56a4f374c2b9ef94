// A site shows whose it is: pictures of its own, light enough for a telephone, and cards that say what they are about.
import assert from "node:assert/strict";
import { PATH } from "../helpers/form.mjs";
import { PHONE, open, story, until } from "../helpers/story.mjs";

/** The addresses of the pictures that a page shows by now, once all of them are there. */
async function pictures(page, selector) {
  const images = page.locator(`${selector} img`);
  const there = () => images.evaluateAll((all) => all.every((one) => one.complete && one.naturalWidth > 0));
  for (const one of await images.all()) await one.scrollIntoViewIfNeeded();
  await until(there, "every picture came");
  return images.evaluateAll((all) => all.map((one) => one.currentSrc));
}

story("each province has a picture of its own, and its card says which one it is", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, `${collector.url}/`);
  const cards = page.locator(".card:not([hidden])");
  const named = { Drenthe: new Set(), Flevoland: new Set() };
  const shown = await pictures(page, ".card:not([hidden])");
  for (const [at, card] of (await cards.all()).entries()) {
    const place = await card.locator(".card__place").innerText();
    named[place].add(shown[at]);
    assert.match(await card.innerText(), /Denk mee/, "it invites");
    assert.match(await card.locator("h3 a").evaluate((link) => getComputedStyle(link).textDecorationLine), /underline/);
  }
  const [drenthe, flevoland] = Object.values(named);
  assert.ok(drenthe.size > 0 && flevoland.size > 0);
  assert.ok([...drenthe].every((one) => !flevoland.has(one)), "the hunebed is of Drenthe only");
});

story("pictures are light, keep their place, and say what they show", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  const weights = [];
  page.on("response", async (response) => {
    if (response.request().resourceType() === "image") weights.push(response.body().then((body) => body.length));
  });
  await open(page, collector.url + PATH);
  await pictures(page, "main");
  const all = await Promise.all(weights);
  assert.ok(all.length > 0 && all.reduce((sum, one) => sum + one, 0) <= 40_000, `${all} bytes`);
  const image = page.locator(".picture--top img");
  assert.match(await image.getAttribute("alt"), /hunebed/);
  const [width, height] = [await image.getAttribute("width"), await image.getAttribute("height")];
  assert.ok(Number(width) > 0 && Number(height) > 0, "its place is kept before it is there");
});
