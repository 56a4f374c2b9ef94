import assert from "node:assert/strict";
import { answer } from "../helpers/collector.mjs";
import { EVERYTHING, PATH, SAY, SLUG, check, choice, fillIn, progress, send } from "../helpers/form.mjs";
import { PHONE, open, story, until } from "../helpers/story.mjs";
import { stored } from "../helpers/device.mjs";

story("somebody reads a question on a phone, answers all of it and sees it arrive", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, `${collector.url}/`);
  await page.getByRole("link", { name: "Hoe komen de provincie en uw dorp" }).tap();
  await page.getByRole("heading", { level: 1, name: "Hoe komen de provincie en uw dorp" }).waitFor();
  for (const heading of ["Waarom nu?", "Wat kunt u nog veranderen?", "Wie beslist wanneer?", "Wat gebeurt er wanneer?"]) {
    await page.getByRole("heading", { name: heading }).waitFor();
  }
  await page.getByRole("link", { name: "Geef uw reactie" }).tap();
  await fillIn(page, EVERYTHING, { touch: true, consent: true });
  await page.getByText("Wat u invult, is bewaard op dit apparaat.").waitFor();

  await page.getByRole("button", { name: SAY.check }).tap();
  await page.getByRole("heading", { name: SAY.check }).waitFor();
  const answers = await page.locator(".answers").innerText();
  const lines = [
    "4 (1 = Heel ver weg, 5 = Heel dichtbij)",
    "De gemeente belde terug.",
    "Dat deed me goed: “écht” 👍 <b>&amp;</b>",
    "Anders, namelijk: Aan de keukentafel",
    "Anders, namelijk: Het zwembad",
    "Liever zonder agenda",
    "Sleen (Coevorden)",
    "Ja, dat mag",
  ];
  for (const line of lines) assert.ok(answers.includes(line), `the check page shows "${line}":\n${answers}`);
  assert.ok(answers.includes("1. De provincie spreekt klare taal"), answers);

  await page.getByRole("button", { name: /^Wijzig Hoe dichtbij/ }).tap();
  await choice(page, "afstand", 2).tap();
  await page.getByRole("button", { name: SAY.check }).tap();
  await page.getByText("2 (1 = Heel ver weg, 5 = Heel dichtbij)").waitFor();
  const receipt = await send(page);
  assert.match(receipt, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  await page.getByRole("img", { name: "QR-code die uw volgcode opent op een ander apparaat" }).waitFor();

  const reactions = await collector.gathered();
  assert.equal(reactions.length, 1, "the collector has exactly one");
  const [reaction] = reactions;
  assert.deepEqual(Object.fromEntries(Object.keys(EVERYTHING).map((id) => [id, answer(reaction, id)])), { ...EVERYTHING, afstand: 2 });
  const { consultation, language, source, quote_consent: consent, revision } = reaction;
  assert.deepEqual({ consultation, language, source, consent, revision }, {
    consultation: SLUG, language: "nl", source: "resident", consent: true, revision: 1,
  });
  assert.match(reaction.tag, /^[0-9a-f]{20}$/);
  assert.ok(!JSON.stringify(reaction).includes(receipt), "the receipt stays on the device");
  const { drafts } = await stored(page);
  assert.deepEqual(Object.values(drafts).flatMap((text) => JSON.parse(text).draft), [], "a draft that was sent is no longer offered");

  await page.getByRole("link", { name: "Bekijk mijn reacties" }).tap();
  const mine = page.locator(".mine__item");
  await mine.filter({ hasText: receipt }).getByText("Aangekomen", { exact: true }).waitFor();
  assert.equal(await mine.count(), 1);
  assert.equal(await page.locator(".outbox-banner").count(), 0, "nothing waits");

  await open(page, `${collector.url}/volg/`);
  const code = page.getByLabel("Uw volgcode");
  await code.fill(receipt.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Zoek mijn reactie" }).tap();
  await page.getByText("De code is goed getypt, maar staat nog niet in een antwoord van ons.").waitFor();
  const wrong = receipt.slice(0, -1) + (receipt.endsWith("7") ? "8" : "7");
  await code.fill(wrong);
  await page.getByRole("button", { name: "Zoek mijn reactie" }).tap();
  await page.getByText("Er zit een typefout in de code.").waitFor();
  assert.equal(await page.locator(".looked__code").count(), 0);
});

story("a finger drags a topic to the top of the ranking", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, collector.url + PATH);
  const handle = page.locator('[data-row="2"] .ranking__handle');
  // Tried only: by then it lies still under the finger.
  await handle.tap({ trial: true });
  const [from, to] = [await middle(handle), await middle(page.locator('[data-row="0"] .ranking__label'))];
  const finger = await page.context().newCDPSession(page);
  const touch = (type, point) => finger.send("Input.dispatchTouchEvent", { type, touchPoints: point ? [point] : [] });
  await touch("touchStart", from);
  for (const part of [0.3, 0.6, 1]) await touch("touchMove", { x: from.x, y: from.y + (to.y - from.y) * part });
  await touch("touchEnd");
  const first = page.locator('[data-row="0"] .ranking__label');
  await until(async () => (await first.innerText()) === "Ik weet vooraf wat nog kan veranderen", "it lies on top");
  await page.getByText("Ik weet vooraf wat nog kan veranderen staat nu op plaats 1 van 5.").waitFor({ state: "attached" });
});

async function middle(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}
