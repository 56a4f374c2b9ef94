// A browser that translates a page replaces its texts by others. What changes afterwards is still seen.
import { startNetwork } from "../helpers/network.mjs";
import { SAY, react } from "../helpers/form.mjs";
import { item } from "../helpers/items.mjs";
import { store } from "../helpers/device.mjs";
import { again } from "../helpers/elsewhere.mjs";
import { open, story } from "../helpers/story.mjs";
import assert from "node:assert/strict";

/** Does to the page what Google Translate does: each text becomes an element around another text, but for what must not be. */
function translate(page) {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      node.data.trim() && !node.parentElement.closest("script, style, textarea, [translate=no]") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const font = document.createElement("font");
      font.textContent = "Übersetzt";
      text.replaceWith(font);
    }
  });
}

story("the receipt of a page that was translated says when the reaction has arrived, and keeps its code", async ({ collector, someone, cleanUp }) => {
  const network = await startNetwork(collector, () => "unreachable");
  cleanUp(() => network.stop());
  const page = await someone();
  const code = await react(page, network, "Vertaald");
  await page.locator(".receipt__state").filter({ hasText: SAY.waiting }).waitFor();
  await page.locator(".outbox-banner").getByText("1 reactie staat klaar").waitFor();
  await translate(page);
  network.fate = () => "answer";
  await again(page);
  await page.locator(".receipt__state").filter({ hasText: SAY.arrived }).waitFor();
  assert.equal(await page.locator(".receipt__code").innerText(), code);
});

story("the list and the banner of a page that was translated follow what happens", async ({ collector, someone, cleanUp }) => {
  const network = await startNetwork(collector, () => "unreachable");
  cleanUp(() => network.stop());
  const page = await someone();
  await page.goto(`${network.url}/site.json`);
  const [[one, first], [two, second]] = [item("Een"), item("Twee")];
  await store(page, { outbox: { [one]: first, [two]: second } });
  await open(page, `${network.url}/mijn-reacties/`);
  await page.locator(".outbox-banner").getByText("2 reacties staan klaar").waitFor();
  await page.getByText("Geen verbinding.").first().waitFor();
  await translate(page);
  let count = 0;
  network.fate = () => ((count += 1) === 1 ? "answer" : 503);
  await again(page);
  await page.locator(".outbox-banner").getByText("1 reactie staat klaar").waitFor();
  await page.locator(".mine__item").getByText("Aangekomen", { exact: true }).waitFor();
  await page.locator(".mine__item").getByText("De server kan nu niets opslaan.").waitFor();
});
