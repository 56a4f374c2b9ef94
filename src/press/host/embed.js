// For a page of another site that shows a page of this one in an <iframe>: makes the frame as high as what is in it.
// It speaks only with frames of the site it comes from.
(() => {
  const site = new URL(document.currentScript.src).origin;
  const before = new WeakSet();
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(site + "/"));
  const greet = (frame) => frame.contentWindow.postMessage({ beginspraak: "hello" }, site);
  // Who looks at the empty box of a frame that the browser does not show gets a way to the page itself.
  const words = %WORDS%;
  const told = new WeakMap();
  const tell = (frame) => {
    if (before.has(frame)) return;
    const [text, link] = words[frame.closest("[lang]")?.lang.slice(0, 2)] ?? words.nl;
    const sentence = document.createElement("p");
    const way = document.createElement("a");
    [way.href, way.target, way.textContent] = [frame.src, "_blank", link];
    sentence.append(text + " ", way);
    frame.after(sentence);
    told.set(frame, sentence);
  };
  const wait = () => setTimeout(() => frames().forEach(tell), 3000);
  if (document.readyState === "complete") wait();
  else addEventListener("load", wait);
  addEventListener("message", ({ data, origin, source }) => {
    const frame = origin === site && frames().find((frame) => frame.contentWindow === source);
    if (!frame || !data) return;
    if (data.beginspraak === "here") {
      // Another page in the frame begins at its top, as anywhere.
      if (before.has(frame) && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
      before.add(frame);
      told.get(frame)?.remove();
      greet(frame);
    } else if (data.beginspraak === "height" && data.height > 0) {
      frame.style.height = `${data.height}px`;
      // A frame without a title is a riddle to who hears the page.
      frame.title ||= String(data.title);
    }
  });
  frames().forEach(greet);
})();
