import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkAccessible } from "../accessibility.mjs";
import { DESK, begin, field, home, note, openDesk, remark, remarks, sign } from "../helpers/desk.mjs";
import { gathering, named } from "../helpers/parcel.mjs";
import { command } from "../helpers/site.mjs";
import { ready, story, until } from "../helpers/story.mjs";
import { files, standIn, takeAway, write } from "../helpers/workfolder.mjs";

const EVEN = "In de map ‘werkmap’ en op dit apparaat staat hetzelfde.";

/** How it stands with the folder, in words. */
const standing = (page, text) => page.locator("#desk-folder").filter({ hasText: text });
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** Goes to the room with files. */
async function toFiles(page) {
  await home(page);
  await page.getByRole("link", { name: "Reservekopie en overdragen" }).click();
  await page.getByRole("heading", { level: 2, name: "Werk in een map" }).waitFor();
}

/** Brings the folder up to date now, and waits until that says `text`. */
async function update(page, text) {
  await press(page, "Werk de map nu bij");
  await standing(page, text).waitFor();
}

async function toNoting(page) {
  await home(page);
  await page.getByRole("link", { name: "Verder met Dorpshuis Annen" }).click();
  await page.getByRole("link", { name: "Noteren" }).click();
  await field(page).waitFor();
}

/** Until the words stand in a file of the folder. */
const inFolder = (page, words) =>
  until(async () => Object.values(await files(page)).some((text) => text.includes(words)), `${words} is in the folder`);

story("a desk works in a folder: its own files, what colleagues put there, and never over what another program changed", async ({ collector, someone }) => {
  const page = await someone();
  await standIn(page);
  await openDesk(page, collector.url);
  await begin(page);
  const id = /gesprekken\/(\w+)\//.exec(page.url())[1];
  await note(page, "De bus komt niet", 1);
  await note(page, "Het dorpshuis is van ons", 2);
  await toFiles(page);
  await checkAccessible(page, { route: `${DESK}#/bestanden`, state: "without a folder" });
  await press(page, "Kies een map");
  await standing(page, EVEN).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Werk in een map", "the focus is at what is new");
  await checkAccessible(page, { route: `${DESK}#/bestanden`, state: "in a folder" });
  const own = Object.keys(await files(page)).toSorted();
  const name = String.raw`\d{4}-\d\d-\d\d-[0-9a-f]{24}\.ndjson`;
  assert.equal(own.length, 2, "one file for what was said, one for what was done");
  assert.match(own[0], new RegExp(`^gatherings/${id}/${name}$`));
  assert.match(own[1], new RegExp(`^gatherings/${id}/log/${name}$`));

  // What is noted from now on goes there by itself, into the same files.
  await toNoting(page);
  await note(page, "Wij koken elke vrijdag samen", 3);
  await inFolder(page, "Wij koken elke vrijdag samen");
  await until(async () => Object.values(await files(page)).join("").match(/"note"/g).length === 3, "and what was done too");
  assert.deepEqual(Object.keys(await files(page)).toSorted(), own);

  // The command reads the very same folder.
  const disk = join(process.env.BEGINSPRAAK_TEST_WORK, "folder-on-disk");
  for (const [path, text] of Object.entries(await files(page))) {
    mkdirSync(dirname(join(disk, path)), { recursive: true });
    writeFileSync(join(disk, path), text);
  }
  assert.match(await command("accept", disk), /Dorpshuis Annen/);

  // What a colleague mailed and what a cloud made of two who saved at once is read by being there.
  const bert = gathering(id, ["Bert hoorde dit"], { who: "Bert", place: null, first: 9000 });
  await write(page, `gatherings/${id}/van Bert (1).ndjson`, bert[`gatherings/${id}/a.ndjson`]);
  await write(page, `gatherings/${id}/log/van Bert (1).ndjson`, bert[`gatherings/${id}/log/a.ndjson`]);
  await toFiles(page);
  await update(page, "2 regels nieuw uit de map.");
  await toNoting(page);
  await remark(page, "Bert hoorde dit").waitFor();

  // Another program cuts a file of ours short, and leaves half a line in one of its own.
  const half = (await files(page))[own[0]].slice(0, 90);
  await write(page, own[0], half);
  const log = bert[`gatherings/${id}/log/a.ndjson`];
  await write(page, `gatherings/${id}/log/half.ndjson`, `${JSON.stringify({ after: [], at: 0, do: [{ sing: 1 }], id: named(77), who: "Chris" })}\n${log.slice(0, 50)}`);
  await toFiles(page);
  await update(page, "Van een nieuwere werkplek: 1 regel.");
  await page.getByText(`gatherings/${id}/log/half.ndjson, regel 2: deze regel is beschadigd of afgebroken.`).waitFor();
  await checkAccessible(page, { route: `${DESK}#/bestanden`, state: "with a damaged line" });
  const now = await files(page);
  assert.equal(now[own[0]], half, "what another program made of it stays");
  for (const words of ["De bus komt niet", "Het dorpshuis is van ons", "Wij koken elke vrijdag samen"]) {
    assert.ok(Object.values(now).some((text) => text.includes(words)), `${words} is in the folder again`);
  }
  assert.equal(Object.keys(now).length, own.length + 4, "in one new file");

  // The page loads again: it goes on where it was.
  await page.reload();
  await ready(page);
  await standing(page, EVEN).waitFor();

  // A folder of a newer release: nothing is read and nothing is written.
  await write(page, "desk.json", '{"format":"beginspraak.desk/2"}');
  await update(page, "Deze map is gemaakt door een nieuwere werkplek. Er is niets veranderd.");
  await toNoting(page);
  await note(page, "Intussen gaat het gesprek door", 5);
  await toFiles(page);
  await press(page, "Probeer het opnieuw");
  await standing(page, "Deze map is gemaakt door een nieuwere werkplek.").waitFor();
  assert.ok(!Object.values(await files(page)).join("").includes("Intussen"), "nothing was written");
  await write(page, "desk.json", null);
  await press(page, "Probeer het opnieuw");
  await standing(page, EVEN).waitFor();
  await inFolder(page, "Intussen gaat het gesprek door");

  // The folder is gone: everything is safe here, and what is not there is told.
  await takeAway(page);
  await update(page, "De map is er niet meer, of heet nu anders. Alles staat veilig op dit apparaat.");
  await toNoting(page);
  await note(page, "Zonder map", 6);
  await home(page);
  await page.getByText("Nog niet in uw werkmap: 1 ding.").waitFor();
  await toFiles(page);
  await press(page, "Kies een andere map");
  await standing(page, EVEN).waitFor();
  await inFolder(page, "Zonder map");
  await home(page);
  await page.getByText("In uw werkmap staat alles.").waitFor();
  assert.equal((await toNoting(page), await remarks(page)).length, 6);
}, { timeout: 200_000 });

story("another program writes in our file while we do: it is not overwritten, that is told, and it comes right afterwards", async ({ collector, someone }) => {
  const page = await someone();
  await standIn(page);
  await openDesk(page, collector.url);
  await begin(page);
  await note(page, "Voor de map", 1);
  await toFiles(page);
  await press(page, "Kies een map");
  await standing(page, EVEN).waitFor();
  const [own] = Object.keys(await files(page)).toSorted();
  // Each time between our reading and our writing.
  await page.evaluate((own) => {
    const { getFileHandle } = FileSystemDirectoryHandle.prototype;
    let times = 0;
    FileSystemDirectoryHandle.prototype.getFileHandle = async function (name, options) {
      const handle = await getFileHandle.call(this, name, options);
      if (window.meddles && own.endsWith(name) && !options?.create) {
        const writable = await handle.createWritable({ keepExistingData: true });
        await writable.seek((await handle.getFile()).size);
        await writable.write(`{"text":"${String((times += 1)).padStart(24, "a")}","is":"van een ander"}\n`);
        await writable.close();
      }
      return handle;
    };
    window.meddles = true;
  }, own);
  await toNoting(page);
  await note(page, "Tijdens het schrijven", 2);
  await toFiles(page);
  await standing(page, "Een ander programma verandert nu bestanden in de map. Daarvan overschreven wij niets.").waitFor();
  const before = (await files(page))[own];
  assert.ok(before.includes("van een ander") && !before.includes("Tijdens het schrijven"));
  await page.evaluate(() => (window.meddles = false));
  await press(page, "Probeer het opnieuw");
  await standing(page, EVEN).waitFor();
  await inFolder(page, "Tijdens het schrijven");
  assert.ok((await files(page))[own].startsWith(before), "what the other program wrote is still there");
});

story("two windows write in one folder at the same time, while a cloud makes copies of what they wrote: nothing is lost, and nothing is there twice", async ({ collector, someone }) => {
  const one = await someone();
  await standIn(one);
  await openDesk(one, collector.url);
  await begin(one);
  await note(one, "Het begin", 1);
  await toFiles(one);
  await press(one, "Kies een map");
  await standing(one, EVEN).waitFor();
  const id = (await files(one), Object.keys(await files(one))[0].split("/")[1]);
  const other = await one.context().newPage();
  await standIn(other);
  await other.goto(`${collector.url}${DESK}#/bestanden`);
  await standing(other, EVEN).waitFor();
  await one.goto(`${collector.url}${DESK}#/gesprekken/${id}/noteren`);
  const told = (page) => async (n) => {
    await field(page).fill(`${page === one ? "Eerste" : "Tweede"} venster, ${n}`);
    await field(page).press("Enter");
    await remark(page, `${page === one ? "Eerste" : "Tweede"} venster, ${n}`).waitFor();
  };
  // Both note, and both bring the folder up to date, each on its own pace; each copies the other's files halfway.
  await other.goto(`${collector.url}${DESK}#/gesprekken/${id}/noteren`);
  await field(other).waitFor();
  for (let round = 0; round < 3; round += 1) {
    await Promise.all([one, other].map(async (page) => {
      for (let n = 0; n < 4; n += 1) await told(page)(round * 4 + n);
    }));
    await Promise.all([one, other].map((page) => page.goto(`${collector.url}${DESK}#/bestanden`)));
    for (const [path, text] of Object.entries(await files(one))) {
      if (round === 1 && !path.includes("kopie")) await write(one, path.replace(".ndjson", " (kopie).ndjson"), text);
    }
    await Promise.all([one, other].map((page) => update(page, EVEN)));
    await Promise.all([one, other].map((page) => update(page, EVEN)));
    await Promise.all([one, other].map((page) => page.goto(`${collector.url}${DESK}#/gesprekken/${id}/noteren`)));
    await Promise.all([one, other].map((page) => field(page).waitFor()));
  }
  const all = Object.values(await files(one)).join("");
  for (let n = 0; n < 12; n += 1) for (const who of ["Eerste", "Tweede"]) assert.ok(all.includes(`${who} venster, ${n}"`), `${who} ${n} is in the folder`);
  assert.doesNotMatch(all, /}\{/, "no two lines ran into each other");

  // Who opens the folder elsewhere has all of it, once.
  const disk = join(process.env.BEGINSPRAAK_TEST_WORK, "folder-of-two-windows");
  for (const [path, text] of Object.entries(await files(one))) {
    mkdirSync(dirname(join(disk, path)), { recursive: true });
    writeFileSync(join(disk, path), text);
  }
  assert.match(await command("accept", disk), /25 opmerkingen|Dorpshuis Annen/);
  for (const page of [one, other]) {
    await page.goto(`${collector.url}${DESK}#/`);
    await page.getByText("1 gesprek met 25 opmerkingen.").waitFor();
    await page.getByText("In uw werkmap staat alles.").waitFor();
  }
}, { timeout: 150_000 });

story("a folder that may not be used: it is asked for by a tap, refused in clear words, and left alone when somebody says so", async ({ collector, someone }) => {
  const page = await someone();
  await standIn(page);
  await page.addInitScript(() => {
    // What the browser answers: whether it may, and what somebody says when it asks.
    FileSystemHandle.prototype.queryPermission = async () => sessionStorage.getItem("may") ?? "prompt";
    FileSystemHandle.prototype.requestPermission = async () => sessionStorage.getItem("answer") ?? "denied";
    const { showDirectoryPicker } = window;
    window.showDirectoryPicker = async () => {
      if (sessionStorage.getItem("changed-my-mind")) throw new DOMException("", "AbortError");
      return showDirectoryPicker();
    };
  });
  await openDesk(page, collector.url);
  await begin(page);
  await note(page, "De bus komt niet", 1);
  await toFiles(page);
  await page.evaluate(() => sessionStorage.setItem("changed-my-mind", "yes"));
  await press(page, "Kies een map");
  await page.evaluate(() => sessionStorage.removeItem("changed-my-mind"));
  await press(page, "Kies een map");
  await standing(page, EVEN).waitFor();

  await page.reload();
  await ready(page);
  await standing(page, "U werkte in de map ‘werkmap’. De browser vraagt nog een keer of dat mag.").waitFor();
  await checkAccessible(page, { route: `${DESK}#/bestanden`, state: "to be asked for" });
  await toNoting(page);
  await note(page, "Nog niet in de map", 2);
  await toFiles(page);
  await press(page, "Ga verder in ‘werkmap’");
  await standing(page, "De browser kreeg geen toestemming. Er is niets in de map veranderd").waitFor();
  await checkAccessible(page, { route: `${DESK}#/bestanden`, state: "refused" });
  assert.ok(!Object.values(await files(page)).join("").includes("Nog niet in de map"));
  await page.evaluate(() => sessionStorage.setItem("answer", "granted"));
  await press(page, "Probeer het opnieuw");
  await standing(page, EVEN).waitFor();
  await inFolder(page, "Nog niet in de map");

  await press(page, "Werk niet meer in deze map");
  await sign(page, "De werkplek kijkt niet meer in de map. Wat erin staat, blijft staan.").waitFor();
  await toNoting(page);
  await note(page, "Alleen hier", 3);
  await page.reload();
  await toFiles(page);
  await page.getByRole("button", { name: "Kies een map", exact: true }).waitFor();
  assert.ok(!Object.values(await files(page)).join("").includes("Alleen hier"));
});

story("a browser without folders says so, and what to do", async ({ collector, someone }) => {
  const page = await someone();
  await page.addInitScript(() => delete window.showDirectoryPicker);
  await openDesk(page, collector.url);
  await toFiles(page);
  await standing(page, "Deze browser kan niet in een map werken. Gebruik Edge of Chrome op een laptop, of geef een reservekopie door.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Kies een map" }).count(), 0);
});
