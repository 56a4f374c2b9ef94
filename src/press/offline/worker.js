// The service worker: after one visit the site opens without a network. `publish` fills in LIST and leaves out these
// comments. DESIGN.md tells why it works as it does.
const LIST = "%LIST%";
const SCOPE = registration.scope;
// Other sites on this origin may keep caches too.
const OURS = `beginspraak ${SCOPE} `;
const NAME = OURS + LIST;
// Standing for a version's list in its cache. It is put there last, so that a cache that has it is whole.
const WHOLE = SCOPE + "?list";
// How long a network may be silent before what is on the device will do.
const PATIENCE = 4000;

const route = (url) => url.startsWith(SCOPE) ? url.split(/[?#]/)[0].slice(SCOPE.length).replace(/[^/]$/, "$&/") : "/";
const current = () => caches.open(NAME);
const listOf = async (cache) => (await cache.match(WHOLE))?.json();
const versions = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

const anywhere = async (url) => {
  for (const name of await versions()) {
    const found = await (await caches.open(name)).match(url);
    if (found) return found;
  }
};

const sum = async (bytes) => {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 8);
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

// A page names the sum of itself without that name; the name of an asset holds the sum of what is in it.
const genuine = async (response, path, edition) => {
  if (!response?.ok || response.redirected) return;
  const copy = response.clone();
  return edition
    ? edition === await sum(new TextEncoder().encode((await copy.text()).replace(edition, "")))
    : path.includes(await sum(await copy.arrayBuffer()));
};

const obtain = async (path, edition, given) => {
  for (const attempt of [() => given, () => anywhere(SCOPE + path), () => fetch(SCOPE + path, { cache: edition ? "no-cache" : "default" })]) {
    const response = await attempt();
    if (await genuine(response, path, edition)) return response;
  }
  throw Error(path);
};

// The page comes last: where it is, all it needs is there too.
const keep = async (cache, list, path, given) => {
  const [edition, , assets] = list.pages[path];
  const page = await obtain(path, edition, given);
  for (const asset of assets.map((at) => list.assets[at])) {
    if (!await cache.match(SCOPE + asset)) await cache.put(SCOPE + asset, await obtain(asset));
  }
  await cache.put(SCOPE + path, page);
};

oninstall = (event) => event.waitUntil((async () => {
  const before = await versions();
  const cache = await current();
  try {
    const answer = await fetch(SCOPE + LIST);
    if (!await genuine(answer, LIST)) throw Error(LIST);
    const list = await answer.clone().json();
    // What is open now, and what was on the device before.
    let wanted = (await clients.matchAll({ includeUncontrolled: true })).map(({ url }) => route(url));
    for (const name of before) {
      for (const { url } of await (await caches.open(name)).keys()) wanted.push(route(url));
    }
    wanted = wanted.filter((path) => list.pages[path]);
    const spoken = wanted.map((path) => list.pages[path][1]);
    const { saveData, effectiveType } = navigator.connection ?? {};
    if (!saveData && !/2g/.test(effectiveType)) {
      for (const path in list.pages) {
        const [, language, , when] = list.pages[path];
        if (when === "always" && (!spoken[0] || spoken.includes(language))) wanted.push(path);
      }
    }
    // The first brings the app, which all others share.
    const [first, ...others] = new Set(wanted);
    if (first !== undefined) await keep(cache, list, first);
    await Promise.all(others.map((path) => keep(cache, list, path)));
    await cache.put(WHOLE, answer);
  } catch (wrong) {
    if (!before.includes(NAME)) await caches.delete(NAME);
    throw wrong;
  }
  await skipWaiting();
})());

onactivate = (event) => event.waitUntil((async () => {
  const older = [];
  for (const name of await versions()) {
    if (name === NAME) continue;
    if (await listOf(await caches.open(name))) older.push(name);
    else await caches.delete(name);
  }
  // Pages of the version before may still be open, and ask for what is theirs.
  for (const name of older.slice(0, -1)) await caches.delete(name);
  await registration.navigationPreload?.enable();
  const { pages } = await listOf(await current());
  for (const client of await clients.matchAll({ includeUncontrolled: true })) client.postMessage(pages[route(client.url)]?.[0]);
})());

const page = async (event) => {
  const path = route(event.request.url);
  const cache = await current();
  const list = await listOf(cache);
  const kept = await cache.match(SCOPE + path);
  const entry = list?.pages[path];
  const late = new Promise((tired) => kept && entry?.[3] !== "fresh" && setTimeout(tired, PATIENCE));
  // Where the others fail, Firefox preloads an answer that is an error.
  const ahead = Promise.resolve(event.preloadResponse).then((answer) => answer?.type !== "error" && answer || fetch(event.request));
  const network = ahead.then((answer) => {
    const copy = entry && answer.clone();
    event.waitUntil((async () => {
      if (!kept && await genuine(copy, path, entry?.[0])) await keep(cache, list, path, copy);
    })());
    return answer;
  });
  event.waitUntil(network.catch(() => {}));
  try {
    const answer = await Promise.race([network, late]);
    if (answer && !(kept && answer.status >= 500)) return answer;
  } catch {}
  if (kept && entry?.[3] === "fresh") {
    // There, old may be wrong: the page has a sentence about it.
    const text = (await kept.text()).replace(/(id="kept"[^>]*?) hidden/, "$1");
    return new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
  }
  return kept ?? await cache.match(SCOPE + (path.startsWith("en/") ? "en/" : "") + "geen-verbinding/") ?? Response.error();
};

onfetch = (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !url.startsWith(SCOPE)) return;
  if (mode === "navigate") event.respondWith(page(event));
  else if (url.startsWith(SCOPE + "assets/")) event.respondWith(anywhere(url).then((found) => found ?? fetch(event.request)));
};
