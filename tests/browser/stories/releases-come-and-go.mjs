import assert from "node:assert/strict";
import { PATH } from "../helpers/form.mjs";
import { laid, onDevice, releases } from "../helpers/release.mjs";
import { open, story } from "../helpers/story.mjs";

story("releases come and go, with the line cut at any moment: every page opens, and is of one release", async ({ someone, cleanUp }) => {
  const { site, line, next } = await laid(cleanUp, "releases");
  const page = await someone();
  await open(page, line.url + PATH);
  await onDevice(page, site);
  const paths = ["/", PATH, "/mijn-reacties/", "/volg/", "/vraag/drenthe-luisteren/"];
  let newest = 1;
  let whole = 1;
  for (let round = 0; round < 9; round += 1) {
    // Every third round there is time for the whole release; in the others the line goes after a few answers.
    newest += 1;
    await next(newest);
    const time = round % 3 === 2;
    let answers = time ? Infinity : (round * 5) % 11;
    line.up = true;
    line.fate = (path) => {
      if (path !== PATH) answers -= 1;
      if (answers < 0) line.cut();
      return answers < 0 ? "cut" : "answer";
    };
    await page.goto(line.url + PATH);
    // Where the line went before the app was there, the page can still be read.
    const seen = await releases(page, { alive: time });
    assert.equal(seen.page, String(newest), "with a network one sees the newest page");
    assert.ok([null, seen.page].includes(seen.app), `the page of ${seen.page} does not have the app of ${seen.app}`);
    if (time) {
      await onDevice(page, site);
      whole = newest;
    }
    line.cut();
    const offline = new Set();
    for (const path of paths) {
      await page.goto(line.url + path);
      const { page: shown, app } = await releases(page);
      offline.add(app);
      if (path.startsWith("/vraag/")) assert.equal(shown, app, `${path} in round ${round}`);
      else assert.match(shown, /Denk mee|Mijn reacties|Volg uw reactie/);
    }
    assert.equal(offline.size, 1, `without a network all pages are of one release, not of ${[...offline]}`);
    // A release may have come in whole just before the line went.
    const [now] = offline;
    assert.ok([String(whole), String(newest)].includes(now), `${now} in round ${round}`);
    whole = Number(now);
  }
  assert.ok(whole >= newest - 2);
}, { timeout: 240_000 });
