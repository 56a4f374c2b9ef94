import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { jump } from "../helpers/clock.mjs";
import { act, backUp, begin, field, note, openDesk, putBack, remark, remarks } from "../helpers/desk.mjs";
import { gathering, named, parcel } from "../helpers/parcel.mjs";
import { story, until } from "../helpers/story.mjs";

const THREE_YEARS = 3 * 365 * 86_400_000;
const ID = named(7);

/** Goes on in the gathering that is there, and says who one is where that is asked. */
async function goOn(page, who) {
  await page.getByRole("link", { name: "Verder met Dorpshuis Annen" }).click();
  const [asked, noting] = [page.getByLabel("Uw naam"), page.getByRole("link", { name: "Noteren" })];
  await asked.or(noting).waitFor();
  if (await asked.isVisible()) {
    await asked.fill(who);
    await asked.press("Enter");
  }
  await noting.click();
  await field(page).waitFor();
}

async function reword(page, from, to) {
  await act(page, "Wijzig", from).click();
  await page.getByLabel("Wijzig", { exact: true }).fill(to);
  await page.keyboard.press("Enter");
  await remark(page, to).waitFor();
}

story("a device whose clock is three years ahead: what was done last holds, in the order in which it was done, and all of it is sent", async ({ collector, someone }) => {
  const [anna, bert] = [await someone(), await someone()];
  await jump(bert, THREE_YEARS);
  await openDesk(anna, collector.url);
  await openDesk(bert, collector.url);
  assert.ok((await bert.evaluate(() => Date.now())) - Date.now() > THREE_YEARS / 2, "the clock is ahead");
  await begin(anna);
  await note(anna, "Eerst", 1);
  await putBack(bert, (await backUp(anna)).path, "Teruggezet en veilig op dit apparaat:");
  await goOn(bert, "Bert");
  await note(bert, "Daarna, op het apparaat van Bert", 2);
  await reword(bert, "Eerst", "Eerst, zegt Bert");
  // Anna knows of it, and changes it again: three years before, by the clocks.
  await putBack(anna, (await backUp(bert)).path, "Teruggezet en veilig op dit apparaat:");
  await goOn(anna, "Anna");
  await remark(anna, "Eerst, zegt Bert").waitFor();
  await reword(anna, "Eerst, zegt Bert", "Eerst, en zo blijft het");
  await note(anna, "Het laatst", 3);
  const order = ["Het laatst", "Daarna, op het apparaat van Bert", "Eerst, en zo blijft het"];
  assert.deepEqual(await remarks(anna), order);
  await putBack(bert, (await backUp(anna)).path, "Teruggezet en veilig op dit apparaat:");
  await goOn(bert, "Bert");
  await until(async () => (await remarks(bert)).length === 3, "all three show");
  assert.deepEqual(await remarks(bert), order);
  assert.equal(await bert.getByText("Twee mensen schreven iets anders").count(), 0, "each knew of the other");

  // On the device with the right clock it can go, also what was noted three years ahead.
  await anna.getByRole("link", { name: "Begin", exact: true }).click();
  await anna.getByRole("link", { name: "Versturen" }).click();
  await anna.getByRole("button", { name: /^Verstuur 3/ }).click();
  await anna.getByText("Alles is verstuurd").waitFor();
  const said = (await collector.gathered()).map((reaction) => reaction.answers.map(({ value }) => value).join());
  assert.deepEqual(said.toSorted(), order.toSorted());
});

story("a file with a line cut off in the middle, and with what only a newer release knows: the rest is read, it is told, and nothing is lost", async ({ collector, someone }) => {
  const page = await someone();
  await openDesk(page, collector.url);
  const files = gathering(ID, ["De bus komt niet", "Het dorpshuis is van ons", "Dit breekt af"]);
  const log = `gatherings/${ID}/log/a.ndjson`;
  const sings = JSON.stringify({ after: [], at: 0, do: [{ sing: { song: 1 } }], id: named(99), who: "Chris" });
  const cut = files[log].trimEnd().split("\n");
  files[log] = `${sings}\n${cut.slice(0, -1).join("\n")}\n${cut.at(-1).slice(0, 80)}`;
  await putBack(page, parcel(files), "1 regel kon de werkplek niet lezen, en liet die opzij. Bewaar het bestand. Van een nieuwere werkplek: 1 regel.");
  await page.getByText("1 gesprek met 2 opmerkingen.").waitFor();
  for (let time = 0; time < 4; time += 1) await putBack(page, parcel(files), "Alles uit dit bestand stond hier al. Er is niets veranderd.");
  // What this release does not know goes along in what it makes.
  const { path } = await backUp(page);
  assert.ok(readFileSync(path).includes(sings));

  // The whole file later: what was cut off is there after all.
  await putBack(page, parcel(gathering(ID, ["De bus komt niet", "Het dorpshuis is van ons", "Dit breekt af"])), "Teruggezet en veilig op dit apparaat: 1 opmerking nieuw.");
  await page.getByText("1 gesprek met 3 opmerkingen.").waitFor();

  // A file as a whole of a newer release changes nothing.
  await putBack(page, parcel({ ...gathering(named(8), ["Van later"]), "desk.json": '{"format":"beginspraak.desk/2"}' }), "Dit bestand is gemaakt door een nieuwere werkplek. Er is niets veranderd.");
  await page.getByText("1 gesprek met 3 opmerkingen.").waitFor();
});
