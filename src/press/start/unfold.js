// On a page with parts that are folded away: unfolds the one that a link leads to, and gives it the focus.
const unfold = () => {
  const part = document.getElementById(location.hash.slice(1));
  if (part?.localName !== "details") return;
  part.open = true;
  part.firstElementChild.focus({ preventScroll: true });
  part.scrollIntoView();
};
addEventListener("hashchange", unfold);
// The same link once more changes nothing in the address.
addEventListener("click", ({ target }) => target.closest("a[href]")?.href === location.href && unfold());
// When a page has loaded, the browser itself goes to what its address names, and takes the focus away.
unfold();
addEventListener("load", unfold);
