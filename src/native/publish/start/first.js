// In each page: starts its first app. An app starts in pieces, so that the browser can answer somebody in between.
const turn = () => new Promise((go) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => go(port1.close());
  port2.postMessage(0);
});
const start = async (module, wasm) => {
  const app = await import(module);
  await app.default({ module_or_path: wasm });
  for (let piece = 0; await turn(), app.next(piece); piece += 1);
};
const first = start("%MODULE%", "%WASM%").catch(console.error);
