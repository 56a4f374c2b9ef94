// A real bucket: SeaweedFS on free ports, with the rights that `sign-intake --explain` prints.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { reactionsIn } from "./gathered.mjs";
import { freePorts } from "./ports.mjs";
import { command } from "./site.mjs";
import { until } from "./story.mjs";
import { filesOf } from "./zip.mjs";

const CACHE = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
const TOOLS = process.env.BEGINSPRAAK_TOOLS || join(CACHE, "beginspraak/tools");
const WEED = process.env.WEED || join(TOOLS, "seaweedfs-4.48/bin/weed");
const ARGUMENTS = readFileSync(new URL("../../bucket/weed-mini.txt", import.meta.url), "utf8");

/** Starts one that serves a site by itself: everybody may read what is in it, `owner-key` may do all. */
export async function startSiteBucket() {
  const work = mkdtempSync(join(process.env.BEGINSPRAAK_TEST_WORK, "bucket-"));
  const ports = await freePorts(10);
  const origin = `http://127.0.0.1:${ports[0]}`, filer = `http://127.0.0.1:${ports[6]}/buckets/site/`;
  const owner = { name: "owner", credentials: [{ accessKey: "owner-key", secretKey: "CHANGE-ME" }], actions: ["Admin", "Read", "Write", "List"] };
  writeFileSync(join(work, "s3.json"), JSON.stringify({ identities: [owner, { name: "anonymous", actions: ["Read:site"] }] }));
  mkdirSync(join(work, "data"));
  const child = spawnWeed(work, ports, "site");
  await until(() => fetch(`${origin}/site/`).then(({ status }) => status < 500, () => false), "SeaweedFS is ready", 60_000);
  return {
    origin,
    /** Puts a site in it, without twins; as another program would. */
    async lay(site) {
      for (const [path, bytes] of Object.entries(filesOf(site)).filter(([path]) => !/\.(br|gz)$|^\.beginspraak/.test(path))) {
        const form = new FormData();
        form.set("file", new Blob([bytes], { type: path.endsWith(".html") ? "text/html" : path.endsWith(".js") ? "text/javascript" : path.endsWith(".wasm") ? "application/wasm" : "" }), path.split("/").at(-1));
        const answer = await fetch(filer + path, { method: "POST", body: form });
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      }
    },
    stop: () => ended(child),
  };
}

/** Starts the server on these ports, with what it had. */
function spawnWeed(work, ports, bucket, more = []) {
  const fixed = ARGUMENTS.replace("reacties", bucket).replaceAll("{folder}", work).replace(/\{port-(\d)\}/g, (_, n) => ports[n]).trim().split("\n");
  const log = openSync(join(work, "log"), "a");
  const child = spawn(WEED, ["mini", ...fixed, ...more], { stdio: ["ignore", log, log] });
  child.on("error", (error) => { throw new Error(`${WEED}: ${error.message}. Run \`cargo xtask setup\` once.`); });
  return child;
}

/** Pulls its plug. */
async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGKILL");
  await gone;
}

/** Starts it; `readers` is the origin that may read its answers. */
export async function startBucket({ readers = "*" } = {}) {
  const work = mkdtempSync(join(process.env.BEGINSPRAAK_TEST_WORK, "bucket-"));
  const ports = await freePorts(10);
  const origin = `http://127.0.0.1:${ports[0]}`;
  const place = ["--bucket", "reacties", "--prefix", "in", "--endpoint-url"];
  const explained = await command("sign-intake", ...place, origin, "--explain", "seaweedfs");
  writeFileSync(join(work, "s3.json"), explained.match(/<<'JSON'\n(.*?)\nJSON/s)[1]);
  mkdirSync(join(work, "data"));
  const bucket = {
    origin,
    readers,
    /** Starts the server, with what it had. */
    async start() {
      this.child = spawnWeed(work, ports, "reacties", [`-s3.allowedOrigins=${this.readers}`]);
      await until(() => this.gathered().then(() => true, () => false), `SeaweedFS is ready:\n${readFileSync(join(work, "log"), "utf8")}`, 60_000);
    },
    /** Pulls the plug. */
    stop() {
      return ended(this.child);
    },
    /** Signs for `site`; browsers post to `server`. */
    sign(site, { server = origin, more = [] } = {}) {
      return command("sign-intake", ...place, server, "--out", join(site, "intake.json"), ...more, { key: "intake-key" });
    },
    /** Every reaction in it, as staff would gather them. */
    async gathered() {
      const folder = mkdtempSync(join(work, "gathered-"));
      await command("gather", "--from", "s3://reacties/in", "--endpoint-url", origin, "--to", folder, { key: "gather-key" });
      return reactionsIn(folder);
    },
  };
  await bucket.start();
  return bucket;
}
