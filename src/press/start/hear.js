// A block or a question is read aloud, by a voice of the device itself. One that asks another company what to say is not used.
// It comes when the page is there, so it brings its own style, and its buttons take no room.
const voices = speechSynthesis;
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  main > .section, .questions > div { position: relative; }
  .hear { position: absolute; z-index: 3; inset-inline-end: 0; display: grid; place-items: center; inline-size: var(--bs-target); block-size: var(--bs-target); padding: .6rem; background: none; border: 0; color: var(--bs-color-link); cursor: pointer; }
  .hear svg { inline-size: 100%; fill: none; stroke: currentColor; stroke-width: 2; }
  .hear[aria-pressed=true] { background: var(--bs-color-accent); color: var(--bs-color-on-accent); border-radius: 50%; }
  .section > .hear { inset-inline-end: max(.25rem, var(--bs-gutter) - 3.5rem); margin-block-start: -.2rem; }
  @media print { .hear { display: none; } }
  @media (forced-colors: active) { .hear { border: 1px solid; } }
`);
document.adoptedStyleSheets.push(sheet);
const voice = (wanted) => voices.getVoices().find(({ lang, localService }) => localService && lang.startsWith(wanted));
let read;
const label = (button, on) => {
  const { hear, hush } = document.getElementById("main").dataset;
  button.ariaLabel = button.title = on ? hush : hear;
  button.setAttribute("aria-pressed", on);
};
const hush = () => {
  if (read) label(read, false);
  read = undefined;
  voices.cancel();
};
const hear = (button, block) => {
  const again = read === button;
  hush();
  if (again) return;
  label((read = button), true);
  const lines = [];
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let last;
  while (texts.nextNode()) {
    const { data, parentElement: around } = texts.currentNode;
    if (!data.trim() || around.closest("option, button, svg, [hidden], [aria-hidden=true]")) continue;
    const whole = around.closest("p, li, h2, h3, h4, dt, dd, th, td, legend, label, summary, div");
    if (whole === last) lines.at(-1).text += data;
    else lines.push({ text: data, lang: around.closest("[lang]").lang });
    last = whole;
  }
  const told = lines.filter(({ lang }) => voice(lang)).map(({ text, lang }) => Object.assign(new SpeechSynthesisUtterance(text), { lang, voice: voice(lang) }));
  told.at(-1).onend = () => read === button && hush();
  told.forEach((one) => voices.speak(one));
};
for (const block of document.querySelectorAll("main > section, .questions > div")) {
  const button = document.createElement("button");
  button.className = "hear";
  button.type = "button";
  button.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 9v6h4l6 5V4L7 9zM17 8q4 4 0 8m3-11q7 7 0 14"/></svg>';
  button.onclick = () => hear(button, block);
  label(button, false);
  block.prepend(button);
}
addEventListener("pagehide", () => voices.cancel());
addEventListener("keydown", ({ key }) => key === "Escape" && hush());
