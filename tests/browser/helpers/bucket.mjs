// A real bucket: SeaweedFS on free ports, with the rights that `sign-intake --explain` prints.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { reactionsIn } from "./gathered.mjs";
import { freePorts } from "./ports.mjs";
import { command } from "./site.mjs";
import { until } from "./story.mjs";

const CACHE = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
const TOOLS = process.env.BEGINSPRAAK_TOOLS || join(CACHE, "beginspraak/tools");
const WEED = process.env.WEED || join(TOOLS, "seaweedfs-4.48/bin/weed");
const ARGUMENTS = readFileSync(new URL("../../bucket/weed-mini.txt", import.meta.url), "utf8");

/** Starts it; `readers` is the origin that may read its answers. */
export async function startBucket({ readers = "*" } = {}) {
  const work = mkdtempSync(join(process.env.BEGINSPRAAK_TEST_WORK, "bucket-"));
  const ports = await freePorts(10);
  const origin = `http://127.0.0.1:${ports[0]}`;
  const place = ["--bucket", "reacties", "--prefix", "in", "--endpoint-url"];
  const explained = await command("sign-intake", ...place, origin, "--explain", "seaweedfs");
  writeFileSync(join(work, "s3.json"), explained.match(/<<'JSON'\n(.*?)\nJSON/s)[1]);
  mkdirSync(join(work, "data"));
  const fixed = ARGUMENTS.replaceAll("{folder}", work).replace(/\{port-(\d)\}/g, (_, n) => ports[n]).trim().split("\n");
  const log = openSync(join(work, "log"), "a");
  const bucket = {
    origin,
    readers,
    /** Starts the server, with what it had. */
    async start() {
      const args = ["mini", ...fixed, `-s3.allowedOrigins=${this.readers}`];
      this.child = spawn(WEED, args, { stdio: ["ignore", log, log] });
      this.child.on("error", (error) => { throw new Error(`${WEED}: ${error.message}. Run \`cargo xtask setup\` once.`); });
      await until(() => this.gathered().then(() => true, () => false), `SeaweedFS is ready:\n${readFileSync(join(work, "log"), "utf8")}`, 60_000);
    },
    /** Pulls the plug. */
    async stop() {
      if (this.child.exitCode !== null || this.child.signalCode !== null) return;
      const ended = new Promise((done) => this.child.once("exit", done));
      this.child.kill("SIGKILL");
      await ended;
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
