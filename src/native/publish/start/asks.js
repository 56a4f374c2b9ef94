// When the check page is shown, which takes the focus: what asks about personal data in the answers. Without it the page is whole.
addEventListener("focusin", async ({ target }) => {
  if (target.id !== "%CHECK%") return;
  try {
    const app = await import("%MODULE%");
    await app.default({ module_or_path: "%WASM%" });
    app.next(0);
  } catch (wrong) {
    console.error(wrong);
  }
});
ahead("%MODULE%", "%WASM%");
