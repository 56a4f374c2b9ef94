// A network that does what networks do: between browser and collector, it decides the fate of every posted reaction.
import { createServer, request } from "node:http";

/**
 * Starts it before `collector`. `network.fate(count)` says what becomes of a reaction:
 * - "answer": it arrives and the answer comes back;
 * - "lost": it arrives and is stored, but the answer gets lost;
 * - "unreachable": it never arrives;
 * - "portal": the log-in page of a public network answers, with 200;
 * - "redirect": that network redirects to its log-in page;
 * - a number: some machine on the way answers with this status and an HTML page.
 */
export async function startNetwork(collector, fate = () => "answer") {
  const network = { fate, posts: [], portal: 0 };
  const server = createServer((asked, answer) => {
    if (asked.method === "POST" && asked.url.endsWith("/api/reactions")) return post(network, collector, asked, answer);
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
  const fate = network.fate(network.posts.length, asked);
  network.posts.push({ fate, id: JSON.parse(body).reaction.id, body: body.toString() });
  if (fate === "unreachable") return asked.socket.destroy();
  if (fate === "portal") return page(answer, 200, network);
  if (fate === "redirect") return answer.writeHead(302, { location: "/inloggen" }).end();
  if (typeof fate === "number") return page(answer, fate, network);
  forward(collector, asked, answer, body, fate === "lost" ? () => asked.socket.destroy() : undefined);
}

function page(answer, status, network) {
  network.portal += 1;
  answer.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end("<!doctype html><h1>Welkom op onze wifi</h1>");
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
