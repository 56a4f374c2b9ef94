// The worker of the desk that makes a site: it gets one order, answers it, and is done.
import init, { make } from "%MODULE%";
onmessage = async ({ data }) => {
  await init({ module_or_path: "%WASM%" });
  postMessage(make(...data));
};
