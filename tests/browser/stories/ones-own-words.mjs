// What somebody wrote stays theirs to read: a draft, what was sent, and what could not be sent.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { answer } from "../helpers/collector.mjs";
import { PATH, SAY, check, field, fillIn, progress, send } from "../helpers/form.mjs";
import { startNetwork } from "../helpers/network.mjs";
import { day } from "../helpers/site.mjs";
import { PHONE, open, ready, story } from "../helpers/story.mjs";

const ANSWERS = { gehoord: "De bus rijdt niet meer.\nNooit na zessen.", ontmoeten: "online" };

story("a draft that waits is on mijn reacties, and goes on where it was left", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, `${collector.url}/mijn-reacties/`);
  await page.getByText("Vanaf dit apparaat is nog geen reactie verstuurd.").waitFor();
  await open(page, collector.url + PATH);
  await field(page, "gehoord").fill("Half af");
  await page.getByText("Wat u invult, is bewaard op dit apparaat.").waitFor();
  await open(page, `${collector.url}/mijn-reacties/`);
  await page.locator(".mine__draft").filter({ visible: true }).getByRole("link", { name: "Ga verder" }).tap();
  await page.waitForURL("**/vraag/**");
  await ready(page);
  await page.getByText("Wat u eerder invulde, staat er weer.").waitFor();
  assert.equal(await field(page, "gehoord").inputValue(), "Half af");
  await fillIn(page, { ontmoeten: "online" });
  await check(page);
  await send(page);
  await page.getByRole("heading", { name: SAY.thanks }).waitFor();
  await open(page, `${collector.url}/mijn-reacties/`);
  await page.locator(".mine__item").getByText("Aangekomen", { exact: true }).waitFor();
  assert.equal(await page.locator(".mine__draft").filter({ visible: true }).count(), 0, "what was sent is no draft");
});

story("the receipt and the words are still there after a reload, on mijn reacties and in a file that one can read", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await open(page, collector.url + PATH);
  await fillIn(page, ANSWERS);
  await check(page);
  const code = await send(page);
  await page.getByRole("heading", { name: SAY.thanks }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: SAY.thanks }).waitFor();
  assert.equal(await page.locator(".receipt__code").innerText(), code);
  await page.locator(".answers").getByText("Nooit na zessen.").waitFor();
  await page.getByRole("img", { name: /^QR-code/ }).waitFor();
  const file = async (within, name) => {
    const [file] = await Promise.all([page.waitForEvent("download"), within.getByRole("button", { name }).click()]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
  };
  const holds = ({ name, text }) => {
    assert.match(name, /\.txt$/);
    const words = [code, `${collector.url}/volg/#${code}`, "Wanneer luisterde een overheid echt naar u?", ANSWERS.gehoord, "Online"];
    for (const one of words) assert.ok(text.includes(one), `"${one}" in:\n${text}`);
    assert.ok(!text.includes("{"), "no data in what is for people");
  };
  const data = ({ name, text }) => {
    assert.match(name, /\.json$/);
    assert.equal(answer(JSON.parse(text).reaction, "gehoord"), ANSWERS.gehoord);
  };
  const receipt = page.locator(".receipt");
  holds(await file(receipt, SAY.text));
  data(await file(receipt, SAY.data));
  await page.getByRole("link", { name: "Bekijk mijn reacties" }).tap();
  const item = page.locator(".mine__item", { hasText: code });
  await item.getByText("Wat u schreef").tap();
  await item.getByText("Nooit na zessen.").waitFor();
  holds(await file(item, new RegExp(SAY.text)));
  data(await file(item, /JSON/));
  await open(page, collector.url + PATH);
  assert.equal(await page.locator(".receipt").count(), 0, "who comes anew gets the form");
});

/** Says nowhere thanks; and says whom to call and mail. */
async function helped(page, heading) {
  await page.getByRole("heading", { name: heading }).waitFor();
  const said = `${await page.title()}\n${await page.locator("main").innerText()}`;
  assert.ok(!/bedankt/i.test(said), said);
  assert.match(await page.title(), new RegExp(`^${heading}`));
  const main = page.getByRole("main");
  for (const link of ["tel:", "mailto:"]) assert.equal(await main.locator(`a[href^="${link}"]`).filter({ visible: true }).count(), 1, link);
}

story("a reaction that is refused or waits is never thanked for: it says so, keeps the words and names whom to turn to", async ({ collector, someone, cleanUp }) => {
  const page = await someone(PHONE);
  await open(page, collector.url + PATH);
  await fillIn(page, ANSWERS);
  await check(page);
  await send(page);
  await helped(page, SAY.failed);
  await progress(page).getByText("De vraag was al gesloten toen uw reactie aankwam.").waitFor();
  await page.getByText("Uw reactie staat nog op dit apparaat.").waitFor();
  await page.locator(".answers").getByText("Nooit na zessen.").waitFor();
  await page.reload();
  await helped(page, SAY.failed);
  await open(page, `${collector.url}/mijn-reacties/`);
  const item = page.locator(".mine__item");
  await item.getByText("Niet aangenomen").waitFor();
  const reach = page.getByRole("main").locator(".reach");
  for (const link of ["tel:", "mailto:"]) await reach.locator(`a[href^="${link}"]`).waitFor();

  const network = await startNetwork(collector, () => "unreachable");
  cleanUp(() => network.stop());
  const other = await someone(PHONE);
  await open(other, network.url + PATH);
  await fillIn(other, ANSWERS);
  await check(other);
  await send(other);
  await helped(other, SAY.unsent);
}, { collector: { today: day(2000) } });
