// For a page of this site that is shown in a frame of another one: tells how high it is, to the sites in "embed" and
// to nobody else.
const friends = %FRIENDS%;
const root = document.documentElement;
addEventListener("message", ({ data, origin, source }) => {
  if (source !== parent || data?.beginspraak !== "hello" || !friends.includes(origin)) return;
  // The page is at least as high as a screen; in a frame that would only ever grow.
  document.body.style.minBlockSize = "0";
  new ResizeObserver(() => parent.postMessage({ beginspraak: "height", height: root.offsetHeight, title: document.title }, origin)).observe(root);
});
addEventListener("click", ({ target }) => {
  const link = target.closest("a[href]");
  if (!link) return;
  // Other sites may not want to be framed, and would lose their own address.
  if (link.origin !== location.origin) link.target = "_blank";
  // Browsers do not scroll the page around a frame for a link, but they do when asked.
  else if (link.hash && link.pathname === location.pathname) setTimeout(() => document.getElementById(link.hash.slice(1))?.scrollIntoView());
});
document.getElementById("framed").hidden = false;
// Says nothing that not all may know.
parent.postMessage({ beginspraak: "here" }, "*");
