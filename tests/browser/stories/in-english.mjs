import assert from "node:assert/strict";
import { EVERYTHING, SLUG, fillIn, progress } from "../helpers/form.mjs";
import { pages } from "../helpers/site.mjs";
import { open, ready, story } from "../helpers/story.mjs";

story("somebody who does not read Dutch switches to English and reacts", async ({ collector, someone }) => {
  const page = await someone({ locale: "en-GB" });
  await open(page, `${collector.url}/vraag/${SLUG}/`);
  assert.equal(await page.locator("html").getAttribute("lang"), "nl");
  const english = page.getByRole("link", { name: "English" });
  assert.equal(await english.getAttribute("lang"), "en", "a word in another language is marked (A8)");
  await english.click();
  await page.getByRole("heading", { level: 1, name: "How can the province and your village get closer?" }).waitFor();
  assert.equal(new URL(page.url()).pathname, `/en/vraag/${SLUG}/`);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.equal(await page.getByRole("link", { name: "Nederlands" }).getAttribute("lang"), "nl");
  await ready(page);

  await page.getByRole("button", { name: "Check your answers" }).click();
  await page.getByRole("heading", { name: "Please look at these points" }).waitFor();
  assert.match(await page.title(), /^Error: /);
  await fillIn(page, EVERYTHING);
  await page.getByText("What you fill in is saved on this device.").waitFor();
  await page.getByRole("button", { name: "Check your answers" }).click();
  await page.locator(".answers").getByText("Rather without an agenda").waitFor();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByRole("heading", { name: "Thank you for your response" }).waitFor();
  await progress(page).filter({ hasText: "Your response has arrived." }).waitFor();
  const receipt = await page.locator(".receipt__code").innerText();
  const [reaction] = await collector.gathered();
  assert.equal(reaction.language, "en");

  await page.getByRole("link", { name: "See my responses" }).click();
  await page.locator(".mine__item", { hasText: receipt }).getByText("Arrived", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Follow your response" }).click();
  await page.getByLabel("Your receipt code").fill(receipt);
  await page.getByRole("button", { name: "Find my response" }).click();
  await page.getByText("The code is typed correctly, but is not in any answer of ours yet.").waitFor();
});

story("every page has its twin in the other language, and each says in which it is", async ({ collector, someone }) => {
  const page = await someone({ javaScriptEnabled: false });
  const all = pages(process.env.BEGINSPRAAK_TEST_SITE);
  const dutch = all.filter((path) => !path.startsWith("/en/"));
  assert.deepEqual(all.filter((path) => path.startsWith("/en/")), dutch.map((path) => `/en${path}`));
  for (const path of dutch) {
    for (const [here, other] of [[path, `/en${path}`], [`/en${path}`, path]]) {
      await page.goto(collector.url + here);
      const language = here.startsWith("/en/") ? "en" : "nl";
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      const link = page.getByRole("link", { name: language === "nl" ? "English" : "Nederlands" });
      assert.equal(await link.getAttribute("href"), other);
      assert.equal(await link.getAttribute("hreflang"), language === "nl" ? "en" : "nl");
    }
  }
});
