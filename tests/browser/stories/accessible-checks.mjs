import assert from "node:assert/strict";
import { accessibilityProblems, checkAccessible } from "../accessibility.mjs";
import { DESKTOP, open, story } from "../helpers/story.mjs";

// A check that can't fail shows nothing: each finds what is broken here on purpose.
story("the accessibility checks find what is wrong with a page that was damaged", async ({ collector, someone }) => {
  const page = await someone(DESKTOP);
  await open(page, `${collector.url}/over/`);
  await checkAccessible(page, { route: "/over/" });
  const title = await page.title();
  await open(page, `${collector.url}/volg/`);
  await page.evaluate((title) => {
    document.title = title;
    document.documentElement.lang = "fr";
    document.querySelector(".skip-link").remove();
    document.querySelector("main [role=status]").removeAttribute("role");
    const add = (name, properties, ...children) => {
      const { style = "", ...rest } = properties;
      const element = Object.assign(document.createElement(name), rest);
      element.style.cssText = style;
      element.append(...children);
      document.querySelector("main").append(element);
      return element;
    };
    add("h1", { textContent: "Nog een kop" });
    add("h4", { textContent: "Een kop te diep" });
    add("p", { style: "height: 12px; overflow: hidden", textContent: "Deze tekst is te hoog voor zijn vak" });
    add("p", { style: "color: #999; background: #aaa", textContent: "Te licht om te lezen" });
    add("p", { style: "width: 700px", textContent: "Te breed" });
    add("button", { style: "width: 20px; height: 20px; min-height: 0; padding: 0; border: 0; outline: 0; transition: color 2s", textContent: "x", tabIndex: 3 }).setAttribute("aria-describedby", "nergens");
    add("p", { style: "display: flex; flex-direction: row-reverse" }, Object.assign(document.createElement("a"), { href: "/1", textContent: "eerste" }), Object.assign(document.createElement("a"), { href: "/2", textContent: "tweede" }));
  }, title);
  const problems = await accessibilityProblems(page, { route: "/volg/" });
  const found = new Set(problems.map((problem) => problem.split(":")[0]));
  const expected = [
    "A1 axe, light", "A1 axe, dark", "A2 title", "A6 headings", "A7 skip link", "A8 language", "A11/A12 focus", "A13 order",
    "A16 descriptions", "A18 live regions", "A20 reflow", "A21 clipped", "A21 text at 200 %", "A22 text spacing",
    "A23 forced colours", "A24 motion", "A25 target", "A25 target, phone",
  ];
  for (const check of expected) assert.ok(found.has(check), `"${check}" finds something; found were:\n${problems.join("\n")}`);
});
