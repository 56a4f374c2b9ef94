// For a page of another site that shows a page of this one in an <iframe>: makes the frame as high as what is in it.
// It speaks only with frames of the site it comes from.
(() => {
  const site = new URL(document.currentScript.src).origin;
  const before = new WeakSet();
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(site + "/"));
  const greet = (frame) => frame.contentWindow.postMessage({ beginspraak: "hello" }, site);
  addEventListener("message", ({ data, origin, source }) => {
    const frame = origin === site && frames().find((frame) => frame.contentWindow === source);
    if (!frame || !data) return;
    if (data.beginspraak === "here") {
      // Another page in the frame begins at its top, as anywhere.
      if (before.has(frame) && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
      before.add(frame);
      greet(frame);
    } else if (data.beginspraak === "height" && data.height > 0) {
      frame.style.height = `${data.height}px`;
      // A frame without a title is a riddle to who hears the page.
      frame.title ||= String(data.title);
    }
  });
  frames().forEach(greet);
})();
