// The screen in the hall: a second window, without a network, that shows only what was shown to it.
import assert from "node:assert/strict";
import { begin, note, openDesk } from "../helpers/desk.mjs";
import { axe } from "../accessibility.mjs";
import { kept, laid, onDevice } from "../helpers/release.mjs";
import { story, until } from "../helpers/story.mjs";

const BUS = "De bus komt nog maar twee keer per dag.";
const SHY = "Dit vertel ik alleen aan u.";

/** The words on the screen, each of which has its kind in words as well. */
const seen = (hall) => hall.locator(".hall__said, .hall__lit").evaluateAll((all) => all.map((one) => {
  const kind = one.querySelector(".hall__kind").textContent;
  return /^Ervaring(: )?$/.test(kind) ? one.textContent.slice(kind.length) : `without its kind: ${one.textContent}`;
}));
const sees = (hall, texts, what) => until(async () => JSON.stringify(await seen(hall)) === JSON.stringify(texts), what);

/** Words on the screen that are smaller than a thirtieth of its width. */
const small = (hall) => hall.evaluate(() => [...document.querySelectorAll(".hall__inside *")].filter((part) => {
  const own = [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
  return own && part.getClientRects().length && parseFloat(getComputedStyle(part).fontSize) < innerWidth / 30;
}).map((part) => `${part.className}: ${getComputedStyle(part).fontSize}`));

/** Code and the ground under it, as colours. */
const code = (hall) => hall.locator(".hall__qr").evaluate((code) => [getComputedStyle(code).fill, getComputedStyle(code).backgroundColor, code.getAttribute("viewBox").startsWith("-4 -4 ")]);

/** In the page: counts how often it asks the device to stay awake. */
const countWakeLocks = () => {
  window.asked = 0;
  Object.defineProperty(navigator, "wakeLock", { value: { request: async () => void (window.asked += 1) } });
};

story("without a network the hall sees what the host shows, and nothing else; both windows may load again", async ({ someone, cleanUp }) => {
  const { site, line } = await laid(cleanUp, "desk-hall");
  const host = await someone();
  await openDesk(host, line.url);
  await onDevice(host, site);
  await until(async () => (await kept(host)).some((path) => /assets\/rooms-.*wasm$/.test(path)), "the rooms that come later are on the device");
  line.cut();
  await begin(host);
  await note(host, SHY, 1);
  await note(host, BUS, 2);
  await host.getByRole("link", { name: "Terug naar het gesprek" }).click();
  await host.getByRole("link", { name: "Scherm in de zaal" }).click();
  const [hall] = await Promise.all([host.context().waitForEvent("page"), host.getByRole("link", { name: "Open het scherm voor de zaal" }).click()]);
  await hall.getByText("Wat wilt u vertellen?").waitFor();
  assert.match(hall.url(), /\/scherm\/zaal$/);
  await hall.getByText("2 opmerkingen").waitFor();
  assert.deepEqual(await seen(hall), [], "nothing before the host shows it");
  assert.ok(!(await hall.content()).includes(SHY), "nor in what the page holds");

  const row = (text) => host.locator(".desk-remark").filter({ hasText: text });
  const show = row(BUS).getByRole("button", { name: /^Toon op het scherm/ });
  await show.press("Enter");
  await sees(hall, [BUS], "what was shown");
  await row(BUS).getByText("De zaal ziet dit", { exact: true }).waitFor();
  assert.match(await host.evaluate(() => document.activeElement.textContent), /^Haal van het scherm/, "the focus stays");
  await row(BUS).getByRole("button", { name: /^Zet groot/ }).click();
  await hall.locator(".hall__lit").getByText(BUS).waitFor();
  await host.keyboard.press("Alt+t");
  await hall.getByText("2 opmerkingen").waitFor({ state: "detached" });

  // Both load again: it is as it was.
  await host.reload();
  await row(BUS).getByText("De zaal ziet dit groot").waitFor();
  await host.getByRole("button", { name: /^Toon de teller/ }).waitFor();
  await hall.reload();
  await hall.locator(".hall__lit").getByText(BUS).waitFor();
  assert.equal(await hall.getByText("2 opmerkingen").count(), 0);

  for (const size of [{ width: 1280, height: 800 }, { width: 1920, height: 1080 }, { width: 360, height: 740 }]) {
    await hall.setViewportSize(size);
    for (const colorScheme of ["light", "dark"]) {
      await hall.emulateMedia({ colorScheme });
      assert.deepEqual(await small(hall), [], `${size.width}, ${colorScheme}`);
      assert.deepEqual(await code(hall), ["rgb(0, 0, 0)", "rgb(255, 255, 255)", true], "dark on light, with room around it");
    }
  }
  await hall.setViewportSize({ width: 1280, height: 800 });
  // All of them again; the code fills the screen; and what is taken off is gone.
  await host.keyboard.press("Alt+a");
  await sees(hall, [BUS], "all again");
  await hall.bringToFront();
  await hall.keyboard.press("Alt+q");
  await until(async () => (await hall.locator(".hall__qr").boundingBox()).height > 500, "the code is large");
  await host.getByRole("button", { name: /^QR-code weer klein/ }).click();
  await sees(hall, [BUS], "the code is small again");
  for (const page of [host, hall]) assert.deepEqual(await axe(page), []);
  await row(BUS).getByRole("button", { name: /^Haal van het scherm/ }).click();
  await hall.getByText("Wat wilt u vertellen?").waitFor();
}, { timeout: 150_000 });

story("a screen to which somebody comes back finds out what it missed, and asks again to stay awake", async ({ collector, someone }) => {
  const host = await someone();
  await host.context().addInitScript(countWakeLocks);
  await openDesk(host, collector.url);
  await begin(host);
  await note(host, BUS, 1);
  const address = host.url().replace(/noteren$/, "scherm");
  const hall = await host.context().newPage();
  await hall.goto(`${address}/zaal`);
  await hall.getByText("Wat wilt u vertellen?").waitFor();
  await until(async () => (await hall.evaluate(() => window.asked)) >= 1, "it asks to stay awake");
  // The browser may keep the page as it is, or load it again.
  await hall.evaluate(() => void (window.asked = 0));
  await hall.goto(`${collector.url}/over/`);
  await host.goto(address);
  await host.getByRole("button", { name: /^Zet groot/ }).click();
  await host.getByText("Groot klaar voor het scherm").waitFor();
  await hall.goBack();
  await hall.locator(".hall__lit").getByText(BUS).waitFor();
  await until(async () => (await hall.evaluate(() => window.asked)) >= 1, "it asks again");
});

story("four hours on, a screen that the browser froze and let go again shows what it missed, untouched, also when its host loaded again", async ({ collector, someone }) => {
  const host = await someone();
  await host.context().addInitScript(countWakeLocks);
  await openDesk(host, collector.url);
  await begin(host);
  for (const [n, text] of [BUS, SHY, "Wij koken elke vrijdag samen."].entries()) await note(host, text, n + 1);
  const address = host.url().replace(/noteren$/, "scherm");
  await host.goto(address);
  const light = (text) => host.locator(".desk-remark").filter({ hasText: text }).getByRole("button", { name: /^Zet groot/ });
  await light(BUS).click();
  const hall = await host.context().newPage();
  await hall.clock.install();
  // Chromium freezes only what is out of sight, and without a window nothing ever is. So the page is made deaf, which is worse:
  // what it is told meanwhile does not come later either; then it hears what a browser says to a page that it lets go again.
  await hall.addInitScript(() => {
    const { addEventListener } = EventTarget.prototype;
    BroadcastChannel.prototype.addEventListener = function (type, hear, options) {
      return addEventListener.call(this, type, (event) => window.frozen || hear(event), options);
    };
  });
  const freeze = () => hall.evaluate(() => void (window.frozen = true));
  const letGo = () => hall.evaluate(() => (window.frozen = false, document.dispatchEvent(new Event("resume"))));
  await hall.goto(`${address}/zaal`);
  await hall.locator(".hall__lit").getByText(BUS).waitFor();
  const awake = () => hall.evaluate(() => window.asked);

  for (const [hours, text] of [[1, "Wij koken elke vrijdag samen."], [2, SHY], [4, BUS]]) {
    await hall.clock.fastForward(`${String(hours).padStart(2, "0")}:00:00`);
    const before = await awake();
    await freeze();
    await light(text).click();
    await host.locator(".desk-remark").filter({ hasText: text }).getByRole("button", { name: /^Niet meer groot/ }).waitFor();
    // At once: whatever the hall is told, is kept.
    await host.reload();
    await host.locator(".desk-remark").filter({ hasText: text }).getByRole("button", { name: /^Niet meer groot/ }).waitFor();
    assert.equal(await hall.locator(".hall__lit").getByText(text).count(), 0, "it missed that");
    await letGo();
    await hall.locator(".hall__lit").getByText(text).waitFor();
    await until(async () => (await awake()) > before, `it asks again to stay awake after ${hours} hours`);
    assert.deepEqual(await small(hall), []);
  }
}, { timeout: 120_000 });

story("what the hall sees is kept before it sees it: a host who loads again at that very moment loses nothing", async ({ collector, someone }) => {
  const host = await someone();
  await openDesk(host, collector.url);
  await begin(host);
  await note(host, BUS, 1);
  const address = host.url().replace(/noteren$/, "scherm");
  await host.goto(address);
  const hall = await host.context().newPage();
  await hall.goto(`${address}/zaal`);
  await hall.getByText("1 opmerking", { exact: false }).first().waitFor();
  const counter = hall.locator(".hall__count");
  for (let time = 0; time < 6; time += 1) {
    const hides = time % 2 === 0;
    await host.getByRole("button", { name: hides ? /^Verberg de teller/ : /^Toon de teller/ }).waitFor();
    await host.keyboard.press("Alt+t");
    await counter.waitFor({ state: hides ? "detached" : "visible" });
    await host.reload();
    await host.getByRole("button", { name: hides ? /^Toon de teller/ : /^Verberg de teller/ }).waitFor();
  }
}, { timeout: 90_000 });
