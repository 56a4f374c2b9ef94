// Something holds what the device keeps and does not let go, as an engine may do for a page that was left. Reading, typing
// and sending go on, nothing is called saved that is not, and once it lets go all is kept after all.
import assert from "node:assert/strict";
import { answer } from "../helpers/collector.mjs";
import { hold, letGo } from "../helpers/device.mjs";
import { PATH, SAY, check, field, fillIn, progress, send } from "../helpers/form.mjs";
import { open, story } from "../helpers/story.mjs";

const KEPT = "Wat u invult, is bewaard op dit apparaat.";
const NOT_KEPT = "Uw browser bewaart niets. Sluit deze pagina niet voordat u hebt verstuurd.";

/** Another tab of the same browser that holds it. */
async function holder(page, collector) {
  const other = await page.context().newPage();
  await open(other, `${collector.url}/over/`);
  await hold(other);
  return other;
}

story("the device's store is held: somebody types and sends without it", async ({ collector, someone }) => {
  const page = await someone();
  await holder(page, collector);
  await open(page, collector.url + PATH);
  await fillIn(page, { gehoord: "Voor een dichte deur", ontmoeten: "online" });
  await page.getByText(NOT_KEPT).waitFor();
  await check(page);
  await page.getByRole("button", { name: SAY.send, exact: true }).click();
  await page.getByRole("alert").filter({ hasText: "Uw browser kan nu niets bewaren." }).waitFor();
  assert.ok(!(await page.locator("main").innerText()).includes(SAY.saved), "it does not say that it was saved");
  await page.getByRole("button", { name: "Versturen zonder bewaren" }).click();
  await page.getByRole("heading", { name: SAY.thanks }).waitFor();
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  assert.deepEqual((await collector.gathered()).map((reaction) => answer(reaction, "gehoord")), ["Voor een dichte deur"]);
});

story("the device's store is held for a while: what was kept and what was typed meanwhile are both there after it", async ({ collector, someone }) => {
  const page = await someone();
  await open(page, collector.url + PATH);
  await fillIn(page, { gehoord: "Van gisteren" });
  await page.getByText(KEPT).waitFor();
  const other = await holder(page, collector);
  await page.reload();
  await page.getByText(NOT_KEPT).waitFor();
  await fillIn(page, { ontmoeten: "online" });
  assert.equal(await page.getByText(KEPT).count(), 0, "it does not say that it was saved");
  await letGo(other);
  // By itself.
  await page.getByText("Wat u eerder invulde, staat er weer.").waitFor();
  assert.equal(await field(page, "gehoord").inputValue(), "Van gisteren");
  await page.reload();
  await page.getByText("Wat u eerder invulde, staat er weer.").waitFor();
  await check(page);
  await send(page);
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  const [reaction] = await collector.gathered();
  assert.deepEqual([answer(reaction, "gehoord"), answer(reaction, "ontmoeten")], ["Van gisteren", "online"]);
});

story("the device's store is held: the list says that it can't look, and shows what there is once it can", async ({ collector, someone }) => {
  const page = await someone();
  const other = await holder(page, collector);
  await open(page, `${collector.url}/mijn-reacties/`);
  await page.getByText("We kunnen nu niet bij wat er op dit apparaat staat.").waitFor();
  await letGo(other);
  await page.getByText("Vanaf dit apparaat is nog geen reactie verstuurd.").waitFor();
});
