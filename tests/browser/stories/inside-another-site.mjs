import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { axe } from "../accessibility.mjs";
import { startCollector } from "../helpers/collector.mjs";
import { PATH, SAY, SLUG, check, fillIn, progress } from "../helpers/form.mjs";
import { publish } from "../helpers/site.mjs";
import { DESKTOP, ready, story, until } from "../helpers/story.mjs";

const EXAMPLE = readFileSync(join(import.meta.dirname, "../../../docs/hosting/embed.html"), "utf8");
const STYLE = "body { margin: 0; font: 1.1rem/1.5 sans-serif } iframe { border: 0 } .skip-link { display: inline-block; padding: 1rem }";

/** The site of the province: the page of docs/hosting, with `change` made to it, under a policy of its own. */
async function startProvince(cleanUp, change = (html) => html) {
  const province = { html: "", policy: "" };
  const server = createServer((asked, answer) => {
    if (asked.url === "/style.css") return answer.writeHead(200, { "content-type": "text/css" }).end(STYLE);
    answer.writeHead(200, { "content-type": "text/html", "content-security-policy": province.policy }).end(province.html);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  cleanUp(() => new Promise((closed) => server.close(closed) && server.closeAllConnections()));
  // Another name than the address of our site: to a browser, another site altogether.
  province.url = `http://localhost:${server.address().port}`;
  province.show = (site) => {
    province.html = change(EXAMPLE.replaceAll("https://denkmee.example.nl", site));
    province.policy = `default-src 'none'; script-src ${site}; frame-src ${site}; style-src 'self'`;
  };
  return province;
}

async function framed(cleanUp, name, { allowed = true, change } = {}) {
  const province = await startProvince(cleanUp, change);
  const site = await publish(join(process.env.BEGINSPRAAK_TEST_WORK, name), {
    change: (consultation) => (consultation.slug === SLUG ? consultation : null),
    changeSite: (site) => ({ ...site, embed: [allowed ? province.url : "https://www.example.nl"] }),
  });
  const collector = await startCollector({ site });
  cleanUp(() => collector.stop());
  province.show(collector.origin);
  return { province, collector };
}

/** Waits until the frame is as high as what is in it, so that nothing in it scrolls. */
function fits(page, frame) {
  return until(async () => {
    const height = await page.locator("iframe").evaluate((frame) => frame.clientHeight);
    const [content, room] = await frame.evaluate(() => [document.documentElement.offsetHeight, innerHeight]);
    return height === content && room === content;
  }, "the frame is as high as its page");
}

story("somebody reacts in a frame on the site of the province, which grows and shrinks with the form", async ({ someone, cleanUp }) => {
  const { province, collector } = await framed(cleanUp, "framed");
  const page = await someone(DESKTOP);
  await page.goto(province.url);
  const frame = page.frames()[1];
  await ready(frame);
  await fits(page, frame);
  await frame.getByText("U ziet deze pagina binnen een andere website.").waitFor();
  assert.equal(await page.getByText("Ziet u hierboven geen pagina?").count(), 0);
  const long = await page.locator("iframe").evaluate((frame) => frame.clientHeight);

  await fillIn(frame, { gehoord: "Op de site van de provincie", ontmoeten: "online" });
  await check(frame);
  await fits(page, frame);
  assert.ok(await page.locator("iframe").evaluate((frame) => frame.clientHeight) < long, "the check page is shorter");
  const heading = frame.getByRole("heading", { name: SAY.check });
  await until(async () => {
    const box = await heading.boundingBox();
    return box.y >= 0 && box.y < DESKTOP.viewport.height;
  }, "what is new is in view");
  // A private window keeps nothing for a site inside another one; the form says so, and sends all the same.
  await frame.getByRole("button", { name: SAY.send, exact: true }).click();
  await frame.getByRole("button", { name: "Versturen zonder bewaren" }).click();
  await frame.getByRole("heading", { name: SAY.thanks }).waitFor();
  await progress(frame).filter({ hasText: SAY.arrived }).waitFor();
  assert.equal(await collector.stored(), 1);

  await frame.getByRole("link", { name: "Mijn reacties", exact: true }).click();
  await frame.getByText("Uw browser bewaart niets voor deze site.").waitFor();
  await fits(page, frame);
  const seen = () => page.locator("iframe").evaluate((frame) => frame.getBoundingClientRect().top);
  await until(async () => await seen() >= -1, "the next page begins at its top");

  const alone = await page.context().newPage();
  await alone.goto(`${collector.origin}/mijn-reacties/`);
  await ready(alone);
  await alone.getByText("Vanaf dit apparaat is nog geen reactie verstuurd.").waitFor();
  assert.equal(await alone.locator("#framed").isVisible(), false, "by itself the page says nothing about frames");
});

story("a link inside the frame moves the page around it; a link to elsewhere gets a tab of its own", async ({ someone, cleanUp }) => {
  const { province } = await framed(cleanUp, "framed-links");
  const page = await someone(DESKTOP);
  await page.goto(province.url);
  const frame = page.frames()[1];
  await ready(frame);
  await fits(page, frame);
  await frame.getByRole("link", { name: "Geef uw reactie" }).click();
  const form = frame.locator("#reageren");
  await until(async () => {
    const { y } = await form.boundingBox();
    return y >= -1 && y < DESKTOP.viewport.height;
  }, "the form is in view");
  assert.equal(frame.url().endsWith("#reageren"), true);
});

story("the frame believes nobody but its own site, and has a title even where it was forgotten", async ({ someone, cleanUp }) => {
  const { province } = await framed(cleanUp, "framed-title", { change: (html) => html.replace(/title="[^"]*"/, "") });
  const page = await someone(DESKTOP);
  await page.goto(province.url);
  const frame = page.frames()[1];
  await ready(frame);
  await fits(page, frame);
  assert.match(await page.locator("iframe").getAttribute("title"), /Beginspraak/);
  const before = await page.locator("iframe").evaluate((frame) => frame.style.height);
  // Two rounds through the queue of messages: by then both were read.
  await page.evaluate(() => new Promise((read) => {
    postMessage({ beginspraak: "height", height: 7 }, "*");
    addEventListener("message", ({ data }) => data === "last" && read());
    postMessage("last", "*");
  }));
  assert.equal(await page.locator("iframe").evaluate((frame) => frame.style.height), before);
});

story("a page with the frame is accessible, and so is what is in it", async ({ someone, cleanUp }) => {
  const { province } = await framed(cleanUp, "framed-accessible");
  const page = await someone(DESKTOP);
  await page.goto(province.url);
  await ready(page.frames()[1]);
  await fits(page, page.frames()[1]);
  assert.deepEqual(await axe(page), [], "the page around");
  assert.deepEqual(await axe(page.frames()[1]), [], "the page in the frame");
  // By keyboard into the frame, and on through it.
  const skip = page.getByRole("link", { name: "Ga naar de inhoud" });
  await skip.focus();
  await page.keyboard.press("Tab");
  await until(() => page.frames()[1].evaluate(() => document.activeElement.className === "skip-link"), "Tab leads into the frame");
  await page.keyboard.press("Shift+Tab");
  await until(() => skip.evaluate((link) => link === document.activeElement), "and out of it again");
});

story("a site that is not named may not frame it; who looks at the empty box is led to the page itself", async ({ someone, cleanUp }) => {
  const { province, collector } = await framed(cleanUp, "not-framed", { allowed: false });
  const page = await someone({ ...DESKTOP, may: ["csp"] });
  await page.goto(province.url);
  await until(() => page.frames()[1]?.url().startsWith("chrome-error:"), "the browser refuses");
  await page.getByText("Ziet u hierboven geen pagina?").waitFor();
  const link = page.getByRole("link", { name: "Open de pagina in een eigen tabblad" });
  assert.equal(await link.getAttribute("target"), "_blank");
  await page.goto(await link.getAttribute("href"));
  await ready(page);
  assert.equal(page.url(), collector.origin + PATH);
});
