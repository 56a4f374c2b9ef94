// What hosts print: poster, forms and card, each on as many sheets as it says, whatever was typed.
import assert from "node:assert/strict";
import { begin, openDesk } from "../helpers/desk.mjs";
import { axe } from "../accessibility.mjs";
import { story } from "../helpers/story.mjs";

/** How many sheets the page is on paper. */
async function sheets(page, format = "A4") {
  const pdf = await page.pdf({ format, printBackground: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
}

/** What stands outside its sheet, or is cut off there. */
const cutOff = (page) => page.evaluate(() => [...document.querySelectorAll(".handout__page")].filter((sheet) => sheet.offsetWidth).flatMap((sheet) => {
  const around = sheet.getBoundingClientRect();
  return [...sheet.querySelectorAll("p, li, h3, svg, strong, section, footer")].filter((part) => {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    return left < around.left - 1 || right > around.right + 1 || top < around.top - 1 || bottom > around.bottom + 1
      || (part.scrollWidth > part.clientWidth + 2 && part.clientWidth > 0 && getComputedStyle(part).display === "block" && part.tagName === "P");
  }).map((part) => `${part.className.baseVal ?? part.className}: ${part.textContent.slice(0, 30)}`);
}));

async function toPaper(page) {
  await page.getByRole("link", { name: "Terug naar het gesprek" }).click();
  await page.getByRole("link", { name: "Op papier" }).click();
  await page.locator(".poster").waitFor();
}

const HOSTILE = "<img src=x onerror=\"throw 1\"><script>throw 2</script>";
const LONG = `${"Multifunctioneel dorpshuis De Boerhoorn aan de Hoofdstraat ".repeat(4)}`.slice(0, 200).trim();
const WIDE = "M".repeat(200);

story("poster and card are one sheet, forms as many as were asked for, whatever the place is called", async ({ collector, someone }) => {
  for (const place of ["Dorpshuis Annen", LONG, WIDE, HOSTILE]) {
    const page = await someone();
    await openDesk(page, collector.url);
    await page.getByRole("link", { name: "Nieuw gesprek" }).click();
    await page.getByLabel("Uw naam").fill("Anna");
    await page.getByLabel("Uw naam").press("Enter");
    await page.getByLabel("Waar is het?").fill(place);
    await page.getByLabel("Wie leiden het gesprek?").fill(place);
    await page.getByLabel("Met welke vraag opent u het gesprek?").fill(place);
    await page.getByRole("button", { name: "Bewaar en ga naar het gesprek" }).click();
    await page.getByRole("link", { name: "Op papier" }).click();
    await page.locator(".poster").waitFor();
    assert.match(await page.title(), /^Op papier – /);
    assert.equal(await page.locator(".poster__place").innerText(), place, "as it was typed");
    for (const format of ["A4", "A3"]) assert.equal(await sheets(page, format), 1, `poster on ${format}`);
    assert.deepEqual(await cutOff(page), [], place);

    await page.getByLabel("Papieren formulieren").check();
    await page.getByLabel("Hoeveel formulieren?").fill("5");
    await page.getByLabel("Hoeveel formulieren?").press("Tab");
    await page.getByText("3 vellen.").waitFor();
    assert.equal(await sheets(page), 3);
    assert.deepEqual(await page.locator(".pen-form__number").allTextContents(), [1, 2, 3, 4, 5].map((n) => `Nummer ${n}`));
    assert.deepEqual(await cutOff(page), [], place);
    await page.getByLabel("Eén op een vel").check();
    await page.getByText("5 vellen.").waitFor();
    assert.equal(await sheets(page), 5);
    assert.deepEqual(await cutOff(page), [], place);

    await page.getByLabel("Kaart voor gespreksleiders").check();
    await page.locator(".host-card").waitFor();
    assert.equal(await sheets(page), 1, "card");
    assert.deepEqual(await cutOff(page), [], place);
  }
}, { timeout: 150_000 });

story("only the sheet is on paper, and the room can be used by all", async ({ collector, someone }) => {
  const page = await someone();
  await openDesk(page, collector.url);
  await begin(page);
  await toPaper(page);
  for (const name of ["Aanplakbiljet", "Papieren formulieren", "Kaart voor gespreksleiders"]) {
    await page.getByLabel(name).check();
    assert.deepEqual(await axe(page), []);
  }
  await page.emulateMedia({ media: "print" });
  const read = await page.evaluate(() => document.body.innerText);
  assert.ok(read.includes("Luister meer en zend minder") && read.includes("Alt 6"), read);
  for (const text of ["Druk af", "Hoeveel formulieren", "Zo komt het op papier", "Dorpsgesprekken"]) assert.ok(!read.includes(text), text);
});
