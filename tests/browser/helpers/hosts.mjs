// nginx and Caddy, started with the files of docs/hosting as they are, but for address and folder.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { freePorts } from "./ports.mjs";
import { until } from "./story.mjs";

/** Where Debian's packages are: installed, or unpacked by `cargo xtask setup`. */
const PACKAGES = process.env.BEGINSPRAAK_HOSTS ?? "/";
const NGINX = join(PACKAGES, "usr/sbin/nginx");
const BROTLI = join(PACKAGES, "usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
const CADDY = join(PACKAGES, "usr/bin/caddy");
const DOCS = join(import.meta.dirname, "../../../docs/hosting");

/** Why the stories about this host can't be told here, or false. */
export const missing = {
  nginx: !existsSync(NGINX) || !existsSync(BROTLI) ? "nginx with its brotli module is not installed" : false,
  caddy: existsSync(CADDY) ? false : "Caddy is not installed",
};

/** What the documented files say, and what it is here. */
function here(name, { folder, collector, port }) {
  const said = [
    ["/var/www/beginspraak", folder],
    ["127.0.0.1:8080", new URL(collector.origin).host],
    ...(name.includes("Caddy")
      ? [[/^(denkmee|www)\.example\.nl \{$/m, `http://127.0.0.1:${port} {`]]
      : [["listen 80;", `listen 127.0.0.1:${port};`], [/server_name .*;/, "server_name 127.0.0.1;"]]),
  ];
  let text = readFileSync(join(DOCS, name), "utf8");
  for (const [from, to] of said) {
    if (!(typeof from === "string" ? text.includes(from) : from.test(text))) throw new Error(`${name} has no ${from}`);
    text = text.replaceAll(from instanceof RegExp ? new RegExp(from.source, "gm") : from, to);
  }
  return text;
}

/** Starts nginx with a file of docs/hosting, for the files in `folder`. */
export async function startNginx(name, setting) {
  const work = mkdtempSync(join(process.env.BEGINSPRAAK_TEST_WORK, "nginx-"));
  const [port] = await freePorts(1);
  writeFileSync(join(work, "site.conf"), here(name, { ...setting, port }));
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((what) => `${what}_temp_path ${work}/${what};`);
  writeFileSync(join(work, "nginx.conf"), `
    load_module ${BROTLI};
    daemon off; master_process off; pid ${work}/pid; error_log stderr;
    events {}
    http { include ${PACKAGES}/etc/nginx/mime.types; default_type application/octet-stream; access_log ${work}/visits; ${paths.join(" ")} include ${work}/site.conf; }
  `);
  return started(NGINX, ["-e", "stderr", "-p", work, "-c", join(work, "nginx.conf")], port, { log: join(work, "visits") });
}

/** Starts Caddy with a file of docs/hosting, for the files in `folder`. */
export async function startCaddy(name, setting) {
  const work = mkdtempSync(join(process.env.BEGINSPRAAK_TEST_WORK, "caddy-"));
  const [port] = await freePorts(1);
  // Nothing that would leave this machine, or stay on it.
  const options = "{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n}\n";
  writeFileSync(join(work, "Caddyfile"), options + here(name, { ...setting, port }));
  const env = { PATH: process.env.PATH, HOME: work, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work };
  return started(CADDY, ["run", "--config", join(work, "Caddyfile"), "--adapter", "caddyfile"], port, { env });
}

/** Where requests come from that could be told from all else in a log. */
export const VISITOR = "127.0.0.9";

async function started(program, args, port, { env, log }) {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], env });
  let said = "";
  for (const out of [child.stdout, child.stderr]) out.on("data", (data) => (said += data));
  child.on("error", (error) => (said += error));
  const host = {
    origin: `http://127.0.0.1:${port}`,
    /** An answer as it came over the line: status, headers (those that came twice too) and bytes. */
    ask(path, { method = "GET", headers = {}, body } = {}) {
      return new Promise((done, wrong) => {
        const asked = request({ host: "127.0.0.1", port, path, method, headers, localAddress: VISITOR }, (answer) => {
          const chunks = [];
          answer.on("data", (chunk) => chunks.push(chunk));
          answer.on("end", () => done({ status: answer.statusCode, headers: answer.headersDistinct, body: Buffer.concat(chunks) }));
        });
        asked.on("error", wrong);
        asked.end(body);
      });
    },
    /** Everything it wrote, wherever it did. */
    wrote: () => said + (log && existsSync(log) ? readFileSync(log, "utf8") : ""),
    async stop() {
      if (child.exitCode !== null) return;
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await ended;
    },
  };
  // Not from where visitors come: the site around ours may write that down.
  const answers = () => fetch(host.origin).then(() => true, () => false);
  await until(async () => (child.exitCode === null ? answers() : Promise.reject(new Error(`${program} stopped:\n${said}`))), `${program} answers`);
  return host;
}
