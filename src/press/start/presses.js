// The worker of the desk that makes a site, or shows a question: it answers each order, which begins with what is to be done.
import init, * as press from "%MODULE%";
onmessage = async ({ data: [what, ...order] }) => {
  await init({ module_or_path: "%WASM%" });
  postMessage(press[what](...order));
};
