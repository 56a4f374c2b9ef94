import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { startCollector } from "../helpers/collector.mjs";
import { PATH, SAY, SLUG, progress, react } from "../helpers/form.mjs";
import { VISITOR, missing, startCaddy, startNginx } from "../helpers/hosts.mjs";
import { publish } from "../helpers/site.mjs";
import { story } from "../helpers/story.mjs";

const HOSTS = [
  ["nginx", "/", startNginx, "nginx.conf"],
  ["nginx", "/denkmee/", startNginx, "nginx-sub-path.conf"],
  ["caddy", "/", startCaddy, "Caddyfile"],
  ["caddy", "/denkmee/", startCaddy, "Caddyfile-sub-path"],
];

for (const [kind, base, start, file] of HOSTS) {
  story(`the site behind ${kind} under ${base}, with docs/hosting/${file}`, async ({ someone, cleanUp }) => {
    const folder = join(process.env.BEGINSPRAAK_TEST_WORK, `behind-${kind}${base.slice(0, -1).replace("/", "-")}`);
    const change = (consultation) => (consultation.slug === SLUG ? consultation : null);
    const site = await publish(join(folder, base).replace(/\/$/, ""), { base, change });
    const collector = await startCollector({ site, base, proxied: true });
    cleanUp(() => collector.stop());
    const host = await start(file, { folder, collector });
    cleanUp(() => host.stop());
    const at = (path) => base + path;

    await saysWhatEveryAnswerSays(host, at, site);
    await comesCompressed(host, at, site);
    await isKeptAsLongAsItMay(host, at, site);
    await saysWhatEachFileIs(host, at, site, collector);
    await hasItsOwnPageForWhatIsNotThere(host, at);
    await passesOnWhatTheCollectorSays(host, at);

    const page = await someone();
    await react(page, { url: host.origin + base.slice(0, -1) }, `Achter ${kind}`);
    await progress(page).filter({ hasText: SAY.arrived }).waitFor();
    const plain = await someone({ javaScriptEnabled: false });
    await plain.goto(host.origin + at(PATH.slice(1)));
    await plain.locator('[name="q.ontmoeten"][value="online"]').check();
    await plain.getByRole("button", { name: SAY.sendNow }).click();
    await plain.getByRole("heading", { level: 1, name: SAY.thanks }).waitFor();
    assert.equal((await collector.gathered()).length, 2);
    if (base !== "/") await leadsToTheSiteWithoutItsSlash(host, base);
    await collector.stop();
    await tellsNobodyWhenTheCollectorIsDown(host, at);
    assert.deepEqual(host.wrote().split("\n").filter((line) => line.includes(VISITOR)), [], "nobody's address is written down");
  }, { skip: missing[kind] });
}

/** The same headers as `_headers` tells other hosts, once each, whatever is asked. */
async function saysWhatEveryAnswerSays(host, at, site) {
  const rules = readFileSync(join(site, "_headers"), "utf8").split(/^(?=\S)/m);
  const always = rules[0].trim().split("\n").slice(1).map((line) => line.trim().split(": "));
  assert.ok(always.length >= 5);
  for (const path of ["", PATH.slice(1), "niet-hier/", assets(site)[0], "api/health"]) {
    const { headers } = await host.ask(at(path));
    for (const [name, value] of always) assert.deepEqual(headers[name], [value], `${name} of ${at(path)}`);
    assert.equal(headers["set-cookie"], undefined);
  }
}

/** The twins that `publish` left, byte for byte, to those who can read them. */
async function comesCompressed(host, at, site) {
  // What is smaller has no twin: it would save nothing.
  const large = assets(site).filter((path) => statSync(join(site, path)).size >= 512);
  for (const path of ["index.html", ...large]) {
    const asked = path === "index.html" ? "" : path;
    for (const [accepts, encoding, end] of [["gzip, deflate, br", "br", ".br"], ["gzip", "gzip", ".gz"], ["identity", undefined, ""]]) {
      const { headers, body } = await host.ask(at(asked), { headers: { "accept-encoding": accepts } });
      assert.equal(headers["content-encoding"]?.[0], encoding, `${path} for ${accepts}`);
      assert.ok(body.equals(readFileSync(join(site, path + end))), `${path}${end} came as it is`);
      if (encoding) assert.match(String(headers.vary), /accept-encoding/i, `caches on the way know that ${path} comes in other forms too`);
    }
  }
}

/** Browsers keep what has a hash in its name, and ask again for all else; for most that costs a few bytes. */
async function isKeptAsLongAsItMay(host, at, site) {
  const types = {
    "": "text/html; charset=utf-8", "manifest.json": "application/json", "icon-192.png": "image/png",
    [assets(site).find((name) => name.endsWith(".wasm"))]: "application/wasm",
    [assets(site).find((name) => name.endsWith(".js"))]: /^(text|application)\/javascript/,
    "sw.js": /^(text|application)\/javascript/,
  };
  for (const [path, type] of Object.entries(types)) {
    const { status, headers } = await host.ask(at(path));
    assert.equal(status, 200, path);
    assert.match(headers["content-type"][0], typeof type === "string" ? new RegExp(`^${type}`) : type, path);
    const expected = path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    assert.deepEqual(headers["cache-control"], [expected], path);
    const again = await host.ask(at(path), { headers: { "if-none-match": headers.etag[0] } });
    assert.equal(again.status, 304, path);
  }
  const gone = await host.ask(at("assets/app-0000000000000000.js"));
  assert.equal(gone.status, 404);
  assert.deepEqual(gone.headers["cache-control"], ["no-cache"], "what is not there may come");
}

/** Every file is of the kind that the collector says it is, and texts are in the same letters. */
async function saysWhatEachFileIs(host, at, site, collector) {
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !/\.(br|gz)$|^[._]/.test(entry.name));
  const paths = files.map((entry) => relative(site, join(entry.parentPath ?? entry.path, entry.name)));
  for (const end of ["feed.xml", "terugkoppeling.ics"]) assert.ok(paths.filter((path) => path.endsWith(end)).length >= 2, end);
  for (const path of paths) {
    const ours = (await fetch(collector.origin + at(path))).headers.get("content-type");
    // Caddy says nothing of bytes that are just bytes.
    const [theirs = "application/octet-stream"] = (await host.ask(at(path))).headers["content-type"] ?? [];
    assert.equal(theirs.replace("application/javascript", "text/javascript"), ours, path);
  }
}

async function leadsToTheSiteWithoutItsSlash(host, base) {
  const { status, headers } = await host.ask(base.slice(0, -1));
  assert.ok([301, 302, 307, 308].includes(status), `${status}`);
  assert.equal(new URL(headers.location[0], host.origin).pathname, base);
}

/** Who asked, and what they wrote, stands in no log, also when there is something to complain of. */
async function tellsNobodyWhenTheCollectorIsDown(host, at) {
  const canary = "Kanarie in de mijn";
  const headers = { "content-type": "application/x-www-form-urlencoded", "user-agent": canary, referer: canary };
  for (const body of [`q.gehoord=${canary}`, canary.repeat(20_000)]) {
    const { status } = await host.ask(at(`api/reactions?${encodeURIComponent(canary)}`), { method: "POST", headers, body });
    assert.ok(status >= 400, `${status}`);
  }
  assert.equal((await host.ask(at("api/health"), { headers })).status, 502);
  const lines = host.wrote().split("\n").filter((line) => line.includes("Kanarie"));
  assert.deepEqual(lines, [], "nobody's words are written down");
}

async function hasItsOwnPageForWhatIsNotThere(host, at) {
  const { status, body } = await host.ask(at("niet-hier/"));
  assert.equal(status, 404);
  assert.match(body.toString(), /Deze pagina is er niet/);
  const { headers, status: moved } = await host.ask(at(PATH.slice(1, -1)));
  assert.ok([301, 307, 308].includes(moved), `${moved}`);
  const target = new URL(headers.location[0], host.origin + at(PATH.slice(1, -1)));
  assert.equal(target.href, host.origin + at(PATH.slice(1)), "a forgotten slash leads to the page");
}

/** The app believes only what the collector itself says, so the host may not put its own words in between. */
async function passesOnWhatTheCollectorSays(host, at) {
  const headers = { "content-type": "application/json" };
  const post = (body) => host.ask(at("api/reactions"), { method: "POST", headers, body });
  const large = await post("x".repeat(100_000));
  assert.deepEqual([large.status, JSON.parse(large.body).error], [413, "too_large"]);
  assert.deepEqual(large.headers["content-type"], ["application/json"]);
  const wrong = await post("{}");
  assert.deepEqual([wrong.status, JSON.parse(wrong.body).error], [422, "invalid"]);
  const foreign = await host.ask(at("api/reactions"), { method: "POST", headers: { ...headers, origin: "https://elders.example" }, body: "{}" });
  assert.equal(foreign.status, 403, "the collector sees where a post comes from");
  const health = await host.ask(at("api/health"));
  assert.deepEqual(health.headers["cache-control"], ["no-store"]);
}

function assets(site) {
  return readdirSync(join(site, "assets")).filter((name) => /\.(js|wasm)$/.test(name)).map((name) => `assets/${name}`);
}
