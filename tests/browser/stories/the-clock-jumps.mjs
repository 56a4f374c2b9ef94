import assert from "node:assert/strict";
import { jump } from "../helpers/clock.mjs";
import { answer } from "../helpers/collector.mjs";
import { PATH, check, fillIn, progress, react, send, SAY } from "../helpers/form.mjs";
import { startNetwork } from "../helpers/network.mjs";
import { open, ready, story, until } from "../helpers/story.mjs";

const TEN_YEARS = 10 * 365 * 86_400_000;

for (const [name, by] of [["ten years ahead", TEN_YEARS], ["ten years back", -TEN_YEARS]]) {
  story(`the clock jumps ${name} while a reaction waits: it goes out all the same`, async ({ collector, someone, cleanUp }) => {
    let reachable = false;
    const network = await startNetwork(collector, () => (reachable ? "answer" : "unreachable"));
    cleanUp(() => network.stop());
    const page = await someone();
    await react(page, network, `Klok ${name}`);
    await progress(page).filter({ hasText: SAY.waiting }).waitFor();
    await jump(page, by);
    await open(page, `${network.url}/`);
    assert.ok(Math.abs((await page.evaluate(() => Date.now())) - Date.now()) > TEN_YEARS / 2, "the clock did jump");
    await page.locator(".outbox-banner").getByText("1 reactie staat klaar").waitFor();
    reachable = true;
    await page.reload();
    await until(async () => (await collector.stored()) === 1, "it arrives");
    assert.deepEqual((await collector.gathered()).map((reaction) => answer(reaction, "gehoord")), [`Klok ${name}`]);
  });
}

story("somebody whose clock is a year behind is told when they can react, and may read everything", async ({ collector, someone }) => {
  const page = await someone();
  await jump(page, -TEN_YEARS / 10);
  await open(page, collector.url + PATH);
  await page.getByText("U kunt reageren vanaf").waitFor();
  await page.getByRole("button", { name: SAY.check }).waitFor({ state: "hidden" });
});

story("somebody opens an old page of a question that has closed since", async ({ collector, someone }) => {
  const page = await someone();
  await jump(page, TEN_YEARS);
  await open(page, collector.url + PATH);
  await page.getByText("Deze vraag is nu gesloten.").waitFor();
  await page.getByRole("button", { name: SAY.check }).waitFor({ state: "hidden" });
  await fillIn(page, { ontmoeten: "online" });
  await page.getByText("Wat u invult, is bewaard op dit apparaat.").waitFor();
});

story("the clock jumps between filling in and sending", async ({ collector, someone }) => {
  const page = await someone();
  await page.goto(collector.url + PATH);
  await ready(page);
  await fillIn(page, { gehoord: "Zomertijd", ontmoeten: "online" });
  await check(page);
  await page.evaluate((by) => {
    const now = Date.now;
    Date.now = () => now() + by;
  }, TEN_YEARS);
  await send(page);
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  await until(async () => (await collector.stored()) === 1, "it is stored");
});
