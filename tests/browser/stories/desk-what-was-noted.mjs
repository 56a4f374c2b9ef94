import assert from "node:assert/strict";
import { checkAccessible } from "../accessibility.mjs";
import { act, begin, field, home, note, openDesk, remark, remarks, sign } from "../helpers/desk.mjs";
import { story, until } from "../helpers/story.mjs";

const focused = (page) => page.evaluate(() => document.activeElement.id);

story("a remark is changed, taken back, undone, done again and found", async ({ collector, someone }) => {
  const asked = [];
  const page = await someone({ dialog: (dialog) => (asked.push(dialog.message()), dialog.accept()) });
  await openDesk(page, collector.url);
  await begin(page);
  await note(page, "De bus komt niet", 1);
  await note(page, "Het dorpshuis is van ons", 2);
  await act(page, "Wijzig", "De bus komt niet").click();
  await page.getByLabel("Wijzig", { exact: true }).fill("De bus komt na zes uur niet");
  await page.keyboard.press("Enter");
  await remark(page, "De bus komt na zes uur niet").waitFor();
  await page.getByText("gewijzigd").waitFor();
  await act(page, "Neem terug", "Het dorpshuis").click();
  await page.getByText("1 opmerking teruggenomen.").waitFor();
  await page.keyboard.press("Alt+z");
  await remark(page, "Het dorpshuis is van ons").waitFor();
  await page.keyboard.press("Alt+z");
  await remark(page, "De bus komt niet").waitFor();
  await page.keyboard.press("Alt+y");
  await remark(page, "De bus komt na zes uur niet").waitFor();
  await page.getByLabel("Zoek in wat is opgeschreven").fill("BUS zes");
  await page.getByText("1 van 2 opmerkingen").waitFor();
  assert.deepEqual(await remarks(page), ["De bus komt na zes uur niet"]);

  // What is known of the gathering is undone where it shows.
  await page.getByRole("link", { name: "Terug naar het gesprek" }).click();
  await page.getByRole("link", { name: "Verander de gegevens" }).click();
  await page.getByLabel("Waar is het?").fill("Café De Brink");
  await page.getByLabel("Hoe laat begint het?").fill("19:30");
  await page.getByLabel("Waar is het?").press("Enter");
  await page.getByRole("heading", { level: 1, name: "Café De Brink" }).waitFor();
  await page.getByText(/\d{4}, vanaf 19\.30 uur/).waitFor();
  await page.keyboard.press("Alt+z");
  await sign(page, "Ongedaan gemaakt: het tijdstip.").waitFor();
  await page.keyboard.press("Alt+z");
  await sign(page, "Ongedaan gemaakt: de plaats.").waitFor();
  await page.getByRole("heading", { level: 1, name: "Dorpshuis Annen" }).waitFor();
  await remark(page, "Het dorpshuis is van ons").waitFor();
  assert.deepEqual(asked, ["Ongedaan maken: het tijdstip. Wilt u dat?", "Ongedaan maken: de plaats. Wilt u dat?"], "one is asked before what one hardly sees");

  // What was taken back is there, to be put back at any time.
  await act(page, "Neem terug", "Het dorpshuis").click();
  await page.getByText("1 opmerking teruggenomen.").click();
  await page.getByRole("button", { name: /^Zet terug ?: Het dorpshuis/ }).click();
  await remark(page, "Het dorpshuis is van ons").waitFor();

  // Made by mistake, it is put away: in no list, until somebody puts it back.
  await page.getByRole("link", { name: "Per ongeluk gemaakt?" }).click();
  await page.getByText("Zet het weg, met 2 opmerkingen. Dan").waitFor();
  await until(async () => (await focused(page)) === "desk-away", "one lands where it is done");
  await page.getByRole("button", { name: "Zet dit gesprek weg" }).click();
  await page.getByText("Dit gesprek is weggezet.").waitFor();
  await home(page);
  await page.getByText("Nog niets. Begin met een gesprek").waitFor();
  await page.getByRole("link", { name: "Gesprekken" }).click();
  await page.getByText("1 gesprek weggezet").click();
  await checkAccessible(page, { route: "/werkplek/#/gesprekken", state: "one put away" });
  await page.getByRole("button", { name: /^Zet het gesprek terug ?: Dorpshuis Annen/ }).click();
  await page.getByRole("heading", { level: 2, name: "Dorpshuis Annen" }).waitFor();
  await home(page);
  await page.getByText("1 gesprek met 2 opmerkingen.").waitFor();
});

story("who said it and where can be put right, and a name only with consent", async ({ collector, someone }) => {
  const page = await someone();
  await openDesk(page, collector.url);
  await begin(page);
  await page.getByText("Wie zei het, en waar?").click();
  await page.getByLabel("Voornaam of leeftijd").fill("Gretje");
  await field(page).fill("Te vroeg");
  await field(page).press("Enter");
  await until(async () => (await focused(page)) === "desk-agreed", "one is led to what is missing");
  assert.equal(await field(page).getAttribute("aria-invalid"), null, "nothing is wrong with the words");
  await field(page).fill("");
  await page.getByLabel("Deze persoon vindt het goed").check();
  await page.getByLabel("Halte of plek").fill("Brink");
  await field(page).focus();
  await note(page, "Het café sluit om negen uur", 1);
  const about = page.locator(".desk-remark__about");
  assert.match(await about.innerText(), /^Ervaring · Brink · Gretje · genoteerd door Anna · \d{1,2}\.\d\d uur$/);

  await act(page, "Wijzig", "Het café").click();
  const form = page.locator(".desk-remark");
  await form.getByLabel("Voornaam of leeftijd").fill("Grietje");
  await form.getByLabel("Halte of plek").fill("De Brink");
  await form.getByLabel("Halte of plek").press("Enter");
  await form.getByText("Zonder toestemming bewaren wij geen naam of leeftijd.").waitFor();
  await form.getByLabel("Deze persoon vindt het goed").check();
  await form.getByLabel("Halte of plek").press("Enter");
  await about.getByText("De Brink · Grietje · genoteerd door Anna").waitFor();
  assert.doesNotMatch(await about.innerText(), /gewijzigd/, "the words are as they were");
  await page.keyboard.press("Alt+z");
  await about.getByText("Brink · Gretje · genoteerd door Anna").waitFor();

  await act(page, "Wijzig", "Het café").click();
  await form.getByLabel("Voornaam of leeftijd").fill("");
  assert.ok(await form.getByLabel("Deze persoon vindt het goed").isHidden(), "nobody is named");
  await form.getByRole("button", { name: "Bewaar" }).click();
  await about.getByText("Ervaring · Brink · genoteerd door Anna").waitFor();
});

story("what was noted is found by its kind, and without accents and capitals", async ({ collector, someone }) => {
  const page = await someone();
  await openDesk(page, collector.url);
  await begin(page);
  await note(page, "Het café sluit om negen uur", 1);
  await page.keyboard.press("Alt+4");
  await note(page, "Een bankje bij de Exloërmond", 2);
  const search = page.getByLabel("Zoek in wat is opgeschreven");
  await search.fill("exloermond");
  await page.getByText("1 van 2 opmerkingen").waitFor();
  assert.deepEqual(await remarks(page), ["Een bankje bij de Exloërmond"]);
  await search.fill("CAFE\u0301");
  await remark(page, "Het café sluit om negen uur").waitFor();
  await search.fill("");
  assert.ok(await page.getByLabel("Halte", { exact: true }).isHidden(), "it is no tour");
  await page.getByLabel("Soort", { exact: true }).selectOption("Idee (1)");
  await page.getByText("1 van 2 opmerkingen").waitFor();
  assert.deepEqual(await remarks(page), ["Een bankje bij de Exloërmond"]);
  await page.getByLabel("Soort", { exact: true }).selectOption("Alle soorten");
  await page.getByText("2 opmerkingen", { exact: true }).waitFor();
});

story("a photo of a flip chart stands beside the field, in this window only", async ({ collector, someone }) => {
  const page = await someone();
  await openDesk(page, collector.url);
  await begin(page);
  const asked = [];
  page.on("request", (request) => request.url().startsWith("blob:") || asked.push(request.url()));
  await page.getByText("Overtypen van een foto").click();
  const choose = page.getByLabel("Kies of maak een foto");
  await choose.setInputFiles({ name: "brief.docx", mimeType: "application/msword", buffer: Buffer.from("geen foto") });
  await page.getByText("Deze browser kan dit bestand niet als foto tonen.").waitFor();
  await choose.setInputFiles({ name: "flap.png", mimeType: "image/png", buffer: await page.screenshot() });
  const photo = page.getByRole("group", { name: "De foto waarvan u overtypt" });
  await photo.waitFor();
  const width = () => photo.locator("img").evaluate((img) => (img.naturalWidth > 0 ? img.clientWidth : 0));
  const whole = await width();
  assert.ok(whole > 0 && whole <= (await page.viewportSize()).width, `${whole}`);
  await page.getByRole("button", { name: "Groter", exact: true }).click();
  assert.ok((await width()) > 2 * whole, "what is on it can be read");
  await field(page).focus();
  await note(page, "Van de flap-over: bankjes langs de vaart", 1);
  await page.getByRole("button", { name: "Foto weg" }).click();
  await photo.waitFor({ state: "detached" });
  assert.deepEqual(asked, [], "it went nowhere");
  // It is not on the device either: who opens the page again sees none.
  await page.reload();
  await remark(page, "Van de flap-over: bankjes langs de vaart").waitFor();
  assert.equal(await photo.count(), 0);
});
