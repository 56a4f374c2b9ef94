// The service worker of a site that has none (any more): it takes away what an earlier one left on the device, and
// then itself.
oninstall = () => skipWaiting();
onactivate = (event) => event.waitUntil((async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`beginspraak ${registration.scope} `)).map((name) => caches.delete(name)));
  await registration.unregister();
})());
