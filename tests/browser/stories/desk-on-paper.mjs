// What hosts and staff print: poster, letter, forms and card, each on as many sheets as it says, whatever was typed.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DESK, begin, openDesk, putBack } from "../helpers/desk.mjs";
import { backUpOf } from "../helpers/gatherings.mjs";
import { day } from "../helpers/site.mjs";
import { axe } from "../accessibility.mjs";
import { story } from "../helpers/story.mjs";

const A4 = "210 x 297", A3 = "297 x 420";

/** The size of every sheet that is printed, in millimetres, as the sheets themselves ask for it. */
async function papers(page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  return boxes.map(([, ...points]) => points.map((one) => Math.round((one / 72) * 25.4)).join(" x "));
}

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
    await page.getByLabel("Hoe laat begint het?").fill("19:30");
    await page.getByLabel("Wie leiden het gesprek?").fill(place);
    await page.getByLabel("Met welke vraag opent u het gesprek?").fill(place);
    await page.getByRole("button", { name: "Bewaar en ga naar het gesprek" }).click();
    await page.getByRole("link", { name: "Op papier" }).click();
    await page.locator(".poster").waitFor();
    assert.match(await page.title(), /^Op papier – /);
    assert.equal(await page.locator(".poster__place").innerText(), place, "as it was typed");
    assert.equal(await page.locator(".poster__time").innerText(), "vanaf 19.30 uur");
    assert.equal(await page.locator(".poster__hosts").innerText(), `Gespreksleiding: ${place}`);
    assert.ok((await page.locator(".poster__who").innerText()).includes("Voorbeeldprovincies Drenthe en Flevoland"), "whose it is");
    for (const [size, paper] of [["A3", A3], ["A4", A4]]) {
      await page.getByLabel(size).check();
      assert.deepEqual(await papers(page), [paper], `poster on ${size}`);
    }
    assert.deepEqual(await cutOff(page), [], place);

    await page.getByLabel("Papieren formulieren").check();
    await page.getByLabel("Hoeveel formulieren?").fill("5");
    await page.getByLabel("Hoeveel formulieren?").press("Tab");
    await page.getByText("3 vellen.").waitFor();
    assert.deepEqual(await papers(page), [A4, A4, A4]);
    assert.equal(await page.locator(".pen-form").count(), 5);
    assert.deepEqual(await cutOff(page), [], place);
    await page.getByLabel("Eén op een vel").check();
    await page.getByText("5 vellen.").waitFor();
    assert.equal((await papers(page)).length, 5);
    assert.deepEqual(await cutOff(page), [], place);

    await page.getByLabel("Kaart voor gespreksleiders").check();
    await page.locator(".host-card").waitFor();
    assert.deepEqual(await papers(page), [A4], "card");
    assert.deepEqual(await cutOff(page), [], place);
  }
}, { timeout: 150_000 });

story("only the sheet is on paper, and the room can be used by all", async ({ collector, someone }) => {
  const page = await someone();
  await openDesk(page, collector.url);
  await begin(page);
  await toPaper(page);
  for (const name of ["Poster", "Papieren formulieren", "Kaart voor gespreksleiders"]) {
    await page.getByLabel(name).check();
    assert.deepEqual(await axe(page), []);
  }
  await page.emulateMedia({ media: "print" });
  const read = await page.evaluate(() => document.body.innerText);
  assert.ok(read.includes("Luister veel, en praat zelf weinig") && read.includes("Alt 6"), read);
  for (const text of ["Druk af", "Hoeveel formulieren", "Zo komt het op papier", "Dorpsgesprekken"]) assert.ok(!read.includes(text), text);
});

story("of a question comes a poster, a letter, a form and a text for the village paper, and what lacks leads to its field", async ({ collector, someone }) => {
  const page = await someone({ permissions: ["clipboard-read", "clipboard-write"] });
  const room = `${collector.url}${DESK}#/opstellen`;
  await page.goto(room);
  await page.getByRole("button", { name: "Begin met deze site", exact: true }).press("Enter");
  await page.getByRole("link", { name: /^Posters en brieven ?: Hoe komen de provincie/ }).press("Enter");
  const poster = page.locator(".poster");
  await poster.waitFor();
  assert.match(await page.title(), /^Posters en brieven – /);
  for (const [size, paper] of [["A3", A3], ["A4", A4]]) {
    await page.getByLabel(size).check();
    assert.deepEqual(await papers(page), [paper], size);
  }
  const said = await poster.innerText();
  for (const words of ["Voorbeeldprovincies Drenthe en Flevoland", "Hoe komen de provincie", "Drenthe zoekt een betere verbinding", "Reageren kan tot en met", "Ons antwoord komt uiterlijk op", "Scan om te reageren", "/vraag/drenthe-"]) assert.ok(said.includes(words), `${words} in ${said}`);
  assert.match(said, /(maan|dins|woens|donder|vrij|zater|zon)dag \d+/i, "with the day of the week");
  assert.deepEqual(await cutOff(page), []);
  assert.deepEqual(await axe(page), []);

  await page.getByLabel("Brief aan inwoners").check();
  assert.deepEqual(await papers(page), [A4], "the letter");
  const letter = await page.locator(".letter").innerText();
  for (const words of ["Aan de inwoners van Drenthe", "Waarom nu?", "Wat kan nog anders?", "Wat staat al vast?", "Bel ons: 000 000 00 00", "het dorpshuis, Voorbeeldweg 0", "Wie beslist: Provinciale Staten", "Voorbeeldteam Beginspraak"]) assert.ok(letter.includes(words), words);
  assert.deepEqual(await axe(page), []);
  await page.getByLabel("Papieren formulieren").check();
  await page.getByLabel("Hoeveel formulieren?").fill("5");
  await page.getByLabel("Hoeveel formulieren?").press("Tab");
  await page.getByText("3 vellen.").waitFor();
  assert.deepEqual(await papers(page), [A4, A4, A4]);
  assert.deepEqual(await cutOff(page), []);

  for (const language of ["Nederlands", "Engels"]) {
    await page.getByLabel(language).check();
    await page.getByLabel("Tekst voor het dorpsblad").check();
    const notice = await page.locator("#desk-notice").innerText();
    const count = notice.split(/\s+/).length;
    assert.ok(count <= 100, `${count} words`);
    await page.getByText(`${count} woorden.`, { exact: true }).waitFor();
    await page.getByRole("button", { name: "Kopieer de tekst" }).press("Enter");
    await page.locator("#desk-sign").filter({ hasText: "De tekst is gekopieerd." }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), notice);
  }
  await page.getByLabel("Poster").check();
  assert.match(await poster.innerText(), /Have\s+your say/);

  // Of what is hardly written: the address that it will have, and the way to each field, also of the site.
  await page.goto(room);
  await page.getByLabel("Korte naam voor het adres").fill("bus");
  await page.getByLabel("Korte naam voor het adres").press("Enter");
  await page.getByRole("link", { name: "Posters en brieven", exact: true }).press("Enter");
  await page.getByText("Deze vraag staat nog niet op de site. Dit wordt haar adres:").waitFor();
  assert.deepEqual(await papers(page), [A4]);
  const focused = (id) => page.waitForFunction((id) => document.activeElement?.id === id, id);
  await page.getByRole("link", { name: "De laatste dag" }).press("Enter");
  await focused("w.closes");
  await page.getByRole("link", { name: "Posters en brieven" }).press("Enter");
  await page.getByRole("link", { name: "Adres van de site" }).press("Enter");
  await focused("w.address");
  await page.getByText("Wij bewaren geen IP-adressen.").waitFor();
});

/** So many gatherings, each with two remarks, a promise, something to pass on and an obstacle. */
const heard = (count) => Array.from({ length: count }, (_, n) => ({
  place: `Dorpshuis ${["Annen", "Rolde", "Gieten", "Roden", "Norg", "Peize"][n % 6]}`, day: day(-n), people: 10 + n,
  said: [[`De bus komt niet meer (${n}).`, "bother"], [`Zet een bankje neer bij de dijk (${n}).`, "idea", "Marietje"]],
  points: [
    { sort: "promise", is: `Wij praten met de vervoerder over lijn ${n}.`, who: "Gedeputeerde Jansen", by: day(n - 5), done: n % 3 === 2 },
    { sort: "pass_on", is: `Een bankje bij de dijk ${n}.`, who: n % 2 ? "gemeente Aa en Hunze" : "Waterschap Hunze en Aa’s", from: 1 },
    { sort: "obstacle", is: `Drie vergunningen (${n}).` },
  ],
}));

story("the overview on paper has all of it, close together, and no sheet with a line of its own", async ({ collector, someone }) => {
  for (const [count, most] of [[3, 2], [60, 13]]) {
    const page = await someone();
    const file = join(process.env.BEGINSPRAAK_TEST_WORK, `paper-${count}.zip`);
    writeFileSync(file, backUpOf(heard(count)));
    await openDesk(page, collector.url);
    await putBack(page, file, "Teruggezet en veilig op dit apparaat:");
    await page.goto(`${collector.url}${DESK}#/overzicht`);
    await page.locator(".desk-overview").waitFor();
    const on = await sheets(page);
    assert.ok(on <= most, `${count} gatherings are on ${on} sheets`);
    await page.emulateMedia({ media: "print" });
    // What is short stays together with its heading, also the last; what holds nothing is not there.
    const parts = await page.locator(".desk-overview .desk-points:visible").evaluateAll((parts) => parts.map((part) => ({
      title: part.querySelector("h2").textContent, whole: getComputedStyle(part).breakInside === "avoid", folded: part.querySelector(":scope > details") !== null, height: part.offsetHeight,
    })));
    for (const { title, whole, folded } of parts) assert.ok(whole || folded, `${title} stays together`);
    assert.ok(!parts.some(({ title }) => title === "Welke toetsstenen zagen wij?"), "no part without anything in it");
    assert.ok(parts.at(-1).height > 60, "the last part is more than a line");
    const read = await page.evaluate(() => document.body.innerText);
    for (let n = 0; n < count; n += 1) assert.ok(read.includes(`Drie vergunningen (${n}).`), `${n} is on paper`);
  }
}, { timeout: 120_000 });
