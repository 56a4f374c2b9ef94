// Its files are fetched before, so that they are there when the network goes; compiling them is what costs a slow phone most.
first.then(() => navigator.connection?.saveData || ["%MODULE%", "%WASM%"].forEach((file) => fetch(file, { priority: "low" }).then((answer) => answer.blob()).catch(() => {})));
