// In each page with a form, before it: whoever presses its button is heard from the first moment, and the press waits for the
// app that checks and sends. A browser that can't read this is too old for the apps: there the form posts itself.
let pressed, unable = !self.WebAssembly;
addEventListener("submit", (event) => {
  if (unable || document.documentElement.dataset.ready === "true" || (event.submitter?.dataset.plain && navigator.onLine)) return;
  event.preventDefault();
  pressed ??= true;
}, true);
