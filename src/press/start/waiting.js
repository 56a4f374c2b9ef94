// The second app of a page without a form, always after the first: when something waits to be sent.
addEventListener("%CALL%", () => first.then((runs) => runs && start("%MODULE%", "%WASM%")), { once: true });
