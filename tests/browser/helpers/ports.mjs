// Ports that nobody uses yet.
import { createServer } from "node:net";

/** So many free ports, all taken at the same time so that no two are the same. */
export async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = [];
  for (const server of servers) {
    await new Promise((listening, wrong) => server.once("error", wrong).listen(0, "127.0.0.1", listening));
    ports.push(server.address().port);
  }
  for (const server of servers) await new Promise((closed) => server.close(closed));
  return ports;
}
