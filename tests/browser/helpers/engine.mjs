// Stories in the engines that are not Chromium's: told over WebDriver, which can do what a person can and little more.
// It can't switch the network off, so a network that goes is a line to the site that is cut (`line.mjs`).
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { By, Key, error } from "selenium-webdriver";
import { startCollector } from "./collector.mjs";
import { ENGINES } from "./drivers.mjs";
import { layLine } from "./line.mjs";
import { until } from "./story.mjs";

/**
 * Tells a story in each engine: `tell({ person, line, collector })`, with a person whose browser reaches the site by the
 * line. `not` names engines in which it can't be told yet, with the reason.
 *
 * These drivers lose a press now and then when the machine is busy. So a story that fails is told once more, from the
 * start, and both are reported; one that fails twice fails.
 */
export function inEveryEngine(name, tell, { not = {} } = {}) {
  for (const engine of ENGINES) {
    const skip = engine.missing || not[engine.name];
    test(`${name} (${engine.name})`, { timeout: 200_000, skip }, async () => {
      const once = () => told(engine, `${name} ${engine.name}`, tell);
      await once().catch((wrong) => {
        console.log(`told again in ${engine.name}: ${name}: ${String(wrong).split("\n")[0]}`);
        return once();
      });
    });
  }
}

async function told(engine, name, tell) {
  const cleaning = [];
  const cleanUp = (work) => cleaning.push(work);
  let person;
  try {
    const collector = await startCollector();
    cleanUp(() => collector.stop());
    const line = await layLine(collector);
    cleanUp(() => line.stop());
    const browser = await engine.start(cleanUp);
    await browser.manage().window().setRect({ width: 1024, height: 768 });
    person = new Person(browser, line.url);
    await tell({ person, line, collector });
    await person.promises();
  } catch (wrong) {
    await person?.picture(name);
    throw wrong;
  } finally {
    for (const work of cleaning.reverse()) await work();
  }
}

const quoted = (words) => (words.includes('"') ? `'${words}'` : `"${words}"`);
const has = (what, words) => By.xpath(`//${what}[contains(normalize-space(.), ${quoted(words)})]`);

/** What people look for, by what it is and what it says. */
export const heading = (words) => has("*[self::h1 or self::h2 or self::h3 or self::h4]", words);
export const link = (words) => has("a", words);
export const button = (words) => By.xpath(`//button[starts-with(normalize-space(.), ${quoted(words)}) or starts-with(@aria-label, ${quoted(words)})]`);
/** A choice, by the words beside it, in the question with this title. */
export const choice = (question, words) => By.xpath(`//fieldset[legend[contains(., ${quoted(question)})]]//label[normalize-space(.)=${quoted(words)}]`);
/** A field or a list to choose from, by its label. */
export const field = (label) => By.xpath(`//*[@id=//label[starts-with(normalize-space(.), ${quoted(label)})]/@for]`);
/** Something in the entry of a list in which these words stand. */
export const inEntry = (text, what) => By.xpath(`//li[contains(., ${quoted(text)})]${what.value}`);
/** Any words; `within` is the class of what they stand in. */
export const words = (text, within) => By.xpath(`//${within ? `*[contains(concat(" ", @class, " "), " ${within} ")]` : "body"}/descendant-or-self::*[text()[contains(normalize-space(.), ${quoted(text)})]]`);

/** Has the page remember whether it heard a press on something. */
const LISTEN = "const it = arguments[0]; it.heard = false; it.addEventListener('click', () => { it.heard = true; }, { capture: true, once: true })";

/** Brings something to the middle of the screen, and tells where it was. */
const BRING = "const { top } = arguments[0].getBoundingClientRect(); arguments[0].scrollIntoView({ block: 'center' }); return top;";

/** What style unfolds is seen. (These drivers take all that is in `<details>` without "open" for hidden.) */
const UNFOLDED = `const [it] = arguments;
  const { width, height } = it.getBoundingClientRect();
  return Boolean(it.closest("details.unfold:not([open])")) && width > 0 && height > 0 && it.checkVisibility({ visibilityProperty: true })`;

/** Somebody with a browser. They touch nothing but what a story says they touch. */
class Person {
  constructor(browser, site) {
    Object.assign(this, { browser, site });
  }

  open(path) {
    return this.browser.get(this.site + path);
  }

  /** Presses F5. (Firefox's driver can refresh too, but begins at the top then, as no person does.) */
  async reload() {
    await this.browser.executeScript("window.before = true; location.reload()");
    const anew = "return !window.before && document.readyState === 'complete'";
    await until(() => this.browser.executeScript(anew).catch(() => false), "the page is there again");
  }

  /** Waits until they see it; gives it. */
  see(what, patience) {
    return until(() => this.#seen(what), `they see ${what.value}`, patience);
  }

  /** Waits until it is not to be seen any more. */
  missing(what) {
    return until(async () => !(await this.#seen(what)), `they don't see ${what.value} any more`);
  }

  /** Scrolls to it, until it lies still before them; gives it. (WebKitGTK's driver presses beside what it did not scroll to.) */
  async reach(what) {
    let before;
    return until(async () => {
      const element = await this.#seen(what);
      if (!element) return;
      const top = await this.browser.executeScript(BRING, element);
      const still = top === before;
      before = top;
      return still && element;
    }, `they reach ${what.value}`);
  }

  /**
   * Presses it, and again if the page heard nothing of that, as anybody would: these drivers lose a press when the machine
   * is busy, or press where it was a moment ago.
   */
  press(what) {
    return until(async () => {
      const element = await this.reach(what);
      await this.browser.executeScript(LISTEN, element);
      await element.click();
      // WebKitGTK's driver goes on before the page has heard of it.
      return until(() => this.#heard(element), `the page hears a press on ${what.value}`, 2000).catch(() => console.log(`a press was lost: ${what.value}`));
    }, `they press ${what.value}`);
  }

  /** Follows a link of the menu, which they open where it is folded. */
  async follow(words) {
    const [menu, there] = [has("summary", "Menu"), link(words)];
    await until(async () => (await this.#seen(there)) ?? (await this.#seen(menu)), `they see the menu with ${words}`);
    if (!(await this.#seen(there))) await this.press(menu);
    await this.press(there);
  }

  async type(what, text) {
    await (await this.reach(what)).sendKeys(text.replaceAll("\n", Key.ENTER));
  }

  async clear(what) {
    await (await this.see(what)).clear();
  }

  /** Presses it, unless what it is for happens before they can. */
  async pressUnless(what, happened) {
    await until(async () => (await this.#seen(happened)) ?? (await this.#seen(what)), `they see ${what.value}`);
    if (!(await this.#seen(happened))) await this.press(what);
  }

  /** Says yes or no to a question of the page that matches this. */
  async answer(question, yes) {
    const asked = await until(() => this.browser.switchTo().alert().catch(() => false), "they are asked");
    assert.match(await asked.getText(), question);
    await (yes ? asked.accept() : asked.dismiss());
  }

  /** Opens a new tab and closes the one before. */
  async anotherTab() {
    const before = await this.browser.getWindowHandle();
    await this.browser.switchTo().newWindow("tab");
    const tab = await this.browser.getWindowHandle();
    await this.browser.switchTo().window(before);
    await this.browser.close();
    await this.browser.switchTo().window(tab);
  }

  /** Waits until the site is on the device: its service worker is active only then. Nothing on the screen says so. */
  onDevice() {
    const state = "const done = arguments[0]; navigator.serviceWorker.getRegistration().then((found) => done(found?.active?.state))";
    return until(async () => (await this.browser.executeAsyncScript(state)) === "activated", "the site is on the device");
  }

  /** Chooses from a list. */
  async pick(list, option) {
    await (await this.reach(list)).findElement(By.xpath(`.//option[normalize-space(.)=${quoted(option)}]`)).click();
  }

  /** Everything that stands in a field. */
  async typed(what) {
    return (await this.see(what)).getProperty("value");
  }

  /** Every line that they can read in it. */
  async read(what) {
    return (await this.see(what)).getText();
  }

  /** Whether this choice was made. */
  chosen(name, value) {
    return this.browser.findElement(By.css(`[name="${name}"][value="${value}"]`)).isSelected();
  }

  /** How far they have scrolled, to the pixel, once nothing moves any more. */
  async place() {
    let before;
    return until(async () => {
      const now = await this.browser.executeScript("return Math.round(scrollY)");
      const rests = now === before;
      before = now;
      return rests && { y: now };
    }, "the page rests").then(({ y }) => y);
  }

  /** What holds for every page, in every engine. */
  async promises() {
    assert.deepEqual(await this.browser.manage().getCookies(), [], "no cookies (promise 5)");
    const asked = await this.browser.executeScript("return performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)");
    assert.deepEqual(asked.filter((origin) => origin !== this.site && origin !== "null"), [], "no request to others (promise 5)");
  }

  /** What they saw when it went wrong. */
  async picture(name) {
    const folder = process.env.BEGINSPRAAK_SHOTS ?? join(tmpdir(), "beginspraak-failed-stories");
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `failed ${name.replace(/\W+/g, " ").slice(0, 80)}.png`);
    // A browser that is gone can't be drawn; the error itself is told anyway.
    const drawn = await this.browser.takeScreenshot().then((png) => writeFile(path, png, "base64")).then(() => true, () => false);
    if (drawn) process.stderr.write(`what it looked like: ${path}\n`);
  }

  /** Whether the page heard a press. It did where the page asks something now, or what was pressed is not there any more. */
  async #heard(element) {
    try {
      return await this.browser.executeScript("return arguments[0].heard", element);
    } catch (wrong) {
      if ([error.StaleElementReferenceError, error.NoSuchElementError, error.UnexpectedAlertOpenError].some((kind) => wrong instanceof kind)) return true;
      throw wrong;
    }
  }

  async #seen(what) {
    try {
      for (const element of await this.browser.findElements(what)) {
        if ((await element.isDisplayed()) || (await this.browser.executeScript(UNFOLDED, element))) return element;
      }
    } catch (wrong) {
      // Made anew while we looked at it: look again.
      if (!(wrong instanceof error.StaleElementReferenceError)) throw wrong;
    }
  }
}
