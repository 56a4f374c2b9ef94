import assert from "node:assert/strict";
import { startBucket } from "../helpers/bucket.mjs";
import { stored } from "../helpers/device.mjs";
import { NOT_SET_UP, again, hosted, texts } from "../helpers/elsewhere.mjs";
import { PATH, SAY, check, fillIn, progress, react, send } from "../helpers/form.mjs";
import { startNetwork, TO_OTHERS } from "../helpers/network.mjs";
import { open, story, until } from "../helpers/story.mjs";

const s3 = (origin) => ({ kind: "s3", intake: "/intake.json", origin });

async function bucketFor(cleanUp, options) {
  const bucket = await startBucket(options);
  cleanUp(() => bucket.stop());
  return bucket;
}

story("a reaction goes from the browser straight into the bucket, and comes out through gather", async ({ someone, cleanUp }) => {
  const bucket = await bucketFor(cleanUp);
  const host = await hosted(cleanUp, s3(bucket.origin));
  await bucket.sign(host.site);
  const page = await someone();
  await react(page, host, "Zo de emmer in: “écht” 👍");
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  const [kept] = Object.values((await stored(page)).sent).map((text) => JSON.parse(text));
  assert.deepEqual(await bucket.gathered(), [JSON.parse(kept.envelope).reaction]);
  assert.equal(await host.stored(), 0, "no server of ours was asked");
});

story("the signature has expired: reactions wait, and go by themselves once it is signed again", async ({ someone, cleanUp }) => {
  const bucket = await bucketFor(cleanUp);
  const host = await hosted(cleanUp, s3(bucket.origin));
  const page = await someone();
  await react(page, host, "Vóór het ondertekenen");
  await progress(page).filter({ hasText: NOT_SET_UP }).waitFor();
  await bucket.sign(host.site, { more: ["--days", "1", "--signed-at", "2026-01-01T00:00:00Z"] });
  await open(page, host.url + PATH);
  await page.locator(".outbox-banner").getByText("1 reactie staat klaar").waitFor();
  await react(page, host, "Met een oude handtekening");
  await progress(page).filter({ hasText: NOT_SET_UP }).waitFor();
  assert.deepEqual(await bucket.gathered(), []);
  await bucket.sign(host.site);
  await again(page);
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  await until(async () => Object.keys((await stored(page)).outbox).length === 0, "the other one went too");
  assert.deepEqual(texts(await bucket.gathered()), ["Met een oude handtekening", "Vóór het ondertekenen"].sort());
});

story("the bucket stores but hides its answer from the browser: sent again, kept once", async ({ someone, cleanUp }) => {
  const bucket = await bucketFor(cleanUp, { readers: "https://andere.example.nl" });
  const host = await hosted(cleanUp, s3(bucket.origin));
  await bucket.sign(host.site);
  const page = await someone();
  await react(page, host, "Bewaard zonder antwoord");
  await progress(page).filter({ hasText: SAY.waiting }).waitFor();
  await until(async () => (await bucket.gathered()).length === 1, "it was stored");
  assert.equal(Object.keys((await stored(page)).outbox).length, 1, "and nobody could know");
  await bucket.stop();
  bucket.readers = host.origin;
  await bucket.start();
  await again(page);
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  assert.deepEqual(texts(await bucket.gathered()), ["Bewaard zonder antwoord"]);
});

story("the bucket is gone for a while: what was written waits, and arrives when it is back", async ({ someone, cleanUp }) => {
  const bucket = await bucketFor(cleanUp);
  const host = await hosted(cleanUp, s3(bucket.origin));
  await bucket.sign(host.site);
  const page = await someone();
  await bucket.stop();
  await react(page, host, "Even geduld");
  await progress(page).filter({ hasText: SAY.waiting }).waitFor();
  await bucket.start();
  await again(page);
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  assert.deepEqual(texts(await bucket.gathered()), ["Even geduld"]);
});

story("between browser and bucket answers get lost and others answer: nothing is lost, nothing is doubled", async ({ someone, cleanUp }) => {
  const bucket = await bucketFor(cleanUp);
  const fates = ["lost", "portal", "answer", "redirect", "unreachable", 500, "lost", 503, "answer", 403];
  const network = await startNetwork(bucket, (count) => fates[count % fates.length], TO_OTHERS);
  cleanUp(() => network.stop());
  const host = await hosted(cleanUp, s3(network.origin));
  // The signature does not name the host, so that it holds through a proxy too.
  await bucket.sign(host.site, { server: network.origin });
  const page = await someone();
  const written = Array.from({ length: 6 }, (_, n) => `Emmer ${n}`);
  for (const text of written) await react(page, host, text);
  await until(async () => {
    await again(page);
    return Object.keys((await stored(page)).outbox).length === 0;
  }, "the outbox is empty", 40_000);
  assert.deepEqual(texts(await bucket.gathered()), written);
  assert.ok(network.posts.filter(({ fate }) => fate === "lost").length > 1, "answers did get lost");
  assert.ok(network.portal > 1, "others did answer");
});

story("when the bucket can't be reached, the collector that stands next in the list takes it", async ({ someone, cleanUp }) => {
  const bucket = await bucketFor(cleanUp);
  const host = await hosted(cleanUp, [s3(bucket.origin), { kind: "collector", url: "/api/reactions" }]);
  await bucket.sign(host.site);
  const page = await someone();
  await react(page, host, "Eerst de emmer");
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  await bucket.stop();
  await react(page, host, "Dan de bus");
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  assert.deepEqual(texts(await host.gathered()), ["Dan de bus"]);
  await bucket.start();
  assert.deepEqual(texts(await bucket.gathered()), ["Eerst de emmer"]);
});

story("without JavaScript a site with only a bucket says that it can't take a reaction, and where to mail", async ({ someone, cleanUp }) => {
  const host = await hosted(cleanUp, s3("https://s3.example.org"));
  const page = await someone({ javaScriptEnabled: false });
  await page.goto(host.url + PATH);
  // Finding by text skips what is in a noscript.
  const said = page.locator("noscript p");
  await said.waitFor();
  assert.match(await said.textContent(), /^Op deze site kunt u alleen reageren als JavaScript aanstaat\./);
  assert.match(await page.locator("noscript a").getAttribute("href"), /^mailto:.+@/);
  assert.equal(await page.locator("form button:visible").count(), 0, "no button that does nothing");
});

for (const [where, endpoint] of [["a bucket", s3("https://s3.example.org")], ["nobody", { kind: "file", mail: "denkmee@example.org" }]]) {
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
  const host = await hosted(cleanUp, { kind: "file", mail: "denkmee@example.org" });
  const page = await someone();
  await open(page, host.url + PATH);
  await fillIn(page, { gehoord: "Per post & fiets", ontmoeten: "online" });
  await check(page);
  await send(page);
  await progress(page).filter({ hasText: "Deze site verstuurt niets" }).waitFor();
  await open(page, `${host.url}/mijn-reacties/`);
  const item = page.locator(".mine__item");
  const [kept] = Object.values((await stored(page)).outbox).map((text) => JSON.parse(text).copy);
  const mail = new URL(await item.getByRole("link", { name: "Mail deze reactie" }).getAttribute("href"));
  assert.equal(mail.pathname, "denkmee@example.org");
  assert.equal(mail.searchParams.get("body"), kept.envelope, "the whole reaction, to the letter");
  await item.getByRole("img", { name: /QR-code met uw hele reactie/ }).waitFor();
  await item.getByRole("button", { name: /Ik heb hem opgestuurd/ }).click();
  await item.getByText("Zelf opgestuurd").waitFor();
  assert.equal(await page.locator(".outbox-banner").count(), 0, "nothing waits any more");
  await item.getByText(kept.receipt).waitFor();
});
