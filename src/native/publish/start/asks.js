// When the check page is shown, which takes the focus: what asks about personal data in the answers.
addEventListener("focusin", ({ target }) => target.id === "%CHECK%" && piece("%MODULE%", "%WASM%"));
ahead("%MODULE%", "%WASM%");
