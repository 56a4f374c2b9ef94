// A browser that does not know colours for light and dark in one (Safari before 17.5, Chrome before 123).
import assert from "node:assert/strict";
import { PATH } from "../helpers/form.mjs";
import { story } from "../helpers/story.mjs";

/** The colour of what is drawn, in a browser where `light-dark()` is not a colour. */
async function colours(page) {
  return page.evaluate(() => {
    const of = (selector, property) => getComputedStyle(document.querySelector(selector))[property];
    return {
      page: of("body", "backgroundColor"), text: of("body", "color"), box: of("textarea", "backgroundColor"),
      edge: of("textarea", "borderTopColor"), choice: of(".choice", "backgroundColor"), button: of(".button--primary", "backgroundColor"),
      band: of(".section--band", "backgroundColor"), rock: of(".scope__rock", "fill"), scheme: of("html", "colorScheme"),
    };
  });
}

for (const colorScheme of ["light", "dark"]) {
  story(`somebody whose older browser is set to ${colorScheme} sees every box, in light colours`, async ({ collector, someone }) => {
    const [older, newer] = [await someone({ colorScheme, bypassCSP: true }), await someone({ colorScheme: "light" })];
    await older.route(collector.url + PATH, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll("light-dark(", "unknown(") });
    });
    await older.goto(collector.url + PATH);
    await newer.goto(collector.url + PATH);
    const [seen, wanted] = [await colours(older), await colours(newer)];
    assert.deepEqual({ ...seen, scheme: "" }, { ...wanted, scheme: "" });
    assert.equal(seen.scheme, "light", "and its own controls are light too");
  });
}
