// A piece of the desk that comes when somebody goes to a room in it. Each time it is asked to show the one of the address.
addEventListener("%EVENT%", () => start("%MODULE%", "%WASM%").then((runs) => runs || tell("unable")));
