// Checks that run in the page. Each is sent there on its own, so each has to be whole in itself, but for what
// `window.a11y` holds: call `inPage.<name>` with page.evaluate.
/* eslint-env browser */

/** Wraps a check, so that the helpers go with it. */
const withHelpers = (check) => new Function("argument", `${helpers}\nreturn (${check})(argument);`);

const helpers = `
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const say = (element) => {
    const words = (element.getAttribute("aria-label") ?? element.innerText ?? "").trim().slice(0, 40);
    return "<" + element.localName + (element.id ? " id=" + element.id : "") + (element.name ? " name=" + element.name : "")
      + (element.className && typeof element.className === "string" ? " class=" + JSON.stringify(element.className) : "") + "> " + words;
  };
  const hiddenAway = (element) => Boolean(element.closest(".visually-hidden, .skip-link"));
  const stops = () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((element) => shown(element) && !element.disabled && element.type !== "hidden" && element.tabIndex >= 0)
    // Tab stops once in a group of radio buttons.
    .filter((element) => element.type !== "radio" || element === group(element));
  const group = (radio) => {
    const all = [...document.querySelectorAll("input[type=radio]")].filter(({ name }) => name === radio.name);
    return all.find(({ checked }) => checked) ?? all[0];
  };
`;

/** A6: one h1, and no level skipped on the way down. */
function headings() {
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(shown);
  const found = [];
  if (levels.filter(({ localName }) => localName === "h1").length !== 1) found.push("there is not one h1");
  let before = 0;
  for (const heading of levels) {
    const level = Number(heading.localName[1]);
    if (level > before + 1) found.push(`h${level} after h${before}: ${say(heading)}`);
    if (!heading.innerText.trim()) found.push(`an empty ${say(heading)}`);
    before = level;
  }
  return found;
}

/** A8: the page says its language; other languages inside it are marked as such. */
function languages(language) {
  const found = [];
  const { lang, dir } = document.documentElement;
  if (lang !== language) found.push(`<html lang="${lang}"> instead of ${language}`);
  if (dir && dir !== "ltr") found.push(`<html dir="${dir}">`);
  for (const link of document.querySelectorAll("a[hreflang]")) {
    if (link.lang !== link.hreflang) found.push(`${say(link)} is not marked as ${link.hreflang}`);
  }
  return found;
}

/** A13: nobody jumps the queue. */
function positiveTabindex() {
  return [...document.querySelectorAll("[tabindex]")].filter(({ tabIndex }) => tabIndex > 0).map(say);
}

/** A13: in one column, each stop comes below the one before or to the right of it. */
function disorder() {
  const found = [];
  let before;
  for (const stop of stops().filter((stop) => !hiddenAway(stop))) {
    const box = stop.getBoundingClientRect();
    if (before && (box.bottom <= before.box.top || (box.top < before.box.bottom - 4 && before.box.top < box.bottom - 4 && box.right <= before.box.left))) {
      found.push(`${say(stop)} comes after ${say(before.stop)}`);
    }
    before = { stop, box };
  }
  return found;
}

/** A16: what describes a field is there, and a wrong field has its error among that. */
function descriptions() {
  const found = [];
  for (const element of document.querySelectorAll("[aria-describedby], [aria-labelledby], [aria-controls]")) {
    for (const kind of ["aria-describedby", "aria-labelledby", "aria-controls"]) {
      for (const id of (element.getAttribute(kind) ?? "").split(" ").filter(Boolean)) {
        if (!document.getElementById(id)) found.push(`${kind} of ${say(element)} points at nothing: ${id}`);
      }
    }
  }
  for (const field of document.querySelectorAll("[aria-invalid=true]")) {
    const described = [field, field.closest("fieldset")].map((one) => one?.getAttribute("aria-describedby") ?? "").join(" ");
    const texts = described.split(" ").filter(Boolean).map((id) => document.getElementById(id)?.innerText ?? "");
    if (!texts.some((text) => /^(Fout|Error): /.test(text))) found.push(`${say(field)} is wrong, but not described by an error`);
  }
  return found;
}

/** A18: a page that the app drives has a place for what is said aloud, before there is anything to say. */
function liveRegions() {
  const driven = document.querySelector("#form-root, #mine-root, #follow-root");
  const needs = driven && document.documentElement.hasAttribute("data-ready");
  return needs && !driven.querySelector("[role=status]") ? ["there is no live region"] : [];
}

/** A20, A21, A22: every text can be seen: nothing beside the page, cut off, or under another text. */
function lostText() {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !shown(element) || hiddenAway(element) || ["SCRIPT", "STYLE", "OPTION", "NOSCRIPT", "TEXTAREA"].includes(element.tagName)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      const what = `"${node.data.trim().slice(0, 40)}" in ${say(element)}`;
      if (box.left < -1 || box.right > root.clientWidth + 1) found.push(`${what} is beside the page`);
      let away = false;
      for (let around = element; around && around !== document.body; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (style.overflowX === "visible" && style.overflowY === "visible") continue;
        const edge = around.getBoundingClientRect();
        if ([style.overflowX, style.overflowY].some((way) => way === "auto" || way === "scroll")) {
          // What is scrolled out of a list of its own lies over nothing.
          const middle = (box.top + box.bottom) / 2;
          away = middle < edge.top || middle > edge.bottom;
          break;
        }
        if (around instanceof SVGElement && !(around instanceof SVGSVGElement)) continue;
        if (box.left < edge.left - 2 || box.right > edge.right + 2 || box.top < edge.top - 2 || box.bottom > edge.bottom + 2) {
          found.push(`${what} is cut off by ${say(around)}`);
        }
      }
      if (!away) lines.push({ node, box, what });
    }
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  for (const [at, one] of lines.entries()) {
    for (let next = at + 1; next < lines.length && lines[next].box.top < one.box.bottom; next += 1) {
      const two = lines[next];
      if (two.node === one.node) continue;
      const wide = Math.min(one.box.right, two.box.right) - Math.max(one.box.left, two.box.left);
      // Boxes of lines include the space between lines, so a third may be shared without letters touching.
      const high = Math.min(one.box.bottom, two.box.bottom) - Math.max(one.box.top, two.box.top);
      if (wide > 3 && high > Math.min(one.box.height, two.box.height) / 2) found.push(`${two.what} lies over ${one.what}`);
    }
  }
  return [...new Set(found)];
}

/** A25: at least 24 by 24 pixels, and 44 for what a page is for. Links within a sentence are excepted by WCAG. */
function smallTargets() {
  const found = [];
  for (const stop of stops().filter((stop) => !hiddenAway(stop))) {
    const label = stop.closest("label");
    const { width, height } = (label ?? stop).getBoundingClientRect();
    const inText = stop.localName === "a" && getComputedStyle(stop).display === "inline"
      && [...stop.parentNode.childNodes].some((node) => node !== stop && node.textContent.trim());
    if (inText) continue;
    const main = stop.matches(".button:not(.button--link), nav a, select, textarea, summary, input, .error-summary a");
    const least = main ? 44 : 24;
    if (width < 24 || height < least - 0.5) found.push(`${Math.round(width)}×${Math.round(height)} instead of ${least}: ${say(stop)}`);
  }
  return found;
}

/** A23: without our colours, what one fills in or presses still has an edge. */
function borderless() {
  const edged = (style) => ["Top", "Right", "Bottom", "Left"].some((side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0);
  return [...document.querySelectorAll("button:not(.button--link), select, textarea, input[type=text], input:not([type])")]
    .filter(shown).filter((element) => !edged(getComputedStyle(element))).map(say);
}

/** A24: nothing moves for those who asked for that. */
function moving() {
  const found = document.getAnimations().filter(({ playState }) => playState === "running").map((one) => `an animation runs on ${say(one.effect.target)}`);
  if (getComputedStyle(document.documentElement).scrollBehavior !== "auto") found.push("scrolling is animated");
  for (const element of document.querySelectorAll("*")) {
    const { transitionDuration, animationName } = getComputedStyle(element);
    if (animationName !== "none" || transitionDuration.split(", ").some((time) => parseFloat(time) > 0.01)) found.push(`${say(element)} can move`);
  }
  return found;
}

/** A11, A12: the keyboard's focus has a line around it and is not hidden under anything. */
function focus() {
  const found = [];
  for (const stop of stops()) {
    stop.focus();
    const marked = [stop, stop.closest(".card")].filter(Boolean).some((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    });
    if (!marked) found.push(`no line around ${say(stop)}`);
    const { top, bottom, left, right } = stop.getBoundingClientRect();
    const x = Math.min(Math.max((left + right) / 2, left + 1), innerWidth - 2);
    const y = Math.min(Math.max(top, 0) + Math.min(bottom - top, innerHeight) / 2, innerHeight - 1);
    const there = document.elementFromPoint(x, y);
    const seen = bottom > 0 && top < innerHeight && there && (stop.contains(there) || there.contains(stop) || there.closest("label")?.contains(stop));
    if (!seen) found.push(`${say(stop)} has the focus, but ${there ? say(there) : "nothing"} is there`);
  }
  return found;
}

/** Lays what stays in view while one scrolls in its place: what it lies over comes out from under it by scrolling. */
function settle() {
  for (const element of document.querySelectorAll("main *, #desk > *")) {
    if (getComputedStyle(element).position === "sticky") element.style.position = "static";
  }
}

/** Lets it stay in view again. */
function unsettle() {
  for (const element of document.querySelectorAll("main [style], #desk > [style]")) element.style.position = "";
}

/** A21: twice the size, as a browser set to large text does it. */
function enlarge() {
  document.documentElement.style.fontSize = "200%";
}

/** A22: the least spacing that a page must stand (WCAG 1.4.12). */
function space() {
  const sheet = new CSSStyleSheet();
  // A sheet of paper and the screen in the hall, each in small, are drawings made to measure; their words stand beside them.
  sheet.replaceSync(`
    :not(.handout, .handout *, .hall, .hall *) { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p:not(.handout *, .hall *) { margin-block-end: 2em !important; }
    .handout, .hall { letter-spacing: normal; word-spacing: normal; }
  `);
  document.adoptedStyleSheets.push(sheet);
}

function restore() {
  document.documentElement.style.fontSize = "";
  document.adoptedStyleSheets.splice(0);
}

/** Takes away everything that the checks laid over the page. */
function leave() {
  document.adoptedStyleSheets = [];
}

/** Lets the next Tab begin at the top of the page. */
function startOver() {
  const top = document.createElement("span");
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
}

const checks = {
  headings, languages, positiveTabindex, disorder, descriptions, liveRegions, lostText, smallTargets, borderless, moving,
  focus, settle, unsettle, enlarge, space, restore, leave, startOver,
};
export const inPage = Object.fromEntries(Object.entries(checks).map(([name, check]) => [name, withHelpers(check)]));
