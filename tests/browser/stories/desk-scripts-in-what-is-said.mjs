// Whatever somebody types in a gathering, it is text on wall, sheets and overview: no script runs, and nothing breaks out.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DESK, openDesk, putBack, sign } from "../helpers/desk.mjs";
import { backUpOf, idOf } from "../helpers/gatherings.mjs";
import { PAYLOADS } from "../helpers/payloads.mjs";
import { day } from "../helpers/site.mjs";
import { story } from "../helpers/story.mjs";

let turn = 0;
/** A text with the next payload in it, that says where it stands. */
const spiced = (what) => `${what} ${PAYLOADS[turn++ % PAYLOADS.length]}`;

const EVENING = {
  place: spiced("plaats"), day: day(-1), people: 12, hosts: spiced("leiders"), ask: spiced("vraag"),
  stops: [[spiced("halte"), spiced("halte-waar")]],
  said: PAYLOADS.map((payload, n) => [`opmerking ${n} ${payload}`, n % 2 ? "bother" : "obstacle", payload, 0]),
  points: [
    { sort: "main", is: spiced("hoofdpunt") },
    { sort: "promise", is: spiced("belofte"), who: spiced("belofte-wie"), by: day(-5) },
    { sort: "pass_on", is: spiced("doorgeven"), who: spiced("doorgeven-wie"), from: 0 },
    { sort: "village", is: spiced("dorp") },
    { sort: "join", is: spiced("aansluiten"), who: spiced("aansluiten-wie") },
    { sort: "obstacle", is: spiced("obstakel") },
    { sort: "touchstone", is: spiced("verhaal"), touchstone: "vuistregel-1" },
  ],
};

/** What came out of a text as an element, or as an attribute that runs something. */
const injected = (page) => page.evaluate(() => {
  const runs = (element) => element.getAttributeNames().some((name) => name.startsWith("on"));
  const ours = "main, #desk";
  return [...document.querySelectorAll(`${ours} *`)].filter((element) => runs(element) || ["SCRIPT", "IMG", "IFRAME"].includes(element.tagName)).map((element) => element.outerHTML);
});

/** That the page shows these words, payload and all, as text only. */
async function shows(page, words, where) {
  assert.deepEqual(await injected(page), [], where);
  const read = await page.evaluate(() => [document.body.textContent, ...[...document.querySelectorAll("input, textarea")].map(({ value }) => value)].join("\n"));
  const flat = (text) => text.replace(/\s+/g, " ");
  for (const one of words) assert.ok(flat(read).includes(flat(one)), `${where} shows: ${one}`);
}

story("scripts in every text of a gathering are only ever text: in its rooms, on the wall, on paper, on the sheet and in the overview", async ({ collector, someone }) => {
  const page = await someone();
  const file = join(process.env.BEGINSPRAAK_TEST_WORK, "spiced-evening.zip");
  writeFileSync(file, backUpOf([EVENING]));
  await openDesk(page, collector.url);
  await putBack(page, file, "Teruggezet en veilig op dit apparaat:");
  await page.getByLabel("Uw naam").fill(PAYLOADS[1]);
  await page.getByLabel("Uw naam").press("Enter");
  await page.getByText(PAYLOADS[1]).first().waitFor();
  const { place, hosts, ask, stops: [[stop, about]], said, points } = EVENING;
  const room = `${collector.url}${DESK}#/gesprekken/${idOf(0)}`;
  const remarks = said.map(([words]) => words);
  const rooms = [
    ["", ".desk-remark", [place, hosts, ask, stop, ...remarks]],
    ["/voorbereiden", "form", [place, hosts, ask]],
    ["/klaarzetten", ".desk-stops", [stop, about]],
    ["/noteren", "#desk-note", [place, stop, ...remarks]],
    ["/wissen", ".choice", remarks],
    ["/scherm", ".desk-remark", remarks],
    ["/afsluiten", "#evening", points.map(({ is }) => is)],
  ];
  for (const [path, there, words] of rooms) {
    await page.goto(room + path);
    await page.locator(there).first().waitFor();
    await shows(page, words, path);
  }
  // The sheet of the evening, in print and as a file to mail.
  await page.emulateMedia({ media: "print" });
  const told = points.filter(({ sort }) => sort !== "touchstone").flatMap(({ is, who }) => [is, ...(who ? [who] : [])]);
  await shows(page.locator("#evening").page(), told, "the sheet, printed");
  await page.emulateMedia({ media: null });
  const [mailed] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Maak een bestand om te mailen" }).click()]);
  await sign(page, "Het bestand staat bij uw downloads.").waitFor();
  const sheet = await page.context().newPage();
  await sheet.setContent(readFileSync(await mailed.path(), "utf8"));
  assert.equal(await sheet.locator("script, img, [onerror], [onload]").count(), 0, "the file to mail");
  const title = await sheet.title();
  assert.ok(title.includes(place), title);
  const read = (await sheet.locator("body").innerText()).replace(/\s+/g, " ");
  for (const one of told) assert.ok(read.includes(one), `the file shows: ${one}`);
  await sheet.close();

  await page.goto(`${room}/papier`);
  for (const [choice, there, words] of [["Poster", ".poster", [place, ask, hosts]], ["Papieren formulieren", ".pen-form", [ask]], ["Kaart voor gespreksleiders", ".host-card", [place]], ["Route langs de haltes", ".route", [place, stop, about]]]) {
    await page.getByLabel(choice).check();
    await page.locator(there).first().waitFor();
    await shows(page, words, choice);
  }

  // Every remark on the wall, one after the other in the light.
  const hall = await page.context().newPage();
  await hall.goto(`${room}/scherm/zaal`);
  await hall.locator(".hall__inside").waitFor();
  await page.goto(`${room}/scherm`);
  for (const words of remarks) {
    const row = page.locator(".desk-remark").filter({ hasText: words.slice(0, 12) });
    await row.getByRole("button", { name: /^Zet groot/ }).click();
    await hall.locator(".hall__lit").filter({ hasText: words.slice(0, 12) }).waitFor();
    await shows(hall, [words], "the wall");
  }
  await page.goto(`${collector.url}${DESK}#/overzicht`);
  await page.locator(".desk-overview").waitFor();
  const whole = points.filter(({ sort }) => !["main", "join"].includes(sort));
  await shows(page, [place, stop, ...whole.flatMap(({ is, who }) => [is, ...(who ? [who] : [])])], "the overview");
  for (const [path, there] of [["/gesprekken", ".desk-card"], ["/versturen", ".desk-part"], ["/", ".desk-card"], ["/ophalen", "#desk-handed"]]) {
    await page.goto(`${collector.url}${DESK}#${path}`);
    await page.locator(there).first().waitFor();
    await shows(page, [], path);
  }
  await page.goto(`${collector.url}${DESK}#/ophalen`);
  await page.getByRole("button", { name: "Zet de gesprekken van dit apparaat erbij" }).click();
  await page.locator("article").filter({ hasText: "plaats" }).waitFor();
  await shows(page, [place, ...remarks], "what staff accept");
}, { timeout: 150_000 });
