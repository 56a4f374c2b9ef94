// Getting about with the keyboard alone.
import assert from "node:assert/strict";

/** More than there are fields on the longest page: who gets here is trapped, or looks for something unreachable. */
const FAR = 150;

/** Presses Tab until this element has the focus. */
export async function tabTo(page, locator, key = "Tab") {
  for (let presses = 0; presses < FAR; presses += 1) {
    if (await hasFocus(locator)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${key} never reached ${locator}`);
}

export async function hasFocus(locator) {
  return (await locator.count()) === 1 && locator.evaluate((element) => element === document.activeElement);
}
