// What draws QR codes comes when a page has some to draw. Without it the code is there in letters.
addEventListener("%EVENT%", () => piece("%MODULE%", "%WASM%"));
