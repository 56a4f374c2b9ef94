import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { answer } from "../helpers/collector.mjs";
import { stored } from "../helpers/device.mjs";
import { NOT_SET_UP, again, hosted, texts } from "../helpers/elsewhere.mjs";
import { EVERYTHING, PATH, SAY, fillIn, progress, react } from "../helpers/form.mjs";
import { SERVICES, startService } from "../helpers/forms.mjs";
import { startNetwork, TO_OTHERS } from "../helpers/network.mjs";
import { story, until } from "../helpers/story.mjs";

async function serviceFor(cleanUp, name) {
  const service = await startService(name);
  cleanUp(() => service.stop());
  return service;
}

for (const name of Object.keys(SERVICES)) {
  story(`${name} takes a reaction as it was written, and one that it does not take waits`, async ({ someone, cleanUp }) => {
    const service = await serviceFor(cleanUp, name);
    const host = await hosted(cleanUp, service.endpoint());
    const page = await someone();
    service.open = false;
    await react(page, host, "Nog niet aangezet: “écht” & <b>");
    const waits = name === "netlify" ? "Iets anders dan onze server gaf antwoord" : NOT_SET_UP;
    await progress(page).filter({ hasText: waits }).waitFor();
    service.open = true;
    await again(page);
    await progress(page).filter({ hasText: SAY.arrived }).waitFor();
    const [kept] = Object.values((await stored(page)).sent).map((text) => JSON.parse(text));
    assert.equal(service.forms.length, 1);
    assert.equal(service.forms[0].reaction, kept.envelope, "byte for byte");
    for (const [field, value] of Object.entries(service.kind.fields)) assert.equal(service.forms[0][field], value);
    if (service.kind.honeypot) assert.equal(service.forms[0][service.kind.honeypot], "");
    assert.deepEqual(await service.gathered(), [JSON.parse(kept.envelope).reaction]);
  });

  story(`between browser and ${name} answers get lost and others answer: nothing is lost, nothing is doubled`, async ({ someone, cleanUp }) => {
    const service = await serviceFor(cleanUp, name);
    const fates = ["lost", "portal", "answer", "redirect", "unreachable", 500, "lost", 503, "answer", 429];
    const network = await startNetwork(service, (count) => fates[count % fates.length], TO_OTHERS);
    cleanUp(() => network.stop());
    const host = await hosted(cleanUp, service.endpoint(network.origin));
    const page = await someone();
    const written = Array.from({ length: 5 }, (_, n) => `Formulier ${n}`);
    for (const text of written) await react(page, host, text);
    await until(async () => {
      await again(page);
      return Object.keys((await stored(page)).outbox).length === 0;
    }, "the outbox is empty", 40_000);
    assert.deepEqual(texts(await service.gathered()), written);
    assert.ok(service.forms.length > written.length, "some were sent twice, and gathered once");
  });
}

story("without JavaScript a form posts itself to the service, with the fields it wants, and staff can read it", async ({ someone, cleanUp }) => {
  const service = await serviceFor(cleanUp, "netlify");
  const host = await hosted(cleanUp, service.endpoint());
  const page = await someone({ javaScriptEnabled: false });
  await page.goto(host.url + PATH);
  const trap = page.locator('[name="bot-field"]');
  assert.equal(await trap.isVisible(), false, "the trap for robots is not seen");
  assert.equal(await trap.getAttribute("autocomplete"), "off");
  await fillIn(page, EVERYTHING, { plain: true, consent: true });
  await page.getByRole("button", { name: SAY.sendNow }).click();
  await page.getByText("Your form submission has been received").waitFor();
  assert.equal(service.forms[0]["form-name"], "reacties");
  const [reaction] = await service.gathered();
  assert.deepEqual(Object.fromEntries(Object.keys(EVERYTHING).map((id) => [id, answer(reaction, id)])), EVERYTHING);
});

story("Netlify finds a form with every field of every question in the published page", async ({ cleanUp }) => {
  const host = await hosted(cleanUp, { ...SERVICES.netlify, kind: "form", url: "/", path: undefined });
  const html = readFileSync(join(host.site, "index.html"), "utf8");
  const skeleton = html.match(/<form [^>]*data-netlify="true".*?<\/form>/s)[0];
  assert.match(skeleton, /netlify-honeypot="bot-field"/);
  for (const name of ["form-name", "reaction", "sha256", "id", "q.gehoord", "q.ontmoeten.other", "q.plaats.municipality", "quote_consent"]) {
    assert.ok(skeleton.includes(`name="${name}"`), name);
  }
});
