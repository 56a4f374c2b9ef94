import assert from "node:assert/strict";
import { startBucket } from "../helpers/bucket.mjs";
import { stored } from "../helpers/device.mjs";
import { NOT_SET_UP, again, hosted, texts } from "../helpers/elsewhere.mjs";
import { PATH, SAY, progress, react } from "../helpers/form.mjs";
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
