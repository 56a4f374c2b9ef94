// Sites to test with: the example content, published by the native command.
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");
/** Where publishing stops, as somebody may have made a mistake: a story that publishes again means what it does. */
const MEANT = "base,bundle,endpoint,consultation,feedback,revision";
/** The native command. */
export const BIN = process.env.BEGINSPRAAK_BIN ?? join(root, "target/debug/beginspraak");
/** The finished site, with the app in it. */
export const FINISHED = process.env.BEGINSPRAAK_SITE ?? join(root, "dist");

/** The day on which the example content's dates were chosen: on it, every consultation is open. */
const WRITTEN_ON = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;

/** A day as `2026-11-22`, this many days from now. */
export function day(fromNow = 0) {
  return new Date(Date.now() + fromNow * DAY).toISOString().slice(0, 10);
}

/**
 * Publishes the example content in `out`, with all its dates moved so that today is the day it was written for: the
 * stories tell the same in any year. `change(consultation)` may edit a consultation, or drop it by returning null;
 * `changeFeedback(feedback)` the same for what was told back.
 */
export async function publish(out, { base = "/", bundle = join(FINISHED, "assets"), change = (consultation) => consultation, changeSite = (site) => site, changeFeedback = (told) => told } = {}) {
  const content = `${out}-content`;
  mkdirSync(join(content, "consultations"), { recursive: true });
  for (const folder of ["places", "pictures"]) cpSync(join(root, "public/content", folder), join(content, folder), { recursive: true });
  const site = JSON.parse(readFileSync(join(root, "public/site.json"), "utf8"));
  if (site.theme) cpSync(join(root, "public", site.theme), join(content, site.theme));
  writeFileSync(join(content, "site.json"), JSON.stringify(changeSite(site)));
  const from = join(root, "public/content/consultations");
  const kept = new Set();
  for (const name of readdirSync(from)) {
    const changed = change(JSON.parse(moved(readFileSync(join(from, name), "utf8"))));
    if (!changed) continue;
    kept.add(changed.slug);
    writeFileSync(join(content, "consultations", name), JSON.stringify(changed));
  }
  // What was told back, with the same dates moved; the lookup files as they are.
  for (const name of readdirSync(join(root, "public/content/feedback"), { recursive: true }).filter((name) => name.endsWith(".json"))) {
    const file = join(content, "feedback", name);
    mkdirSync(join(file, ".."), { recursive: true });
    const told = changeFeedback(JSON.parse(moved(readFileSync(join(root, "public/content/feedback", name), "utf8"))));
    if (told && kept.has(told.slug)) writeFileSync(file, JSON.stringify(told));
  }
  cpSync(join(root, "public/content/trace"), join(content, "trace"), { recursive: true });
  // The finished site's own app, as its files are: nothing is compiled here.
  await command("publish", "--quick", "--content", content, "--out", out, "--base", base, "--bundle", bundle, "--anyway", MEANT);
  return out;
}

/** Runs the native command to its end; a last argument `{ key }` names the key of a bucket. */
export function command(...args) {
  const key = typeof args.at(-1) === "object" ? args.pop().key : undefined;
  const env = key ? { ...process.env, AWS_ACCESS_KEY_ID: key, AWS_SECRET_ACCESS_KEY: "CHANGE-ME" } : process.env;
  return new Promise((done, wrong) => {
    const child = spawn(BIN, args, { stdio: ["ignore", "pipe", "pipe"], env });
    let said = "";
    child.stdout.on("data", (data) => (said += data));
    child.stderr.on("data", (data) => (said += data));
    child.on("error", wrong);
    child.on("exit", (code) => (code === 0 ? done(said) : wrong(new Error(`beginspraak ${args.join(" ")}\n${said}`))));
  });
}

/** A copy of the stories' site, to damage. */
export function copy(out) {
  rmSync(out, { recursive: true, force: true });
  cpSync(process.env.BEGINSPRAAK_TEST_SITE, out, { recursive: true });
  return out;
}

/** Every page of a site, as paths. */
export function pages(site, under = "") {
  const here = existsSync(join(site, under, "index.html")) ? [`/${under}`] : [];
  const folders = readdirSync(join(site, under), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return here.concat(folders.flatMap((folder) => pages(site, `${under}${folder.name}/`)));
}

export function moved(text) {
  const days = Math.round((Math.floor(Date.now() / DAY) * DAY - WRITTEN_ON) / DAY);
  const move = (whole) => new Date(Date.parse(whole.slice(1, -1)) + days * DAY).toISOString().slice(0, 10);
  return text.replace(/"\d{4}-\d\d-\d\d"/g, (whole) => `"${move(whole)}"`);
}
