// Getting ready: a list to tick, and a helper who joins with a device of their own.
import assert from "node:assert/strict";
import { checkAccessible } from "../accessibility.mjs";
import { backUp, begin, field, home, note, openDesk, part, putBack, remarks, sign } from "../helpers/desk.mjs";
import { PHONE, ready as started, story, until } from "../helpers/story.mjs";

const ready = async (page) => {
  await page.getByRole("link", { name: "Voorbereiding" }).click();
  await page.getByRole("heading", { level: 1, name: "Voorbereiding" }).waitFor();
};

story("what is ready is ticked, another window sees it, and it stands on the card for hosts", async ({ collector, someone }) => {
  const page = await someone();
  await openDesk(page, collector.url);
  await begin(page);
  await page.getByRole("link", { name: "Terug naar het gesprek" }).click();
  await ready(page);
  await page.getByText("0 van 12 afgevinkt.").waitFor();
  await page.getByLabel("Zet stoelen in een kring").focus();
  await page.keyboard.press("Space");
  await page.getByText("1 van 12 afgevinkt.").waitFor();
  await page.getByLabel("Luister veel, en praat zelf weinig").check();
  await page.getByText("2 van 12 afgevinkt.").waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByText("2 van 12 afgevinkt.").waitFor();
  assert.ok(await other.getByLabel("Luister veel, en praat zelf weinig").isChecked());
  await other.getByLabel("Luister veel, en praat zelf weinig").uncheck();
  await page.getByText("1 van 12 afgevinkt.").waitFor();
  assert.equal(await page.getByLabel("Luister veel, en praat zelf weinig").isChecked(), false);
  await other.close();
  await page.reload();
  await page.getByText("1 van 12 afgevinkt.").waitFor();
  await checkAccessible(page, { route: "/werkplek/#/gesprekken/…/klaarzetten" });
  await page.getByRole("link", { name: "Dorpshuis Annen" }).click();
  await page.getByRole("link", { name: "Op papier" }).click();
  await page.getByLabel("Kaart voor gespreksleiders").check();
  await page.locator(".host-card__done").waitFor();
  assert.deepEqual(await page.locator(".host-card__done").allTextContents(), ["Zet stoelen in een kring, niet in rijen. (gedaan)"]);
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length, 1);
}, { timeout: 120_000 });

story("a helper joins by the code of the host, notes without it, and comes together again; a link that is not whole changes nothing", async ({ collector, someone }) => {
  const host = await someone();
  const asked = [];
  host.context().on("request", (request) => asked.push(request.url()));
  await openDesk(host, collector.url);
  await begin(host, "Dorpshuis Annen");
  await note(host, "Dit blijft bij de host.", 1);
  await host.getByRole("link", { name: "Terug naar het gesprek" }).click();
  await ready(host);
  await host.getByRole("button", { name: "Toon de code" }).click();
  const code = host.getByRole("img", { name: "Code waarmee een helper meedoet" });
  await code.waitFor();
  await checkAccessible(host, { route: "/werkplek/#/gesprekken/…/klaarzetten", state: "with a code" });
  const link = await host.getByLabel("Of stuur deze link naar uw helper").inputValue();
  assert.ok(link.startsWith(`${collector.url}/werkplek/#/mee/`) && link.length < 1200, `${link.length}`);
  assert.deepEqual(await code.evaluate((code) => [getComputedStyle(code).fill, getComputedStyle(code).backgroundColor, code.getAttribute("viewBox").startsWith("-4 -4 ")]), ["rgb(0, 0, 0)", "rgb(255, 255, 255)", true]);

  const helper = await someone(PHONE);
  helper.context().on("request", (request) => asked.push(request.url()));
  for (const [bent, says] of [[link.slice(0, -9), "Deze code of link is niet heel."], [`${collector.url}/werkplek/#/mee`, "Richt de camera van dit apparaat op de code"]]) {
    await helper.goto(bent);
    await helper.getByText(says).waitFor();
    assert.equal(await helper.getByRole("button", { name: "Doe mee" }).count(), 0);
  }
  await helper.goto(link);
  await helper.getByRole("heading", { level: 2, name: "Dorpshuis Annen" }).waitFor();
  assert.match(await helper.title(), /^Meedoen met een gesprek – /);
  await checkAccessible(helper, { route: "/werkplek/#/mee" });
  await helper.getByRole("button", { name: "Doe mee" }).click();
  await helper.getByLabel("Uw naam").fill("Bert");
  await helper.getByLabel("Uw naam").press("Enter");
  await helper.getByRole("heading", { level: 1, name: "Dorpshuis Annen" }).waitFor();
  assert.deepEqual(await remarks(helper), [], "no remark came along");
  await until(() => field(helper).evaluate((field) => field === document.activeElement), "a helper lands where one notes");
  await note(helper, "Dit noteerde de helper.", 1);

  // Twice the same, and the way back.
  await helper.goto(link);
  await started(helper);
  await helper.getByText("Dit apparaat doet al mee. Er is niets veranderd.").waitFor();
  assert.equal(await helper.getByRole("button", { name: "Doe mee" }).count(), 0);
  await helper.getByRole("link", { name: "Ga noteren" }).click();
  await until(async () => (await remarks(helper)).length === 1, "what was noted is there");
  await home(helper);
  const file = await backUp(helper);
  await home(host);
  await putBack(host, file.path, "Teruggezet en veilig op dit apparaat:");
  await host.getByText("1 gesprek met 2 opmerkingen.").waitFor();
  await host.getByRole("link", { name: "Verder met" }).click();
  await until(async () => (await remarks(host)).length === 2, "both are there");
  assert.equal(await host.getByText("Twee mensen schreven iets anders").count(), 0, "nothing to settle");

  // What is known changes: the code changes with it, and the helper can take it over.
  await host.getByRole("link", { name: "Verander de gegevens" }).click();
  await host.getByLabel("Waar is het?").fill("Kerk van Annen");
  await host.getByRole("button", { name: "Bewaar", exact: true }).click();
  await host.getByRole("heading", { level: 1, name: "Kerk van Annen" }).waitFor();
  await ready(host);
  await host.getByRole("button", { name: "Toon de code" }).click();
  await until(async () => (await host.getByLabel("Of stuur deze link naar uw helper").inputValue()) !== link, "the link is another one");
  await helper.goto(await host.getByLabel("Of stuur deze link naar uw helper").inputValue());
  await helper.getByRole("button", { name: "Neem de gegevens over" }).click();
  await helper.getByRole("heading", { level: 1, name: "Kerk van Annen" }).waitFor();
  assert.deepEqual(asked.filter((url) => url.includes("mee/")), [], "the host of the site never sees it");
}, { timeout: 150_000 });
