// A browser of our own, with a profile on the disk, that can be killed as a crash or an empty battery would.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { BROWSER } from "./story.mjs";

/** Starts it on a profile; `kill` ends it with everything that belongs to it. */
export async function start(profile) {
  const args = [...BROWSER.args, "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--no-first-run", "about:blank"];
  const child = spawn(BROWSER.executablePath, args, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  const lines = createInterface(child.stderr);
  const address = await new Promise((found, wrong) => {
    lines.on("line", (line) => line.startsWith("DevTools listening on ") && found(line.split(" ").at(-1)));
    child.on("exit", () => wrong(new Error("the browser did not start")));
  });
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  const page = context.pages()[0] ?? (await context.newPage());
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    process.kill(-child.pid, "SIGKILL");
    await ended;
    await browser.close().catch(() => {}); // The connection is broken; this only frees its memory.
  };
  return { page, kill };
}
