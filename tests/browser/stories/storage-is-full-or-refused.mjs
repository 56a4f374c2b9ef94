import assert from "node:assert/strict";
import { answer } from "../helpers/collector.mjs";
import { PATH, SAY, check, field, fillIn, progress } from "../helpers/form.mjs";
import { startNetwork } from "../helpers/network.mjs";
import { open, story } from "../helpers/story.mjs";

const NOT_KEPT = "Uw browser bewaart niets. Sluit deze pagina niet voordat u hebt verstuurd.";
const FULL = "Er is geen ruimte meer op uw apparaat. Uw antwoorden staan nog op deze pagina.";
const REFUSED = "Uw browser kan nu niets bewaren.";

story("the device is full: the answers stay on the screen, and a file is offered", async ({ collector, someone }) => {
  const page = await someone();
  await page.addInitScript(() => {
    // As a browser does it: the write itself is taken, and its transaction fails afterwards for want of room.
    const { put } = IDBObjectStore.prototype;
    const { commit } = IDBTransaction.prototype;
    const writing = new WeakSet();
    IDBObjectStore.prototype.put = function (...args) {
      writing.add(this.transaction);
      return put.apply(this, args);
    };
    IDBTransaction.prototype.commit = function () {
      if (!writing.has(this)) return commit.call(this);
      const full = new DOMException("no room", "QuotaExceededError");
      Object.defineProperty(this, "error", { get: () => full });
      this.abort();
    };
  });
  await open(page, collector.url + PATH);
  await fillIn(page, { gehoord: "Vol toestel", ontmoeten: "online" });
  await page.getByText(NOT_KEPT).waitFor();
  await check(page);
  await page.getByRole("button", { name: SAY.send, exact: true }).click();
  const error = page.getByRole("alert").filter({ hasText: FULL });
  await error.waitFor();
  assert.equal(await page.getByRole("heading", { name: SAY.thanks }).count(), 0);
  assert.ok(!(await page.locator("main").innerText()).includes(SAY.saved), "it does not say that it was saved");
  await page.getByText("Vol toestel").waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), error.getByRole("button", { name: SAY.data }).click()]);
  const kept = JSON.parse(await text(file));
  assert.equal(answer(kept.reaction, "gehoord"), "Vol toestel");

  await error.getByRole("button", { name: "Versturen zonder bewaren" }).click();
  await page.getByRole("heading", { name: SAY.thanks }).waitFor();
  await progress(page).filter({ hasText: SAY.arrived }).waitFor();
  const reactions = await collector.gathered();
  assert.deepEqual(reactions.map(({ id }) => id), [kept.reaction.id], "the file and what was sent are one reaction");
});

/** Ways in which browsers refuse: there is no storage at all, opening throws, or opening fails. */
const REFUSALS = {
  "has none": () => Object.defineProperty(window, "indexedDB", { value: undefined }),
  "throws": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  },
  "fails": () => {
    IDBFactory.prototype.open = function () {
      const request = Object.create(IDBOpenDBRequest.prototype);
      const error = new DOMException("A mutation operation was attempted on a database that did not allow it", "InvalidStateError");
      let failed;
      Object.defineProperties(request, {
        error: { get: () => error },
        onerror: { set: (listener) => (failed = listener) },
        onsuccess: { set: () => {} },
        onupgradeneeded: { set: () => {} },
      });
      queueMicrotask(() => failed(new Event("error")));
      return request;
    };
  },
};

for (const [how, refuse] of Object.entries(REFUSALS)) {
  story(`a private window whose storage ${how}: it is said plainly, and sending works`, async ({ collector, someone, cleanUp }) => {
    let reachable = false;
    const network = await startNetwork(collector, () => (reachable ? "answer" : "portal"));
    cleanUp(() => network.stop());
    const page = await someone();
    await page.addInitScript(refuse);
    await open(page, `${network.url}/mijn-reacties/`);
    await page.getByText("Uw browser bewaart niets voor deze site.").waitFor();
    await open(page, network.url + PATH);
    await fillIn(page, { gehoord: "Privé", ontmoeten: "online" });
    await page.getByText(NOT_KEPT).waitFor();
    await check(page);
    await page.getByRole("button", { name: SAY.send, exact: true }).click();
    await page.getByRole("alert").filter({ hasText: REFUSED }).waitFor();
    await page.getByRole("button", { name: "Versturen zonder bewaren" }).click();
    await page.getByText("Versturen is niet gelukt.").waitFor();
    assert.equal(await collector.stored(), 0, "a log-in page is no server of ours");
    // Back to the questions: everything still stands there.
    await page.getByRole("button", { name: "Terug naar de vragen" }).click();
    assert.equal(await field(page, "gehoord").inputValue(), "Privé");
    await check(page);
    reachable = true;
    if (await page.getByRole("button", { name: "Versturen zonder bewaren" }).count() === 0) {
      await page.getByRole("button", { name: SAY.send, exact: true }).click();
    }
    await page.getByRole("button", { name: "Versturen zonder bewaren" }).click();
    await page.getByRole("heading", { name: SAY.thanks }).waitFor();
    await progress(page).filter({ hasText: SAY.arrived }).waitFor();
    assert.deepEqual((await collector.gathered()).map((reaction) => answer(reaction, "gehoord")), ["Privé"]);
    await page.getByRole("button", { name: SAY.data }).waitFor();
  });
}

story("what is written does not come back as it was: that is not called saved", async ({ collector, someone }) => {
  const page = await someone();
  await page.addInitScript(() => {
    // A disk that loses a byte.
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (text, key) {
      return put.call(this, text.slice(0, -1), key);
    };
  });
  await open(page, collector.url + PATH);
  await fillIn(page, { gehoord: "Bijna bewaard", ontmoeten: "online" });
  await page.getByText(NOT_KEPT).waitFor();
  await check(page);
  await page.getByRole("button", { name: SAY.send, exact: true }).click();
  await page.getByRole("alert").filter({ hasText: REFUSED }).waitFor();
  assert.ok(!(await page.locator("main").innerText()).includes(SAY.saved));
});

async function text(download) {
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
