// In each page: registers the service worker, and shows that there is a newer version of this page when it says so.
const worker = navigator.serviceWorker;
if (worker && parent === self) {
  addEventListener("load", () => worker.register("%BASE%sw.js").catch(() => {}));
  worker.onmessage = ({ data }) => {
    if (data && data !== document.documentElement.dataset.edition) document.getElementById("newer").hidden = false;
  };
  addEventListener("visibilitychange", () => document.hidden || worker.getRegistration().then((found) => found?.update()).catch(() => {}));
}
