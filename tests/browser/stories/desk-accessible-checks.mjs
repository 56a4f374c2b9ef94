// Every room of the desk, with as much in it as an evening leaves there, for people who see, hear, move or read otherwise; and
// in each at most one button that stands out.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { accessibilityProblems, axe } from "../accessibility.mjs";
import { DESK, openDesk, putBack, sign } from "../helpers/desk.mjs";
import { backUpOf, idOf } from "../helpers/gatherings.mjs";
import { day } from "../helpers/site.mjs";
import { ready, story } from "../helpers/story.mjs";

const LONG = "Multifunctioneel dorpshuis De Boerhoorn en omstreken";
const SAID = [
  ["De bus komt nog maar twee keer per dag, en op zondag helemaal niet meer.", "bother", "Gretje"],
  ["Wij koken elke vrijdag samen.", "own_action", undefined, 0],
  ["Zet een bankje bij de dijk.", "idea", undefined, 1],
  ["Wie besluit over de brug bij Landschapsbeheersvereniging Oostermoer?", "question"],
  ["Voor een bankje heb je drie vergunningen nodig.", "obstacle"],
];
const POINTS = [
  { sort: "main", is: "Zonder bus of auto kom je het dorp niet uit." },
  { sort: "promise", is: "Wij praten met de vervoerder.", who: "Gedeputeerde Jansen", by: day(-5) },
  { sort: "pass_on", is: "Bankjes zonder vergunning.", who: "gemeente Aa en Hunze", from: 2 },
  { sort: "obstacle", is: "Drie vergunningen voor één bankje." },
  { sort: "village", is: "De kookclub rijdt elkaar." },
];
const TOUR = {
  place: LONG, day: day(-1), people: 43, hosts: "Anna van der Vlugt en Bert", said: SAID, points: POINTS,
  stops: [["Molen van Rolde", "11.30 uur"], ["Brink van Anloo", "bij de kerk, 10.00 uur"]],
};
const CLOSED = { place: "Dorpshuis Annen", day: day(-30), people: 12, said: SAID.slice(0, 2), points: POINTS.slice(0, 2), closed: true };

const visible = (page) => page.locator(".button--primary:visible");

/** What is wrong with the room as it stands. */
async function problems(page, route, state = "") {
  const found = await accessibilityProblems(page, { route: `${DESK}#${route}`, state });
  const filled = await visible(page).count();
  if (filled > 1) found.push(`${filled} buttons stand out: ${(await visible(page).allInnerTexts()).join(", ")}`);
  return found.map((problem) => `${route} ${state} ${problem}`);
}

/** Goes to a room, and waits until something of it is there. */
async function enter(page, url, route, there) {
  await page.goto(`${url}${DESK}#${route}`);
  await page.locator(there).first().waitFor();
}

async function filled(page, url, gatherings) {
  const file = join(process.env.BEGINSPRAAK_TEST_WORK, `rooms-${gatherings.length}.zip`);
  writeFileSync(file, backUpOf(gatherings));
  await openDesk(page, url);
  await putBack(page, file, "Teruggezet en veilig op dit apparaat:");
}

async function nobodyYet(page) {
  await page.getByLabel("Uw naam").fill("Anna");
  await page.getByLabel("Uw naam").press("Enter");
  await page.getByText("U bent Anna.").or(page.getByText("Anna", { exact: false })).first().waitFor();
}

const OF_ONE = [
  ["", ".desk-remark"], ["/voorbereiden", "form"], ["/klaarzetten", ".desk-stops"], ["/noteren", "#desk-note"],
  ["/afsluiten", "#evening"], ["/papier", ".poster"], ["/wissen", ".choice"], ["/scherm", ".desk-remark"],
];

story("every room about one gathering is accessible, with a tour, remarks and points in it", async ({ collector, someone }) => {
  const page = await someone();
  await filled(page, collector.url, [TOUR, CLOSED]);
  await nobodyYet(page);
  const found = [];
  for (const [room, there] of OF_ONE) {
    await enter(page, collector.url, `/gesprekken/${idOf(0)}${room}`, there);
    found.push(...await problems(page, `/gesprekken/${room}`));
  }
  await enter(page, collector.url, `/gesprekken/${idOf(1)}/afsluiten`, "#desk-closed");
  found.push(...await problems(page, "/gesprekken/afsluiten", "closed"));
  // The hall is looked at from afar, in letters that grow with the screen (see `desk-the-screen-in-the-hall`): it fills the
  // window, so what is about scrolling says nothing of it.
  await enter(page, collector.url, `/gesprekken/${idOf(0)}/scherm/zaal`, ".hall__inside");
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    found.push(...await axe(page));
  }
  assert.match(await page.title(), /^Wat de zaal ziet – /);
  assert.deepEqual(found, []);
}, { timeout: 150_000 });

const REST = [
  ["/", ".desk-card"], ["/gesprekken", ".desk-all"], ["/gesprekken/nieuw", "form"], ["/overzicht", ".desk-overview"], ["/versturen", ".desk-part"],
  ["/bestanden", "#desk-file"], ["/ophalen", "#desk-handed"], ["/opstellen", "#desk-write button"], ["/publiceren", ".desk-part .desk-card"], ["/idee", ".desk-part form"],
  ["/mee", ".desk-part p"], ["/nergens", "h1"],
];

story("every other room is accessible, with two gatherings on the device", async ({ collector, someone }) => {
  const page = await someone();
  await filled(page, collector.url, [TOUR, CLOSED]);
  await nobodyYet(page);
  const found = [];
  for (const [room, there] of REST) {
    await enter(page, collector.url, room, there);
    found.push(...await problems(page, room));
  }
  assert.deepEqual(found, []);
}, { timeout: 150_000 });

story("rooms in which nothing is yet, for somebody who is new here, are accessible too", async ({ collector, someone }) => {
  const page = await someone();
  await openDesk(page, collector.url);
  const found = [];
  for (const [room, there] of REST.filter(([room]) => ["/", "/gesprekken", "/overzicht", "/versturen", "/ophalen", "/idee", "/gesprekken/nieuw"].includes(room)).map(([room, there]) => [room, room === "/overzicht" ? ".desk-empty" : there])) {
    await enter(page, collector.url, room, there);
    found.push(...await problems(page, room, "empty"));
  }
  await page.reload();
  await ready(page);
  assert.deepEqual(found, []);
}, { timeout: 150_000 });
