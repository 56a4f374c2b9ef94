// The line to the site, which can be cut, or carry only some of what is asked: everything goes through it, the service
// worker's requests too.
import { createServer, request } from "node:http";

/**
 * Lays it to `collector`. `line.fate(path)` says what becomes of a request:
 * - "answer": the answer comes back;
 * - "cut": half of the answer comes back, then the line is cut;
 * - "hold": nothing comes back until `line.release()`;
 * - "portal": the log-in page of a public network answers, with 200;
 * - a number: an answer with this status;
 * - a function: the answer comes back with its text changed by it.
 * `line.up = false` is an aeroplane.
 */
export async function layLine(collector, fate = () => "answer") {
  const held = new Set();
  const line = { up: true, fate, asked: [], collector };
  const server = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url, collector.origin);
    if (!line.up) return asked.socket.destroy();
    const fate = line.fate(pathname);
    line.asked.push(pathname);
    if (fate === "hold") return held.add(() => pass(line, asked, answer, "answer"));
    pass(line, asked, answer, fate);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  line.origin = `http://127.0.0.1:${server.address().port}`;
  line.url = line.origin + new URL(collector.url).pathname.replace(/\/$/, "");
  line.release = () => {
    for (const go of held) go();
    held.clear();
  };
  line.cut = () => {
    line.up = false;
    server.closeAllConnections();
  };
  line.stop = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return line;
}

function pass(line, asked, answer, fate) {
  if (fate === "portal") return answer.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><h1>Welkom op onze wifi</h1>");
  if (typeof fate === "number") return answer.writeHead(fate).end();
  const headers = { ...asked.headers };
  // A text can only be changed as text, and half of it is only half when it comes as it is.
  if (fate !== "answer") for (const name of ["accept-encoding", "if-none-match", "if-modified-since"]) delete headers[name];
  const passed = request(new URL(asked.url, line.collector.origin), { method: asked.method, headers }, (got) => {
    if (fate === "answer") {
      answer.writeHead(got.statusCode, got.headers);
      return got.pipe(answer);
    }
    const chunks = [];
    got.on("data", (chunk) => chunks.push(chunk)).on("end", () => {
      let body = Buffer.concat(chunks);
      if (fate !== "cut") body = Buffer.from(fate(body.toString()));
      answer.writeHead(got.statusCode, { ...got.headers, "content-length": body.length });
      if (fate !== "cut") return answer.end(body);
      answer.write(body.subarray(0, body.length / 2), () => asked.socket.destroy());
    });
  });
  passed.on("error", () => answer.destroy());
  asked.pipe(passed);
}
