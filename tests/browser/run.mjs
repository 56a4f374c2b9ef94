// Runs the stories: `node run.mjs`, or `node run.mjs offline keyboard` for those with a word in their file's name.
// With --engines first, those that are told in Firefox and WebKitGTK too.
//
// Needs BEGINSPRAAK_BIN (the native command), BEGINSPRAAK_SITE (a finished site) and CHROMIUM; without them it looks
// where `cargo xtask` leaves them. BEGINSPRAAK_SHOTS=DIR keeps a picture of every state that is looked at.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "node:test";
import { publish } from "./helpers/site.mjs";

const words = process.argv.slice(2);
const folder = join(import.meta.dirname, words[0] === "--engines" ? words.shift().slice(2) : "stories");
const wanted = (name) => words.length === 0 || words.some((word) => name.includes(word));
const files = readdirSync(folder).filter((name) => name.endsWith(".mjs") && wanted(name)).map((name) => join(folder, name));

const started = Date.now();
const work = mkdtempSync(join(tmpdir(), "beginspraak-stories-"));
const failed = [];
const skipped = [];
let passed = 0;
try {
  // One site for all stories, made from the example content with its dates moved to around today.
  process.env.BEGINSPRAAK_TEST_SITE ??= await publish(join(work, "site"));
  process.env.BEGINSPRAAK_TEST_WORK = work;
  await new Promise((done, wrong) => {
    const results = run({ files, concurrency: 2, timeout: 300_000 });
    results.on("test:pass", (told) => {
      if (!leaf(told)) return;
      if (told.skip) return skipped.push(told) && tell(`– skipped, ${told.skip}:`, told);
      passed += 1;
      tell("✓", told);
    });
    results.on("test:fail", (told) => leaf(told) && failed.push(told) && tell("✗", told));
    results.on("test:stderr", ({ message }) => process.stderr.write(message));
    results.on("test:stdout", ({ message }) => process.stdout.write(message));
    results.once("end", done);
    // Without somebody reading, the results never end.
    results.resume();
    results.once("error", wrong);
  });
} finally {
  rmSync(work, { recursive: true, force: true });
}

for (const { name, file, details } of failed) {
  const error = details.error?.cause ?? details.error;
  console.log(`\n✗ ${name}\n  ${file ?? ""}\n${String(error?.stack ?? error).replace(/^/gm, "    ")}`);
}
const seconds = Math.round((Date.now() - started) / 1000);
const count = `${passed} ${passed === 1 ? "story" : "stories"}`;
console.log(`\n${count} passed, ${failed.length} failed, ${skipped.length ? `${skipped.length} skipped, ` : ""}${seconds} s`);
// A browser test that found nothing to run has not shown anything.
process.exit(failed.length > 0 || passed === 0 ? 1 : 0);

/** Node tells about each file as if it were a test; only a file that broke before its stories is one. */
function leaf({ name, details, nesting }) {
  const file = files.some((path) => path === name || path.endsWith(name));
  return nesting === 0 && (!file || (details.error && details.error.failureType !== "subtestsFailed"));
}

function tell(mark, { name, details }) {
  console.log(`${mark} ${name} (${(details.duration_ms / 1000).toFixed(1)} s)`);
}
