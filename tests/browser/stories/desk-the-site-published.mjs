import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DESK, accessible, sign } from "../helpers/desk.mjs";
import { laid } from "../helpers/release.mjs";
import { story, until } from "../helpers/story.mjs";
import { filesOf, lay, unzip, zip } from "../helpers/zip.mjs";

const CONSULTATION = "content/consultations/drenthe-luisteren.json";
const ROOM = `${DESK}#/publiceren`;
const place = (name) => join(process.env.BEGINSPRAAK_TEST_WORK, name);
const button = (page, name) => page.getByRole("button", { name, exact: true });
const card = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { name, exact: true }) });

/** Makes the site, and waits for what came of it. */
async function make(page) {
  await page.getByRole("button", { name: /^Maak de site/ }).click();
  await page.locator("#publish-came").waitFor();
}

/** The site as the desk keeps it. */
async function keep(page) {
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Bewaar de site (.zip)").click()]);
  await sign(page, "De site staat bij uw downloads.").waitFor();
  return unzip(readFileSync(await file.path()));
}

/** What is online now, without compressed twins and what only a disk has. */
function online(site) {
  const files = Object.entries(filesOf(site));
  return Object.fromEntries(files.filter(([path]) => !/\.(br|gz)$|^\.beginspraak|^beginspraak\.json$/.test(path)));
}

/** Opens a work folder with these files in the room where one does that, and goes on to publishing. */
async function withFolder(page, url, files) {
  const file = place("publiceren.zip");
  writeFileSync(file, zip(files));
  await page.goto(`${url}${DESK}#/ophalen`);
  await page.getByLabel("Kies bestanden").setInputFiles([file]);
  await sign(page, "De werkmap is open, en veilig op dit apparaat.").waitFor();
  await page.getByRole("link", { name: "Publiceren", exact: true }).click();
  await button(page, "Maak de site").waitFor();
}

story("somebody with only a browser takes over a site, sees that nothing changes, and gets the very same files", async ({ someone, cleanUp }) => {
  const { site, line } = await laid(cleanUp, "desk-publishes");
  const page = await someone();
  await page.goto(`${line.url}${ROOM}`);
  await button(page, "Begin met deze site").waitFor();
  await accessible(page, "before anything is open");
  await button(page, "Begin met deze site").click();
  await sign(page, "De site staat nu als werkmap op dit apparaat.").waitFor();
  await make(page);
  await card(page, "De site is klaar").getByText("Er verandert niets: online staat al precies dit.").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "publish-came");
  await accessible(page, "a site that was made");

  // The pages can be looked at and clicked through; nothing runs in the frame.
  const frame = page.frameLocator("iframe");
  await frame.getByRole("link", { name: /Uitgave 1/ }).first().click();
  await frame.getByRole("heading", { level: 1, name: "Uitgave 1", exact: true }).waitFor();
  assert.match(await page.getByLabel("Pagina").locator("option:checked").innerText(), /^Uitgave 1/);
  const ground = () => frame.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  const light = await ground();
  await page.getByLabel("Donker").check();
  await until(async () => (await ground()) !== light, "the frame is dark");
  await page.getByLabel("Laptop").check();
  await until(() => frame.locator("html").evaluate((html) => html.clientWidth > 1200), "the frame is as wide as a laptop");

  const made = await keep(page);
  assert.ok(Object.keys(made).includes("beginspraak.json"), "the next one can see what this one was made of");
  delete made["beginspraak.json"];
  const expected = online(site);
  assert.deepEqual(Object.keys(made).sort(), Object.keys(expected).sort());
  for (const [path, bytes] of Object.entries(expected)) assert.ok(bytes.equals(made[path]), path);
});

story("another question is published with its next revision, and what vanishes has to be meant", async ({ someone, cleanUp }) => {
  const { site, line } = await laid(cleanUp, "desk-publishes-more");
  const content = filesOf(`${site}-content`);
  const files = Object.fromEntries(Object.entries(content).map(([path, bytes]) => [path === "site.json" ? path : `content/${path}`, bytes]));
  files["site.json"] ??= filesOf(site)["site.json"];
  const json = JSON.parse(files[CONSULTATION]);
  json.title = typeof json.title === "string" ? "Wat is er bij u gaande?" : { ...json.title, nl: "Wat is er bij u gaande?" };
  json.questions[0].required = !json.questions[0].required;
  for (const path of Object.keys(files)) if (path.includes("drenthe-dichterbij")) delete files[path];
  const page = await someone({ dialog: (dialog) => dialog.accept() });

  // First with a slip in it: it is named, with its place in the work folder, and nothing is made.
  const { phone, ...contact } = JSON.parse(files["site.json"]).contact;
  const unreached = Buffer.from(JSON.stringify({ ...JSON.parse(files["site.json"]), contact }));
  await withFolder(page, line.url, { ...files, "site.json": unreached, [CONSULTATION]: Buffer.from(JSON.stringify({ ...json, titel: "x" })) });
  await make(page);
  await card(page, "Dit moet eerst goed").getByText("‘titel’: Dit veld bestaat niet.").waitFor();
  await card(page, "Dit moet eerst goed").getByText("Wat is er bij u gaande?", { exact: true }).waitFor();
  assert.equal(await button(page, "Bewaar de site (.zip)").count(), 0);
  await accessible(page, "something is wrong");
  // One goes from there to where it is mended: of the site, to its field.
  await card(page, "Dit moet eerst goed").getByText("Telefoonnummer: Vul dit nog in.").waitFor();
  await page.getByRole("link", { name: "Ga naar De site zelf" }).click();
  await page.waitForFunction(() => document.activeElement?.id === "w.contact.phone");
  await page.getByRole("link", { name: "Publiceren", exact: true }).first().click();
  await make(page);
  await page.getByRole("link", { name: "Ga naar deze vraag" }).first().click();
  await page.getByRole("heading", { level: 2, name: "Wat is er bij u gaande?" }).waitFor();
  await page.getByRole("link", { name: "Ophalen", exact: true }).click();
  await button(page, "Sluit de werkmap").click();
  await sign(page, "De werkmap is gesloten.").waitFor();

  await withFolder(page, line.url, { ...files, [CONSULTATION]: Buffer.from(JSON.stringify(json)) });
  await make(page);
  const ready = card(page, "De site is klaar");
  await ready.getByText(/^‘Wat is er bij u gaande\?’: titel, ‘Men moet dit invullen’|^‘Wat is er bij u gaande\?’: titel, /).waitFor();
  await ready.getByText(/Bij ‘Wat is er bij u gaande\?’ zijn de vragen anders dan online\. Zij krijgen nummer 2/).waitFor();
  assert.match(await page.getByLabel("Pagina").locator("option:checked").innerText(), /^Wat is er bij u gaande\?/, "one looks first at what changed");
  await card(page, "Is dit de bedoeling?").getByText(/De vraag ‘Uitgave 1’ staat online, en niet meer in uw werkmap\./).waitFor();
  await accessible(page, "something vanishes");
  await button(page, "Bewaar de site (.zip)").click();
  await page.getByText("Kruis eerst aan dat dit de bedoeling is.").waitFor();
  await page.getByLabel("Ja, dit is de bedoeling").check();
  const made = await keep(page);
  assert.equal(JSON.parse(made[CONSULTATION]).revision, 2);
  assert.ok(made["content/consultations/drenthe-luisteren/1.json"], "what was asked before is kept");

  // Put online, the next one has nothing to change.
  lay(site, made);
  await page.reload();
  await make(page);
  await card(page, "De site is klaar").getByText("Er verandert niets: online staat al precies dit.").waitFor();
});

story("without a network nothing is made, and that is said", async ({ someone, cleanUp }) => {
  const { line } = await laid(cleanUp, "desk-publishes-not");
  const page = await someone();
  await page.goto(`${line.url}${ROOM}`);
  await button(page, "Begin met deze site").waitFor();
  await page.context().setOffline(true);
  await button(page, "Begin met deze site").click();
  await sign(page, "Wat er nu online staat, was niet op te halen.").waitFor();
  await page.context().setOffline(false);
  await button(page, "Begin met deze site").click();
  await button(page, "Maak de site").waitFor();
});
