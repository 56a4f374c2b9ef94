// When the check page is shown, which takes the focus: what asks about personal data in the answers.
addEventListener("focusin", ({ target }) => target.id === "%CHECK%" && piece("%MODULE%", "%WASM%"));
// Who only reads has no answers to look through: it is fetched when what checks and sends runs.
follow = () => ahead("%MODULE%", "%WASM%");
