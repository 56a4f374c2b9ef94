// The second app comes after the first, at one of these events. Where the line drops, the next event tries again.
const events = %EVENTS%;
const second = () => {
  for (const event of events) removeEventListener(event, second, true);
  first.then(() => start("%MODULE%", "%WASM%")).catch((error) => {
    listen();
    console.error(error);
  });
};
const listen = () => events.forEach((event) => addEventListener(event, second, true));
listen();
