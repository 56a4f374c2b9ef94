// What draws QR codes comes when a page has some to draw. Without it the code is there in letters.
addEventListener("%EVENT%", async () => {
  try {
    const app = await import("%MODULE%");
    await app.default({ module_or_path: "%WASM%" });
    app.next(0);
  } catch (wrong) {
    console.error(wrong);
  }
});
