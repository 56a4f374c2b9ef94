// The second app of a page with a form, always after the first: when something waits to be sent, or somebody first touches the
// page, by whatever means. A finger that scrolls comes down and goes up as "pointercancel".
const button = document.getElementById("%SUBMIT%");
const { disabled: needy, textContent: plain } = button;
const offer = () => {
  if (needy) button.disabled = button.hidden = unable;
  button.textContent = unable ? plain : button.dataset.check;
};
const settle = (runs) => {
  if (!runs) {
    unable = true;
    offer();
    tell("unable");
  }
  return runs;
};
let asked, follow;
const second = () => (asked ??= first.then((runs) => {
  if (pressed) tell("coming");
  return runs && start("%MODULE%", "%WASM%");
}).then(settle).then((runs) => {
  const waited = pressed;
  // Not after the press: it would be taken for one that waits.
  pressed = false;
  if (runs && waited) button.click();
  if (runs) follow?.();
}));
const come = () => {
  if (!pressed) return;
  tell("coming");
  second();
};
offer();
first.then(settle);
come();
addEventListener("submit", come, true);
for (const event of ["pointerup", "keydown", "focusin", "click", "%CALL%"]) addEventListener(event, second, { capture: true, once: true });
// Its files are fetched before, so that they are there when the network goes; compiling them is what costs a slow phone most.
const ahead = (...files) => first.then(() => navigator.connection?.saveData || files.forEach((file) => fetch(file, { priority: "low" }).then((answer) => answer.blob()).catch(() => {})));
ahead("%MODULE%", "%WASM%");
// In the list of all questions: which have an answer. What is kept is told whenever an answer has changed.
const filled = ({ type, checked, value }) => (/radio|checkbox/.test(type) ? checked : value.trim());
const mark = () => document.querySelectorAll("[data-done]").forEach((done, at) => {
  done.hidden = ![...document.querySelectorAll(`#question-${at} [name]`)].some(filled);
});
new MutationObserver(mark).observe(document.getElementById("%KEPT%"), { attributes: true, childList: true, subtree: true });
// Too many choices are told at once, and not only when all is checked.
addEventListener("change", ({ target }) => {
  mark();
  const choices = target.closest("[data-most]");
  if (!choices) return;
  const over = choices.querySelectorAll("[type=checkbox]:checked").length > choices.dataset.most;
  const told = choices.closest("fieldset").querySelector(".question__error");
  if (told.hidden === over) {
    told.hidden = !over;
    told.textContent = document.getElementById("%SAID%").textContent = over ? choices.dataset.over : "";
  }
});
// The receipt of what was sent is there again after a reload.
if (location.hash === "#%RECEIPT%") second();
