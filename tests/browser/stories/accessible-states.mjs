import { checkAccessible } from "../accessibility.mjs";
import { startCollector } from "../helpers/collector.mjs";
import { store } from "../helpers/device.mjs";
import { EVERYTHING, PATH, SAY, check, choice, field, fillIn, progress, send } from "../helpers/form.mjs";
import { item } from "../helpers/items.mjs";
import { CODES, SAID, sentFrom } from "../helpers/landed.mjs";
import { startNetwork } from "../helpers/network.mjs";
import { day } from "../helpers/site.mjs";
import { DESKTOP, open, story } from "../helpers/story.mjs";

story("every step of reacting is accessible", async ({ collector, someone, cleanUp }) => {
  const network = await startNetwork(collector, () => "unreachable");
  cleanUp(() => network.stop());
  const page = await someone(DESKTOP);
  await open(page, network.url + PATH);
  await field(page, "aansluiten").fill("x".repeat(1012));
  await choice(page, "ontmoeten", "~other").click();
  for (const topic of ["wonen", "energie", "werk", "weg-bus"]) await choice(page, "onderwerpen", topic).click();
  await page.getByRole("button", { name: SAY.check }).click();
  await page.locator("#errors").waitFor();
  await page.getByText("Wat u invult, is bewaard op dit apparaat.").waitFor();
  await checkAccessible(page, { route: PATH, state: "with errors" });

  await choice(page, "onderwerpen", "weg-bus").click();
  await choice(page, "onderwerpen", "werk").click();
  await choice(page, "onderwerpen", "energie").click();
  await choice(page, "onderwerpen", "wonen").click();
  await fillIn(page, EVERYTHING);
  await check(page);
  await checkAccessible(page, { route: PATH, state: "checking" });
  await send(page);
  await progress(page).filter({ hasText: SAY.waiting }).waitFor();
  await checkAccessible(page, { route: PATH, state: "queued" });
  network.fate = () => "answer";
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  await checkAccessible(page, { route: PATH, state: "sent" });
}, { timeout: 200_000 });

story("a form that can't be saved is accessible", async ({ collector, someone }) => {
  const page = await someone(DESKTOP);
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  await open(page, collector.url + PATH);
  await fillIn(page, { gehoord: "Niet te bewaren", ontmoeten: "online" });
  await check(page);
  await page.getByRole("button", { name: SAY.send, exact: true }).click();
  await page.getByRole("alert").waitFor();
  await checkAccessible(page, { route: PATH, state: "not saved" });
  await open(page, `${collector.url}/mijn-reacties/`);
  await page.getByText("Uw browser bewaart niets voor deze site.").waitFor();
  await checkAccessible(page, { route: "/mijn-reacties/", state: "refused by the browser" });
}, { timeout: 120_000 });

story("the list of reactions is accessible, whatever stands in it", async ({ collector, someone, cleanUp }) => {
  const network = await startNetwork(collector, () => "unreachable");
  cleanUp(() => network.stop());
  const page = await someone(DESKTOP);
  await page.goto(`${network.url}/site.json`);
  const [waiting, first] = item("Wacht");
  const [refused, second] = item("Geweigerd");
  const [sent, third] = item("Aangekomen");
  await store(page, {
    outbox: {
      [waiting]: first,
      [refused]: JSON.stringify({ ...JSON.parse(second), state: { refused: "closed" } }),
      "01a00000-0000-7000-8000-000000000001": "{}",
    },
    sent: { [sent]: JSON.stringify(JSON.parse(third).copy) },
  });
  await open(page, `${network.url}/mijn-reacties/`);
  await page.getByText("Geen verbinding.").waitFor();
  await checkAccessible(page, { route: "/mijn-reacties/", state: "with everything" });
}, { timeout: 120_000 });

story("looking up a receipt is accessible, whatever comes of it", async ({ collector, someone }) => {
  const page = await someone(DESKTOP);
  await open(page, `${collector.url}/volg/`);
  await page.getByLabel("Uw volgcode").fill("1234");
  await page.getByRole("button", { name: "Zoek mijn reactie" }).click();
  await page.getByText("Een volgcode heeft 16 tekens.").waitFor();
  await checkAccessible(page, { route: "/volg/", state: "wrong" });
  await page.getByLabel("Uw volgcode").fill(Object.values(CODES).join("\n"));
  await page.getByRole("button", { name: "Zoek mijn reactie" }).click();
  await page.getByText("Uw reactie is niet gebruikt.", { exact: true }).waitFor();
  await checkAccessible(page, { route: "/volg/", state: "found" });
  await page.getByLabel("Uw volgcode").fill(JSON.parse(item("x")[1]).copy.receipt);
  await page.getByRole("button", { name: "Zoek mijn reactie" }).click();
  await page.getByText(SAID.unknown).waitFor();
  await checkAccessible(page, { route: "/volg/", state: "unknown" });
  await page.route("**/content/trace/**", (route) => route.abort());
  await page.getByRole("button", { name: "Zoek mijn reactie" }).click();
  await page.getByText(SAID.failed).waitFor();
  await checkAccessible(page, { route: "/volg/", state: "without a network" });
}, { timeout: 250_000 });

story("the list of reactions is accessible with the way of one in it", async ({ collector, someone }) => {
  const page = await someone(DESKTOP);
  await page.goto(`${collector.url}/site.json`);
  await sentFrom(page, CODES.landed);
  await open(page, `${collector.url}/mijn-reacties/`);
  await page.locator(".looked__theme").first().waitFor();
  await checkAccessible(page, { route: "/mijn-reacties/", state: "landed" });
}, { timeout: 120_000 });

story("a question that has closed since its page was made is accessible", async ({ collector, someone }) => {
  const page = await someone(DESKTOP);
  await page.clock.setFixedTime(new Date(day(2000)));
  await open(page, collector.url + PATH);
  await page.getByText("Deze vraag is nu gesloten.").waitFor();
  await checkAccessible(page, { route: PATH, state: "closed" });
}, { timeout: 120_000 });

story("the server's own answers to a form without JavaScript are accessible", async ({ collector, someone, cleanUp }) => {
  const later = await startCollector({ today: day(2000) });
  cleanUp(() => later.stop());
  // No app runs in these pages, but the checks can.
  const page = await someone(DESKTOP);
  await page.addInitScript(() => delete window.WebAssembly);
  const post = async (site, answers) => {
    await page.goto(site.url + PATH);
    await fillIn(page, answers, { plain: true });
    await page.getByRole("button", { name: SAY.sendNow }).click();
  };
  await post(collector, { gehoord: "Wat ik vergat" });
  await page.locator("#errors").waitFor();
  await checkAccessible(page, { route: PATH, state: "answered with problems" });
  await post(collector, EVERYTHING);
  await page.getByRole("heading", { level: 1, name: SAY.thanks }).waitFor();
  await checkAccessible(page, { route: PATH, state: "answered with a receipt" });
  await post(later, EVERYTHING);
  await page.getByRole("heading", { level: 1, name: "Uw reactie is niet verstuurd" }).waitFor();
  await checkAccessible(page, { route: PATH, state: "answered with a refusal" });
}, { timeout: 150_000 });
