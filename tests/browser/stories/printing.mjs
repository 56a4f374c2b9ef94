// Somebody prints: what stands on the paper, and on how many sheets.
import assert from "node:assert/strict";
import { EVERYTHING, PATH, SAY, check, fillIn, progress, send } from "../helpers/form.mjs";
import { hosted } from "../helpers/elsewhere.mjs";
import { PHONE, open, story, until } from "../helpers/story.mjs";

/** How many sheets of paper it takes. */
async function sheets(page, format = "A4") {
  const pdf = await page.pdf({ format, printBackground: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
}

/** What of these can be read on paper. */
async function onPaper(page, texts) {
  await page.emulateMedia({ media: "print" });
  const read = await page.evaluate((texts) => texts.filter((text) => document.body.innerText.includes(text)), texts);
  await page.emulateMedia({ media: null });
  return read;
}

story("a receipt is one sheet: the code, and what was answered in words", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, collector.url + PATH);
  await fillIn(page, EVERYTHING);
  await check(page);
  const code = await send(page);
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  await page.locator(".receipt__qr path").waitFor();
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  const words = [code, title, EVERYTHING.gehoord.split("\n")[0], "De provincie geeft fouten toe", "Sleen", SAY.thanks];
  assert.deepEqual(await onPaper(page, words), words);
  assert.deepEqual(await onPaper(page, ["Wie beslist", "Privacy", "Lees hoe wij met uw reactie omgaan"]), [], "nothing else of the page");
  assert.equal(await sheets(page), 1);
  assert.equal(await page.locator(".receipt .answers").isVisible(), true, "what one wrote can be read on the screen too");
});

story("the poster is one sheet of A4 and of A3, with where to read on, in letters and as a code", async ({ collector, someone }) => {
  const page = await someone();
  for (const path of [PATH, `/en${PATH}`]) {
    await open(page, `${collector.url}${path}terugkoppeling/blad/`);
    await page.locator(".sheet__foot svg path").waitFor({ state: "attached" });
    const address = `${collector.url.replace("http://", "")}${path}terugkoppeling`;
    const written = page.locator(".sheet__address");
    await until(async () => (await written.innerText()).replace("http://", "") === address, "the whole address");
    for (const format of ["A4", "A3"]) assert.equal(await sheets(page, format), 1, `${path} on ${format}`);
    // As narrow as A4: what we do and what we do not stand on two sides of the pole there too, so that thirty themes fit.
    await page.setViewportSize({ width: 640, height: 900 });
    await page.emulateMedia({ media: "print" });
    const [ours, others] = await Promise.all(["ours", "others"].map((side) => page.locator(`.post__side--${side}`).boundingBox()));
    assert.ok(others.x + others.width <= ours.x + 1 && Math.abs(others.y - ours.y) < 2, "beside each other");
    assert.deepEqual(await onPaper(page, [path === PATH ? "U kunt nog reageren tot en met" : "You can still respond"]).then((read) => read.length), 1);
    await page.emulateMedia({ media: null });
  }
});

story("what is folded away on a screen stands on paper, with and without JavaScript", async ({ collector, someone }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await someone({ javaScriptEnabled });
    for (const path of [PATH, `${PATH}terugkoppeling/`]) {
      await page.goto(collector.url + path);
      const folded = page.locator("details:not([open], .unfold) > :not(summary)");
      const heights = () => folded.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
      assert.ok((await folded.count()) > 0, `${path} has something folded away`);
      await page.emulateMedia({ media: "print" });
      await until(async () => (await heights()).every((height) => height > 0), `all of ${path} is on paper`);
      await page.emulateMedia({ media: "screen" });
    }
  }
});

story("a browser that can't unfold by style unfolds before it prints, and folds again after", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, `${collector.url}${PATH}terugkoppeling/`);
  const unfolded = page.locator("details[open]");
  const [all, before] = [await page.locator("details").count(), await unfolded.count()];
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await unfolded.count(), all);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await unfolded.count(), before);
});

story("where reactions are brought by hand, paper holds all of it, however long it is", async ({ someone, cleanUp }) => {
  const host = await hosted(cleanUp, { kind: "file", mail: "denkmee@example.org" });
  const page = await someone(PHONE);
  await open(page, host.url + PATH);
  const long = "Wij missen de bus. ".repeat(100).trim();
  await fillIn(page, { gehoord: long, aansluiten: long.slice(0, 900), ontmoeten: "online" });
  await check(page);
  const code = await send(page);
  assert.deepEqual(await onPaper(page, [code, long]), [code, long], "on the receipt");
  await page.getByRole("link", { name: "Bekijk mijn reacties" }).click();
  await page.locator(".mine__codes path").nth(2).waitFor();
  assert.deepEqual(await onPaper(page, [code, long]), [code, long], "in the list");
  const parts = await page.locator("[data-qr]").evaluateAll((all) => all.map((one) => one.getAttribute("data-qr")));
  assert.ok(JSON.parse(parts.join("")).reaction.answers.length === 3, "read one after the other, the codes are the reaction");
});

story("the questions are a form to fill in by pen, with where it can go", async ({ collector, someone }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await someone({ javaScriptEnabled });
    await page.goto(collector.url + PATH);
    await page.emulateMedia({ media: "print" });
    const shown = async (selector) => page.locator(selector).evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).length);
    const boxes = page.locator(".questions [type=radio], .questions [type=checkbox]");
    assert.equal(await shown(".questions [type=radio], .questions [type=checkbox]"), await boxes.count(), "every box can be ticked");
    for (const area of await page.locator(".questions textarea").all()) {
      const room = await area.boundingBox();
      assert.ok(room.height > 75, `there is room to write: ${room.height}`);
    }
    assert.equal(await shown(".form button, .field__counter"), 0, "nothing that only works on a screen");
    const words = ["Stuur het formulier naar:", "Of breng het naar:", "het dorpshuis, Voorbeeldweg 0"];
    assert.deepEqual(await onPaper(page, words), words);
    await page.emulateMedia({ media: "print" });
    const split = await page.locator(".questions > div").evaluateAll((all) => all.filter((one) => getComputedStyle(one).breakInside !== "avoid").length);
    assert.equal(split, 0, "no question is cut in two");
    assert.ok((await sheets(page)) <= 12, "it does not fill a book");
  }
});
