// Hearing of what comes without an account: feeds, a reminder for the calendar, and passing a page on.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { PATH, SLUG, react } from "../helpers/form.mjs";
import { open, story } from "../helpers/story.mjs";

const SHARE = { name: "Deel deze pagina" };

/** What a feed reader finds at this address, with every address made whole. */
async function read(page, address) {
  return page.evaluate(async (address) => {
    const response = await fetch(address);
    const xml = new DOMParser().parseFromString(await response.text(), "application/xml");
    if (!response.ok || xml.querySelector("parsererror")) return null;
    const text = (node, name) => node.querySelector(`:scope > ${name}`)?.textContent;
    const href = (node, rel) => new URL(node.querySelector(`:scope > link[rel=${rel}]`).getAttribute("href"), response.url).href;
    const told = (node) => ({ id: text(node, "id"), title: text(node, "title"), updated: text(node, "updated"), page: href(node, "alternate") });
    const feed = xml.documentElement;
    return {
      ...told(feed),
      kind: `${feed.namespaceURI} ${feed.localName}`,
      language: feed.getAttribute("xml:lang"),
      own: href(feed, "self"),
      author: feed.querySelector("author > name").textContent,
      entries: [...feed.querySelectorAll("entry")].map(told),
    };
  }, address);
}

story("somebody subscribes to one question, or to all of them, in their own language", async ({ collector, someone }) => {
  const page = await someone();
  const ids = new Set();
  for (const [path, language, entries] of [["/", "nl", 6], ["/en/", "en", 6], [PATH, "nl", 3], [`/en${PATH}`, "en", 3]]) {
    await page.goto(collector.url + path);
    const address = await page.locator("head link[rel=alternate][type='application/atom+xml']").evaluate((link) => link.href);
    assert.equal(address, `${collector.url}${path}feed.xml`);
    assert.equal(await page.locator("main a[href$='feed.xml']").evaluate((link) => link.href), address, "people find it too");
    const feed = await read(page, address);
    assert.equal(feed.kind, "http://www.w3.org/2005/Atom feed");
    assert.deepEqual([feed.language, feed.own, feed.page], [language, address, collector.url + path]);
    assert.ok(feed.title && feed.author);
    assert.ok(feed.entries.length >= 3 && feed.entries.length <= entries, `${feed.entries.length} entries of ${path}`);
    for (const entry of [feed, ...feed.entries]) {
      assert.match(entry.id, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
      assert.match(entry.updated, /^\d{4}-\d\d-\d\dT00:00:00Z$/);
      assert.equal((await page.request.get(entry.page)).status(), 200);
    }
    assert.ok(!ids.has(feed.id), "each feed has an id of its own");
    ids.add(feed.id);
  }
  const [all, one] = [await read(page, `${collector.url}/feed.xml`), await read(page, `${collector.url}${PATH}feed.xml`)];
  assert.ok(all.entries.some((entry) => entry.id === one.entries[0].id), "the same news has the same id in both");
});

story("somebody puts the promised day in their calendar", async ({ collector, someone }) => {
  for (const [path, name] of [[PATH, /in uw agenda/], [`/en${PATH}`, /in your calendar/]]) {
    const page = await someone();
    await open(page, collector.url + path);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
    assert.equal(download.suggestedFilename(), "terugkoppeling.ics");
    const lines = readFileSync(await download.path(), "utf8").split("\r\n");
    const published = readFileSync(`${process.env.BEGINSPRAAK_TEST_SITE}/content/consultations/${SLUG}.json`, "utf8");
    const due = JSON.parse(published).feedback_due.replaceAll("-", "");
    assert.deepEqual([lines[0], lines.at(-2), lines.at(-1)], ["BEGIN:VCALENDAR", "END:VCALENDAR", ""]);
    assert.ok(lines.includes(`DTSTART;VALUE=DATE:${due}`), lines.join("\n"));
    assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75));
  }
});

story("somebody shares the page by what their phone has for that, without what stands after the # in the address", async ({ collector, someone }) => {
  const page = await someone();
  await page.addInitScript(() => {
    Navigator.prototype.share = async (what) => {
      window.shared = what;
      // As when somebody closes the dialog.
      throw new DOMException("no", "AbortError");
    };
  });
  await open(page, `${collector.url}${PATH}#reageren`);
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("button", SHARE).click();
  assert.deepEqual(await page.evaluate(() => window.shared), { title, url: collector.url + PATH });
});

for (const [how, share] of [["shares", async () => {}], ["is not allowed to share", async () => { throw new DOMException("no", "NotAllowedError"); }]]) {
  story(`a browser that ${how}: what came of it can be read`, async ({ collector, someone }) => {
    const page = await someone({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.addInitScript(`Navigator.prototype.share = ${share}`);
    await open(page, collector.url + PATH);
    await page.getByRole("button", SHARE).click();
    await page.getByText(how === "shares" ? "Gedeeld." : "Het adres is gekopieerd.").waitFor();
  });
}

story("a browser that allows neither sharing nor copying: the address is there to read", async ({ collector, someone }) => {
  const page = await someone();
  await page.addInitScript(() => {
    const refuse = async () => { throw new DOMException("no", "NotAllowedError"); };
    Navigator.prototype.share = refuse;
    Clipboard.prototype.writeText = refuse;
  });
  await open(page, collector.url + PATH);
  await page.getByRole("button", SHARE).click();
  await page.getByText(`Delen en kopiëren mag niet van uw browser. Dit is het adres: ${collector.url}${PATH}`).waitFor();
});

for (const [allowed, words] of [[true, "Gekopieerd."], [false, "Kopiëren mag niet van uw browser. Selecteer de code, of schrijf hem over."]]) {
  story(`somebody copies their receipt code where that is ${allowed ? "allowed" : "refused"}: what came of it can be read`, async ({ collector, someone }) => {
    const page = await someone({ permissions: ["clipboard-read", "clipboard-write"] });
    if (!allowed) await page.addInitScript(() => { Clipboard.prototype.writeText = async () => { throw new DOMException("no", "NotAllowedError"); }; });
    const code = await react(page, collector, "Om over te nemen");
    await page.getByRole("button", { name: "Kopieer" }).click();
    const said = page.getByText(words);
    await said.waitFor();
    assert.ok((await said.boundingBox()).height > 10, "everybody can see it");
    if (allowed) assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code);
  });
}

story("where a browser can't share, the address is copied, and that is said", async ({ collector, someone }) => {
  const page = await someone({ permissions: ["clipboard-read", "clipboard-write"] });
  await page.addInitScript(() => delete Navigator.prototype.share);
  await open(page, collector.url + PATH);
  const said = page.locator("[data-share] + [role=status]");
  assert.equal(await said.textContent(), "", "the live region is there before its text");
  await page.getByRole("button", SHARE).click();
  await said.filter({ hasText: "Het adres is gekopieerd." }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), collector.url + PATH);
});

story("without JavaScript, or in a browser with no way to share, there is no button that does nothing", async ({ collector, someone }) => {
  const plain = await someone({ javaScriptEnabled: false });
  await plain.goto(collector.url + PATH);
  const bare = await someone();
  await bare.addInitScript(() => {
    delete Navigator.prototype.share;
    delete Navigator.prototype.clipboard;
  });
  await open(bare, collector.url + PATH);
  for (const page of [plain, bare]) assert.equal(await page.getByRole("button", SHARE).isVisible(), false);
});
