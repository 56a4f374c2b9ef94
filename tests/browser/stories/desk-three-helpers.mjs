import assert from "node:assert/strict";
import { checkAccessible } from "../accessibility.mjs";
import { DESK, act, backUp, begin, field, home, note, openDesk, putBack, remark, remarks } from "../helpers/desk.mjs";
import { gathering, named, parcel } from "../helpers/parcel.mjs";
import { kept, laid, onDevice } from "../helpers/release.mjs";
import { PHONE, story, until } from "../helpers/story.mjs";

const PLACE = "Dorpshuis Annen";
const FIRST = "De bus komt niet";
const BY_ANNA = "De bus komt na zes uur niet";
const BY_BERT = "De bus komt na acht uur niet";

/** Goes to noting in the gathering that was brought in, and says who one is where that is asked. */
async function join(page, who) {
  await page.getByRole("link", { name: `Verder met ${PLACE}` }).click();
  await page.getByLabel("Uw naam").fill(who);
  await page.getByLabel("Uw naam").press("Enter");
  await page.getByRole("link", { name: "Noteren" }).click();
  await remark(page, FIRST).waitFor();
}

/** Goes from the home to noting. */
async function goOn(page) {
  await page.getByRole("link", { name: `Verder met ${PLACE}` }).click();
  await page.getByRole("link", { name: "Noteren" }).click();
  await field(page).waitFor();
}

async function reword(page, from, to) {
  await act(page, "Wijzig", from).click();
  await page.getByLabel("Wijzig", { exact: true }).fill(to);
  await page.keyboard.press("Enter");
  await remark(page, to).waitFor();
}

/** Where it says that two people wrote something else. */
const told = (page) => page.getByRole("heading", { name: "Twee mensen schreven iets anders" });

/** What each of those wrote who did not know of each other; the first holds. */
const rivals = (page) => page.locator(".desk-rival p").allInnerTexts();

story("three helpers note apart; merged in whatever order nothing is lost, and what two of them changed is settled in one key", async ({ someone, cleanUp }) => {
  const { site, line } = await laid(cleanUp, "desk-helpers");
  const [anna, bert, chris] = [await someone(), await someone(PHONE), await someone()];
  for (const page of [anna, bert, chris]) {
    await openDesk(page, line.url);
    await onDevice(page, site);
    await until(async () => (await kept(page)).includes(DESK), "the desk is on the device");
  }
  line.cut();

  await begin(anna, PLACE);
  await note(anna, FIRST, 1);
  const joining = await backUp(anna);
  for (const [page, who] of [[bert, "Bert"], [chris, "Chris"]]) {
    await putBack(page, joining.path, "Teruggezet en veilig op dit apparaat:");
    await join(page, who);
  }
  await goOn(anna);
  for (const [page, who] of [[anna, "Anna"], [bert, "Bert"], [chris, "Chris"]]) {
    for (const n of [2, 3, 4]) await note(page, `${who} hoorde verhaal ${n}`, n);
  }
  // Neither knows of the other.
  await reword(anna, FIRST, BY_ANNA);
  await reword(bert, FIRST, BY_BERT);

  const [byAnna, byBert] = [await backUp(anna), (await home(bert), await backUp(bert))];
  for (let time = 0; time < 5; time += 1) {
    await putBack(chris, byBert.path, time === 0 ? "Teruggezet en veilig op dit apparaat:" : "Alles uit dit bestand stond hier al. Er is niets veranderd.");
  }
  await chris.getByText("1 gesprek met 7 opmerkingen.").waitFor();
  assert.equal(await told(chris).count(), 0);
  await putBack(chris, byAnna.path, "Teruggezet en veilig op dit apparaat:");
  await chris.getByText("1 gesprek met 10 opmerkingen.").waitFor();

  // The home says so: nobody has to find it by chance.
  await told(chris).waitFor();
  await checkAccessible(chris, { route: `${DESK}#/`, state: "with a conflict" });
  await chris.locator(".desk-conflicts").getByRole("link", { name: PLACE }).click();
  await chris.getByRole("heading", { level: 1, name: PLACE }).waitFor();
  await told(chris).waitFor();
  const shown = await rivals(chris);
  assert.deepEqual(shown.toSorted(), [`Anna: ${BY_ANNA}`, `Bert: ${BY_BERT}`]);
  assert.ok((await remarks(chris)).includes(shown[0].replace(/^\w+: /, "")), "what stands first holds until then");
  await checkAccessible(chris, { route: `${DESK}#/gesprek`, state: "with a conflict" });

  // Anna, in the other order, is shown the same.
  await putBack(anna, byBert.path, "Teruggezet en veilig op dit apparaat:");
  await goOn(anna);
  await told(anna).waitFor();
  assert.deepEqual(await rivals(anna), shown);

  // One key settles it for what Bert wrote; undone it is open again; and a tap settles it as well.
  const key = ["Alt+a", "Alt+b"][shown.indexOf(`Bert: ${BY_BERT}`)];
  await chris.keyboard.press(key);
  await told(chris).waitFor({ state: "detached" });
  await remark(chris, BY_BERT).waitFor();
  assert.equal(await remark(chris, BY_ANNA).count(), 0);
  await until(() => chris.evaluate(() => document.activeElement.id === "desk-noted"), "the focus is at what was noted");
  await chris.keyboard.press("Alt+z");
  await told(chris).waitFor();
  await chris.getByRole("button", { name: new RegExp(`^Dit moet gelden ?: ${BY_BERT}`) }).click();
  await told(chris).waitFor({ state: "detached" });
  await remark(chris, BY_BERT).waitFor();

  // What Chris settled holds for all three, whatever else they had.
  const settled = (await home(chris), await backUp(chris));
  await goOn(chris);
  const outcome = await remarks(chris);
  assert.equal(outcome.length, 10);
  assert.equal(new Set(outcome).size, 10);
  for (const page of [anna, bert]) {
    await putBack(page, settled.path, "Teruggezet en veilig op dit apparaat:");
    await page.getByText("1 gesprek met 10 opmerkingen.").waitFor();
    await goOn(page);
    await until(async () => (await remarks(page)).length === 10, "all ten show");
    assert.deepEqual(await remarks(page), outcome, "in the same order, with the same words");
    assert.equal(await told(page).count(), 0);
  }
}, { timeout: 200_000 });

story("two give a remark another kind: which remark that is, is told, and one tap settles it", async ({ collector, someone }) => {
  const page = await someone(PHONE);
  await openDesk(page, collector.url);
  const files = gathering(named(7), [FIRST]);
  const log = `gatherings/${named(7)}/log/a.ndjson`;
  for (const [n, who, kind] of [[90, "Anna", "idea"], [91, "Bert", "question"]]) {
    // Both after the remark, which is the third thing that has a name, and neither after the other.
    files[log] += `${JSON.stringify({ after: [named(5)], at: 0, do: [{ sort: { remark: named(3), kind } }], id: named(n), who })}\n`;
  }
  await putBack(page, parcel(files), "Teruggezet en veilig op dit apparaat:");
  await page.locator(".desk-conflicts").getByRole("link", { name: PLACE }).click();
  await page.getByLabel("Uw naam").fill("Chris");
  await page.getByLabel("Uw naam").press("Enter");
  await told(page).waitFor();
  await page.getByText("De soort van een opmerking").waitFor();
  await page.locator(".desk-conflicts").getByText(`‘${FIRST}’`).waitFor();
  assert.deepEqual((await rivals(page)).toSorted(), ["Anna: Idee", "Bert: Vraag"]);
  await page.getByRole("button", { name: /^Dit moet gelden ?: Vraag/ }).tap();
  await told(page).waitFor({ state: "detached" });
  await page.locator(".desk-remark").getByText("Vraag", { exact: true }).waitFor();
});
