// The rooms of the desk that come when somebody goes there. Each time they are asked to show the one of the address.
addEventListener("%EVENT%", () => start("%MODULE%", "%WASM%").then((runs) => runs || tell("unable")));
