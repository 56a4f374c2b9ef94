// In each page, before it is drawn: larger letters for who chose them. The browser keeps that choice, for every page of the host.
{
  const { dataset } = document.documentElement;
  const show = () => document.querySelectorAll("[data-larger]").forEach((button) => button.setAttribute("aria-pressed", dataset.letters === "large"));
  dataset.letters = "";
  try {
    dataset.letters = localStorage.getItem("beginspraak-letters") ?? "";
  } catch {}
  addEventListener("DOMContentLoaded", show);
  addEventListener("click", ({ target }) => {
    if (!target.closest?.("[data-larger]")) return;
    dataset.letters = dataset.letters ? "" : "large";
    // Where the browser keeps nothing, it holds for this page.
    try {
      localStorage.setItem("beginspraak-letters", dataset.letters);
    } catch {}
    show();
  });
}
