// Sites of which no endpoint takes a form as it is: a bucket, or nobody at all.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { stored } from "../helpers/device.mjs";
import { hosted } from "../helpers/elsewhere.mjs";
import { PATH, check, fillIn, progress, send } from "../helpers/form.mjs";
import { open, story } from "../helpers/story.mjs";

const BUCKET = { kind: "s3", intake: "/intake.json", origin: "https://s3.example.org" };
const BY_HAND = { kind: "file", mail: "denkmee@example.org" };

story("without JavaScript a site with only a bucket says that it can't take a reaction, and where to mail", async ({ someone, cleanUp }) => {
  const host = await hosted(cleanUp, BUCKET);
  const page = await someone({ javaScriptEnabled: false });
  await page.goto(host.url + PATH);
  // Finding by text skips what is in a noscript.
  const said = page.locator("noscript p");
  await said.waitFor();
  assert.match(await said.textContent(), /^Op deze site kunt u alleen reageren als JavaScript aanstaat\./);
  assert.match(await page.locator("noscript a").getAttribute("href"), /^mailto:.+@/);
  assert.equal(await page.locator("form button:visible").count(), 0, "no button that does nothing");
});

for (const [where, endpoint] of [["a bucket", BUCKET], ["nobody", BY_HAND]]) {
  story(`in a browser without WebAssembly a site that sends to ${where} says why it can't take a reaction, and what else one can do`, async ({ someone, cleanUp }) => {
    const host = await hosted(cleanUp, endpoint);
    const page = await someone();
    await page.addInitScript(() => delete window.WebAssembly);
    await page.goto(host.url + PATH);
    const said = page.getByText("Met deze browser kunt u hier niet reageren: WebAssembly staat uit");
    await said.waitFor();
    assert.match(await said.getByRole("link").getAttribute("href"), /^mailto:.+@/);
    assert.equal(await page.locator("form button:visible").count(), 0, "no button that does nothing");
  });
}

story("a site that sends nothing lets somebody mail, print and keep a reaction, and say that it was done", async ({ someone, cleanUp }) => {
  const host = await hosted(cleanUp, BY_HAND);
  const page = await someone();
  await open(page, host.url + PATH);
  await fillIn(page, { gehoord: "Per post & fiets. ".repeat(100), ontmoeten: "online" });
  await check(page);
  await send(page);
  await progress(page).filter({ hasText: "Deze site verstuurt niets" }).waitFor();
  await open(page, `${host.url}/mijn-reacties/`);
  const item = page.locator(".mine__item");
  const [kept] = Object.values((await stored(page)).outbox).map((text) => JSON.parse(text).copy);
  const href = await item.getByRole("link", { name: "Maak een mail" }).getAttribute("href");
  const mail = new URL(href);
  assert.equal(mail.pathname, "denkmee@example.org");
  assert.equal(mail.searchParams.get("body"), "In de bijlage staat mijn reactie.");
  assert.ok(kept.envelope.length > 2000 && href.length < 500, "a long story does not make a long address");
  await item.getByText("download eerst het bestand voor een programma").waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), item.getByRole("button", { name: /Download voor een programma/ }).click()]);
  assert.equal(readFileSync(await file.path(), "utf8"), kept.envelope, "the whole reaction, to the letter");
  await item.getByRole("img", { name: /QR-code .*met uw hele reactie/ }).first().waitFor();
  await item.getByRole("button", { name: /Ik heb hem opgestuurd/ }).click();
  await item.getByText("Zelf opgestuurd").waitFor();
  assert.equal(await page.locator(".outbox-banner").count(), 0, "nothing waits any more");
  await item.getByText(kept.receipt).waitFor();
});
