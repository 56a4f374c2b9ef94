// A network that does what networks do: between browser and endpoint, it decides the fate of every posted reaction.
import { createServer, request } from "node:http";

/** A reaction on its way to the collector. */
const TO_COLLECTOR = {
  isPost: (asked) => asked.method === "POST" && asked.url.endsWith("/api/reactions"),
  idOf: (body) => JSON.parse(body).reaction.id,
  headers: {},
};

/** One on its way to an endpoint on another origin: every post is one. What answers in its place may be read too. */
export const TO_OTHERS = {
  isPost: (asked) => asked.method === "POST",
  idOf: (body) => body.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/)?.[0],
  headers: { "access-control-allow-origin": "*" },
};

/**
 * Starts it before `collector`. `network.fate(count)` says what becomes of a reaction:
 * - "answer": it arrives and the answer comes back;
 * - "lost": it arrives and is stored, but the answer gets lost;
 * - "unreachable": it never arrives;
 * - "portal": the log-in page of a public network answers, with 200;
 * - "redirect": that network redirects to its log-in page;
 * - a number: some machine on the way answers with this status and an HTML page.
 * It may be a promise: nothing comes back before it is kept.
 */
export async function startNetwork(collector, fate = () => "answer", kind = TO_COLLECTOR) {
  const network = { ...kind, fate, posts: [], portal: 0 };
  const server = createServer((asked, answer) => {
    if (kind.isPost(asked)) return post(network, collector, asked, answer);
    if (asked.url === "/inloggen") return page(answer, 200, network);
    forward(collector, asked, answer);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  network.origin = `http://127.0.0.1:${server.address().port}`;
  network.url = network.origin;
  network.stop = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return network;
}

async function post(network, collector, asked, answer) {
  const chunks = [];
  for await (const chunk of asked) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const fate = await network.fate(network.posts.length, asked);
  network.posts.push({ fate, id: network.idOf(body.toString()), body: body.toString() });
  if (fate === "unreachable") return asked.socket.destroy();
  if (fate === "portal") return page(answer, 200, network);
  if (fate === "redirect") return answer.writeHead(302, { ...network.headers, location: "/inloggen" }).end();
  if (typeof fate === "number") return page(answer, fate, network);
  forward(collector, asked, answer, body, fate === "lost" ? () => asked.socket.destroy() : undefined);
}

function page(answer, status, network) {
  network.portal += 1;
  answer.writeHead(status, { ...network.headers, "content-type": "text/html; charset=utf-8" }).end("<!doctype html><h1>Welkom op onze wifi</h1>");
}

/** Passes on as it is, host and origin too: to the collector this is the site's own address. */
function forward(collector, asked, answer, body, lose) {
  const options = { method: asked.method, headers: asked.headers };
  const passed = request(new URL(asked.url, collector.origin), options, (got) => {
    if (lose) return got.resume().on("end", lose);
    answer.writeHead(got.statusCode, got.headers);
    got.pipe(answer);
  });
  passed.on("error", () => answer.destroy());
  if (body) passed.end(body);
  else asked.pipe(passed);
}
