// A code on paper and in the hall leads to the address that is written beside it, on every ground and in every mode.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { read } from "../helpers/codes.mjs";
import { DESK, openDesk, putBack } from "../helpers/desk.mjs";
import { backUpOf, idOf } from "../helpers/gatherings.mjs";
import { day } from "../helpers/site.mjs";
import { story } from "../helpers/story.mjs";

const EVENING = {
  place: "Dorpshuis Annen", day: day(3), people: 12, hosts: "Anna", said: [["De bus komt niet.", "bother"]],
  points: [{ sort: "main", is: "Zonder bus kom je het dorp niet uit." }], stops: [["Brink", "10 uur"]],
};

/** That a code is read, has room around it, and leads to the address beside it. */
async function leads(page, code, beside, where) {
  const { text, quiet } = await read(code);
  assert.ok(text, `${where}: the code is read`);
  assert.ok(quiet >= 3.9, `${where}: ${quiet} light modules around it`);
  const written = (await beside.allInnerTexts()).map((words) => words.replace(/\s|\u00ad|\u200b/g, ""));
  const typed = text.replace(/^https?:\/\//, "").replace(/\/$/, "");
  assert.ok(written.some((words) => words.includes(typed) || typed.startsWith(words)), `${where}: ${text} beside ${written.join(" | ")}`);
  const answer = await page.request.get(text);
  assert.equal(answer.status(), 200, `${where}: there is a page at ${text}`);
}

story("the codes on poster, form, route, sheet and screen lead to the address beside them, in light, in dark and in forced colours", async ({ collector, someone }) => {
  const page = await someone({ viewport: { width: 1280, height: 1600 }, deviceScaleFactor: 2 });
  const file = join(process.env.BEGINSPRAAK_TEST_WORK, "codes.zip");
  writeFileSync(file, backUpOf([EVENING]));
  await openDesk(page, collector.url);
  await putBack(page, file, "Teruggezet en veilig op dit apparaat:");
  await page.getByLabel("Uw naam").fill("Anna");
  await page.getByLabel("Uw naam").press("Enter");
  await page.getByText("Anna").first().waitFor();
  const room = `${collector.url}${DESK}#/gesprekken/${idOf(0)}`;

  await page.goto(`${room}/papier`);
  for (const [choice, sheet] of [["Poster", ".poster"], ["Papieren formulieren", ".pen-form"], ["Route langs de haltes", ".route"]]) {
    await page.getByLabel(choice).check();
    const drawn = page.locator(sheet).first();
    await drawn.waitFor();
    const code = drawn.locator("svg[role=img]").first();
    for (const media of [{ colorScheme: "light" }, { colorScheme: "dark" }, { colorScheme: "light", forcedColors: "active" }, { media: "print" }]) {
      await page.emulateMedia({ media: null, forcedColors: "none", ...media });
      await leads(page, code, drawn, `${choice}, ${JSON.stringify(media)}`);
    }
    await page.emulateMedia({ media: null, forcedColors: "none", colorScheme: "light" });
  }

  // What is printed of a question, by staff.
  const staff = await someone({ viewport: { width: 1280, height: 1600 }, deviceScaleFactor: 2 });
  await staff.goto(`${collector.url}${DESK}#/opstellen`);
  await staff.getByRole("button", { name: "Begin met deze site", exact: true }).press("Enter");
  await staff.getByRole("link", { name: /^Posters en brieven ?: Wat speelt er bij u/ }).press("Enter");
  for (const [choice, sheet] of [["Poster", ".poster"], ["Brief aan inwoners", ".letter"], ["Papieren formulieren", ".pen-form"]]) {
    await staff.getByLabel(choice).check();
    const drawn = staff.locator(sheet).first();
    for (const media of [{ colorScheme: "dark" }, { forcedColors: "active" }, { media: "print" }]) {
      await staff.emulateMedia({ media: null, forcedColors: "none", colorScheme: "light", ...media });
      await leads(staff, drawn.locator("svg[role=img]").first(), drawn, `${choice} of a question, ${JSON.stringify(media)}`);
    }
    await staff.emulateMedia({ media: null, forcedColors: "none", colorScheme: "light" });
  }

  // The code with which a helper joins leads to the desk, and says what is known.
  await page.goto(`${room}/klaarzetten`);
  await page.getByRole("button", { name: "Toon de code" }).click();
  // High enough that the line at the foot is not over it.
  await page.setViewportSize({ width: 1280, height: 2600 });
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const { text, quiet } = await read(page.locator(".desk-invitation"));
    assert.match(text ?? "", new RegExp(`^${collector.url}${DESK}#/mee/`), `invitation, ${colorScheme}`);
    assert.ok(quiet >= 3.9, `${quiet} light modules around the invitation`);
  }

  await page.goto(`${room}/afsluiten`);
  const sheet = page.locator("#evening");
  await sheet.waitFor();
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await leads(page, sheet.locator(".sheet__foot svg"), sheet.locator(".sheet__foot"), `sheet of the evening, ${colorScheme}`);
  }

  const hall = await page.context().newPage();
  await hall.goto(`${room}/scherm/zaal`);
  for (const size of [{ width: 1280, height: 800 }, { width: 1024, height: 768 }, { width: 1920, height: 1080 }]) {
    await hall.setViewportSize(size);
    for (const colorScheme of ["light", "dark"]) {
      await hall.emulateMedia({ colorScheme });
      await leads(hall, hall.locator(".hall__qr"), hall.locator(".hall__side"), `hall of ${size.width}, ${colorScheme}`);
      await hall.keyboard.press("Alt+q");
      await hall.locator(".hall__inside--code").waitFor();
      await leads(hall, hall.locator(".hall__qr"), hall.locator(".hall__side"), `hall of ${size.width}, ${colorScheme}, the code large`);
      await hall.keyboard.press("Alt+q");
      await hall.locator(".hall__inside--code").waitFor({ state: "detached" });
    }
  }
}, { timeout: 150_000 });
