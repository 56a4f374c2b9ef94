// The real collector, one for each story, on a fresh folder and a free port.
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { reactionsIn } from "./gathered.mjs";
import { BIN, command } from "./site.mjs";

/** Starts a collector. `today` pins its day; `base` is what the site was published under; `proxied`: behind a host. */
export async function startCollector({ site = process.env.BEGINSPRAAK_TEST_SITE, today, base = "/", proxied } = {}) {
  const work = mkdtempSync(join(process.env.BEGINSPRAAK_TEST_WORK, "collector-"));
  const data = join(work, "data");
  const args = ["serve", "--site", site, "--data", data, "--listen", "127.0.0.1:0", "--rate-limit", "off"];
  if (proxied) args.push("--behind-proxy");
  const child = spawn(BIN, today ? [...args, "--today", today] : args, { stdio: ["ignore", "pipe", "pipe"] });
  let complaints = "";
  child.stderr.on("data", (data) => (complaints += data));
  const origin = await new Promise((found, wrong) => {
    child.on("error", wrong);
    child.on("exit", () => wrong(new Error(`the collector did not start:\n${complaints}`)));
    createInterface(child.stdout).once("line", (line) => found(line.replace("listening on ", "")));
  });
  return {
    origin,
    url: origin + base.slice(0, -1),
    data,
    /** What it says it has stored. */
    async stored() {
      const health = await fetch(`${origin}${base}api/health`);
      return (await health.json()).stored;
    },
    /** Every reaction it holds, as staff would gather them. */
    async gathered() {
      const folder = join(work, "gathered");
      await command("gather", "--from", data, "--to", folder);
      return reactionsIn(folder);
    },
    async stop() {
      if (child.exitCode !== null) return;
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** The value of an answer in a gathered reaction. */
export function answer(reaction, question) {
  return reaction.answers.find((answer) => answer.question === question)?.value;
}
