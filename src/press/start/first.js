// In each page: starts its first app. An app starts in pieces, so that the browser can answer somebody in between.
const turn = () => new Promise((go) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => go(port1.close());
  port2.postMessage(0);
});
// Says how it goes, where the page has words for that.
const tell = (what) => document.querySelectorAll("[data-app]").forEach((told) => (told.hidden = told.dataset.app !== what));
const pause = (wait) => new Promise((go) => {
  setTimeout(go, wait);
  for (const event of ["online", "submit"]) addEventListener(event, go, { capture: true, once: true });
});
// WebAssembly that came whole and does not compile is more than this browser can run. A log-in page of some network is not.
const whole = async (wasm) => new TextDecoder().decode((await (await fetch(wasm)).arrayBuffer()).slice(0, 4)) === "\0asm";
const cannot = async (wrong, wasm) => !self.WebAssembly || (wrong instanceof WebAssembly.CompileError && whole(wasm).catch(() => false));
// Whether it runs. What did not come is asked for until it does; a browser remembers by the address that a module failed.
const start = async (module, wasm) => {
  for (let wait = 1000; ; wait = Math.min(2 * wait, 60000), module += "#") {
    let app;
    try {
      app = await import(module);
      await app.default({ module_or_path: wasm });
    } catch (wrong) {
      console.error(wrong);
      if (await cannot(wrong, wasm)) return false;
      if (wait > 1000) tell("away");
      await pause(wait);
      continue;
    }
    try {
      for (let piece = 0; await turn(), app.next(piece); piece += 1);
    } catch (wrong) {
      console.error(wrong);
      return false;
    }
    tell();
    return true;
  }
};
// Runs a piece that the page is whole without.
const piece = async (module, wasm) => {
  try {
    const app = await import(module);
    await app.default({ module_or_path: wasm });
    app.next(0);
  } catch (wrong) {
    console.error(wrong);
  }
};
const first = start("%MODULE%", "%WASM%");
first.then((runs) => runs || tell("unable"));
