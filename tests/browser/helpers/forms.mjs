// A form service that speaks as the real ones do in their documentation, and keeps what it gets.
import { createServer } from "node:http";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { reactionsIn } from "./gathered.mjs";
import { command } from "./site.mjs";

const json = (answer, status, body) => {
  answer.writeHead(status, { "content-type": "application/json", "access-control-allow-origin": "*" }).end(JSON.stringify(body));
};

/** What each service answers: when it has kept a form, and when it has not. */
export const SERVICES = {
  formspree: {
    path: "/f/abcdefgh", encoding: "urlencoded", fields: { _subject: "Reactie" }, honeypot: "_gotcha",
    accepted: { status: 200, contains: '"ok":true' },
    taken: (answer) => json(answer, 200, { next: "/thanks", ok: true }),
    refused: (answer) => json(answer, 422, { error: "Validation errors", errors: [{ code: "EMPTY", message: "should not be empty" }] }),
  },
  basin: {
    path: "/f/0a1b2c3d", encoding: "multipart", fields: {}, honeypot: undefined,
    accepted: { status: 200, contains: '"success":true' },
    taken: (answer) => json(answer, 200, { success: true, id: 81 }),
    refused: (answer) => json(answer, 404, { success: false, error: "Form not found" }),
  },
  web3forms: {
    path: "/submit", encoding: "json", fields: { access_key: "00000000-0000-4000-8000-000000000000" }, honeypot: "botcheck",
    accepted: { status: 200, contains: '"success":true' },
    taken: (answer) => json(answer, 200, { success: true, body: { data: {}, message: "Email sent successfully!" } }),
    refused: (answer) => json(answer, 400, { success: false, body: { data: {}, message: "Invalid Access Key" } }),
  },
  netlify: {
    path: "/", encoding: "urlencoded", fields: { "form-name": "reacties" }, honeypot: "bot-field",
    accepted: { status: 200, contains: "Your form submission has been received" },
    taken: (answer) => answer.writeHead(200, { "content-type": "text/html", "access-control-allow-origin": "*" })
      .end("<!doctype html><h1>Thank you!</h1><p>Your form submission has been received.</p>"),
    refused: (answer) => answer.writeHead(404, { "content-type": "text/html", "access-control-allow-origin": "*" }).end("<h1>Page not found</h1>"),
  },
};

/** Starts one. `service.open` says whether it takes forms now. */
export async function startService(name) {
  const kind = SERVICES[name];
  const service = { kind, forms: [], open: true, preflights: 0 };
  const server = createServer(async (asked, answer) => {
    if (asked.method === "OPTIONS") {
      service.preflights += 1;
      const headers = { "access-control-allow-origin": "*", "access-control-allow-methods": "POST", "access-control-allow-headers": "content-type" };
      return answer.writeHead(204, headers).end();
    }
    if (asked.method !== "POST" || asked.url !== kind.path || !service.open) return kind.refused(answer);
    service.forms.push(await fieldsOf(asked));
    kind.taken(answer);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  service.origin = `http://127.0.0.1:${server.address().port}`;
  service.stop = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  /** The endpoint in site.json, for a service at this address. */
  service.endpoint = (origin = service.origin) => {
    const { path, encoding, fields, honeypot, accepted } = kind;
    return { kind: "form", url: origin + path, encoding, fields, ...(honeypot && { honeypot }), accepted };
  };
  /** What staff gather from the service's export. */
  service.gathered = async () => {
    const work = mkdtempSync(join(process.env.BEGINSPRAAK_TEST_WORK, "forms-"));
    const records = service.forms.map((data, n) => ({ id: `s${n}`, created_at: new Date().toISOString(), data }));
    writeFileSync(join(work, "export.json"), JSON.stringify(records));
    await command("gather", "--from", join(work, "export.json"), "--to", work, "--content", join(process.env.BEGINSPRAAK_TEST_SITE, "content"));
    return reactionsIn(work);
  };
  return service;
}

/** The fields of a posted form, however they are written. */
async function fieldsOf(asked) {
  const request = new Request("http://127.0.0.1/", { method: "POST", headers: { "content-type": asked.headers["content-type"] }, body: asked, duplex: "half" });
  if (asked.headers["content-type"].startsWith("application/json")) return request.json();
  const fields = {};
  for (const [name, value] of await request.formData()) {
    fields[name] = name in fields ? [fields[name], value].flat() : value;
  }
  return fields;
}
