// The service worker of the place where a question is tried out. All that is there is in one cache; nothing of it is asked of
// anybody, or goes to anybody. What is sent there is answered as a collector would, so that one sees how it ends.
const SCOPE = registration.scope;
oninstall = () => skipWaiting();
onactivate = (event) => event.waitUntil(clients.claim());

const found = async (url) => {
  const cache = await caches.open("%CACHE%" + SCOPE);
  const path = url.split(/[?#]/)[0];
  return await cache.match(path.replace(/\/$/, "/index.html")) ?? await cache.match(SCOPE + "404.html") ?? new Response("", { status: 404 });
};

const taken = async (request) => {
  const text = await request.text();
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const headers = { "content-type": "application/json" };
  return new Response(JSON.stringify({ id: JSON.parse(text).reaction?.id, sha256 }), { status: 201, headers });
};

onfetch = (event) => {
  const { request } = event;
  const { method, url } = request;
  if (url === SCOPE + "%TAKES%" && method === "POST") event.respondWith(taken(request).catch(() => Response.error()));
  else if (url.startsWith(SCOPE)) event.respondWith(found(url));
  // The apps of the site are asked for as they are; anything else of it is none of ours.
  else if (method !== "GET" || !url.includes("/assets/")) event.respondWith(Response.error());
};
