import assert from "node:assert/strict";
import { join } from "node:path";
import { act, backUp, begin, home, note, openDesk, putBack, remarks } from "../helpers/desk.mjs";
import { laid } from "../helpers/release.mjs";
import { command } from "../helpers/site.mjs";
import { story, until } from "../helpers/story.mjs";

const SAID = ["De bus komt nog maar twee keer per dag.", "Wij koken elke vrijdag samen.", "Voor een bankje heb je drie vergunningen nodig."];

async function toSending(page) {
  await home(page);
  await page.getByRole("link", { name: "Versturen" }).click();
  await page.getByRole("heading", { level: 1, name: "Versturen" }).waitFor();
}

story("what was noted without a network is sent the next morning, once, and its proof is found by who accepts it", async ({ someone, cleanUp }) => {
  const { collector, line } = await laid(cleanUp, "desk-sending");
  const page = await someone();
  await openDesk(page, line.url);
  await begin(page);
  for (const [n, text] of SAID.entries()) {
    await page.keyboard.press(`Alt+${[2, 3, 6][n]}`);
    await note(page, text, n + 1);
  }
  await home(page);
  await page.getByText("3 opmerkingen zijn nog niet verstuurd.").waitFor();
  await toSending(page);
  await page.getByText("3 opmerkingen klaar om te versturen").waitFor();

  line.cut();
  await page.getByRole("button", { name: "Verstuur 3 opmerkingen" }).click();
  await page.getByText("Er is geen verbinding. Alles staat nog op dit apparaat.").waitFor();
  assert.equal(await collector.stored(), 0);
  line.up = true;
  await page.getByRole("button", { name: "Verstuur 3 opmerkingen" }).click();
  await page.getByText("Alles is verstuurd en aangekomen.").waitFor();
  await page.getByText("3 opmerkingen verstuurd en aangekomen").waitFor();
  assert.equal(await collector.stored(), 3);
  await home(page);
  await page.getByText("Alles wat is opgeschreven, is verstuurd.").waitFor();

  // Another day changes nothing of what was sent: that is told before it is kept. What was sent is not put away.
  await page.getByRole("link", { name: "Verder met Dorpshuis Annen" }).click();
  await page.getByRole("link", { name: "Verander de gegevens" }).click();
  await page.getByText("Daarom kunt u het niet meer wegzetten.").waitFor();
  const day = page.getByLabel("Op welke dag?");
  await day.fill(new Date(Date.parse(await day.inputValue()) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10));
  await page.getByRole("button", { name: "Bewaar" }).click();
  await page.getByRole("alert").getByText("3 opmerkingen zijn al verstuurd, met de dag en bij de vraag van toen.").waitFor();
  await page.getByRole("alert").getByText("Nog niet bewaard.").waitFor();
  await page.getByRole("link", { name: "Laat zoals het was" }).click();
  await home(page);

  // What comes later goes later; what is changed after it was sent stays as it was sent, and that shows.
  await page.getByRole("link", { name: "Verder met Dorpshuis Annen" }).click();
  await page.getByRole("link", { name: "Noteren" }).click();
  await note(page, "Nog iets op de valreep.", 4);
  await act(page, "Wijzig", "De bus").click();
  await page.getByText("De provincie heeft deze opmerking al.").waitFor();
  await page.keyboard.press("Escape");
  await act(page, "Neem terug", "Wij koken").click();
  await page.getByRole("alert").getByText("De provincie heeft deze opmerking al.").waitFor();
  assert.equal((await remarks(page)).length, 4, "it is said before it happens");
  await act(page, "Neem terug", "Wij koken").click();
  await until(async () => (await remarks(page)).length === 3, "it is taken back");
  await toSending(page);
  await page.getByText("1 opmerking: Verstuurd, en hier daarna teruggenomen.").waitFor();
  assert.equal(await page.getByText("Alles is verstuurd en aangekomen.").count(), 0, "not over a button to send");
  await page.getByRole("button", { name: "Verstuur 1 opmerking" }).click();
  await page.getByText("Alles is verstuurd en aangekomen.").waitFor();
  assert.equal(await collector.stored(), 4);

  // The number of what is erased is found afterwards, to ask the province for the same.
  await home(page);
  await page.getByRole("link", { name: "Verder met Dorpshuis Annen" }).click();
  await page.getByRole("link", { name: "Wis woorden voorgoed" }).click();
  await page.getByRole("radio", { name: "Voor een bankje" }).check();
  const told = await page.getByText("Zij vindt haar met dit nummer").innerText();
  await page.getByLabel("Typ WISSEN om te wissen").fill("WISSEN");
  await page.getByRole("button", { name: "Wis deze woorden voorgoed" }).click();
  const gone = page.locator(".desk-card").filter({ has: page.getByRole("heading", { name: "Eerder gewist" }) });
  await gone.locator("strong").getByText(told.match(/[0-9a-f-]{36}/)[0], { exact: true }).waitFor();

  // Another device has the back-up: there is nothing to send again.
  const file = await backUp(page);
  const other = await someone();
  await openDesk(other, line.url);
  await putBack(other, file.path, "Teruggezet en veilig op dit apparaat:");
  await toSending(other);
  await other.getByText("Er is nu niets te versturen.").first().waitFor();
  assert.equal(await other.getByRole("button", { name: /^Verstuur/ }).count(), 0);

  // Staff gather, and accept what the proof fits.
  const work = join(process.env.BEGINSPRAAK_TEST_WORK, "desk-sending-work");
  await command("gather", "--from", collector.data, "--to", work, "--who", "Els");
  const list = await command("accept", work, "--from", file.path);
  assert.match(list, /Dorpshuis Annen.*4 reacties.*bewijs klopt/s);
}, { timeout: 150_000 });

story("a server that stores and says nothing, and one that is full: nothing is lost or twice", async ({ someone, cleanUp }) => {
  // It stores, and half of its answer comes; then it is full; then it says everything.
  const fates = ["cut", 507, "answer", "cut", "portal"];
  const fate = (path) => (path === "/api/reactions" ? fates.shift() ?? "answer" : "answer");
  const { collector, line } = await laid(cleanUp, "desk-sending-badly", { fate });
  const page = await someone();
  await openDesk(page, line.url);
  await begin(page);
  for (const [n, text] of SAID.entries()) await note(page, text, n + 1);
  await toSending(page);
  await until(async () => {
    const send = page.getByRole("button", { name: /^Verstuur/ });
    if (await send.count()) await send.click();
    return page.getByText("Alles is verstuurd en aangekomen.").isVisible();
  }, "all of it arrived", 60_000);
  assert.equal(await collector.stored(), 3);
}, { timeout: 150_000 });
