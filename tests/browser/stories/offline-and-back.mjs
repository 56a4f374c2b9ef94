import assert from "node:assert/strict";
import { answer } from "../helpers/collector.mjs";
import { PATH, SAY, check, fillIn, progress, send, tryUntilArrived } from "../helpers/form.mjs";
import { startNetwork } from "../helpers/network.mjs";
import { open, story, until } from "../helpers/story.mjs";
import { pages } from "../helpers/site.mjs";

story("somebody sends without a network; it goes by itself when that is back", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, collector.url + PATH);
  await fillIn(page, { gehoord: "Vanuit de trein", ontmoeten: "online" });
  await check(page);
  await page.context().setOffline(true);
  const receipt = await send(page);
  await progress(page).filter({ hasText: SAY.waiting }).waitFor();
  await page.locator(".outbox-banner").getByText("1 reactie staat klaar om te versturen.").waitFor();
  assert.equal(await collector.stored(), 0);

  const copy = page.getByRole("button", { name: "Kopieer" });
  await copy.focus();
  await page.context().setOffline(false);
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  await page.locator(".outbox-banner").waitFor({ state: "detached" });
  assert.equal(await copy.evaluate((button) => button === document.activeElement), true, "sending takes no focus (A19)");
  const status = page.locator("[role=status]", { hasText: SAY.arrived });
  assert.equal(await status.count(), 1, "arriving is said once (A18)");
  const reactions = await collector.gathered();
  assert.deepEqual(reactions.map((reaction) => answer(reaction, "gehoord")), ["Vanuit de trein"]);
  await open(page, `${collector.url}/mijn-reacties/`);
  await page.locator(".mine__item", { hasText: receipt }).getByText("Aangekomen", { exact: true }).waitFor();
});

story("as long as something waits, every page says so, and it can be kept as a file", async ({ collector, someone, cleanUp }) => {
  let reachable = false;
  const network = await startNetwork(collector, () => (reachable ? "answer" : "unreachable"));
  cleanUp(() => network.stop());
  const page = await someone();
  await open(page, network.url + PATH);
  await fillIn(page, { gehoord: "Nog onderweg", ontmoeten: "online" });
  await check(page);
  await send(page);
  await progress(page).filter({ hasText: SAY.waiting }).waitFor();
  // The desk is for staff, and has none of a resident's.
  for (const path of pages(process.env.BEGINSPRAAK_TEST_SITE).filter((path) => !path.includes("werkplek"))) {
    await open(page, network.url + path);
    const banner = page.locator(".outbox-banner");
    const words = path.startsWith("/en/") ? "1 response is ready to be sent." : "1 reactie staat klaar om te versturen.";
    await banner.getByText(words).waitFor();
  }
  await open(page, `${network.url}/`);
  await page.locator(".outbox-banner").getByRole("link", { name: "Bekijk" }).click();
  const item = page.locator(".mine__item");
  await item.getByText("Nog niet verstuurd").waitFor();
  await item.getByText("Geen verbinding.").waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), item.getByRole("button", { name: /Download voor een programma/ }).click()]);
  assert.match(file.suggestedFilename(), /^drenthe-dichterbij-[0-9a-f-]{36}\.json$/);
  const kept = JSON.parse(await text(file));
  assert.equal(kept.format, "beginspraak.reaction/1");
  assert.equal(answer(kept.reaction, "gehoord"), "Nog onderweg");

  reachable = true;
  await tryUntilArrived(item);
  await until(async () => (await page.locator(".outbox-banner").count()) === 0, "the banner goes");
  assert.equal((await collector.gathered()).length, 1);
});

story("somebody deletes what was not sent yet, after being asked", async ({ collector, someone, cleanUp }) => {
  const network = await startNetwork(collector, () => "unreachable");
  cleanUp(() => network.stop());
  let answers = false;
  const asked = [];
  const page = await someone({ dialog: (dialog) => asked.push(dialog.message()) && (answers ? dialog.accept() : dialog.dismiss()) });
  await open(page, network.url + PATH);
  await fillIn(page, { gehoord: "Bij nader inzien", ontmoeten: "online" });
  await check(page);
  await send(page);
  await open(page, `${network.url}/mijn-reacties/`);
  const remove = page.locator(".mine__item").getByRole("button", { name: /Verwijder/ });
  await remove.click();
  assert.match(asked[0], /nog niet aangekomen/);
  assert.equal(await page.locator(".mine__item").count(), 1, "who says no keeps it");
  answers = true;
  await remove.click();
  await page.getByText("Vanaf dit apparaat is nog geen reactie verstuurd.").waitFor();
  await page.getByText("Verwijderd van dit apparaat.").waitFor({ state: "attached" });
});

async function text(download) {
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
