// What stands in a work folder.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Every reaction in a work folder, in the order in which they were sent. */
export function reactionsIn(folder) {
  const work = join(folder, "work");
  if (!existsSync(work)) return [];
  const files = readdirSync(work).flatMap((slug) => readdirSync(join(work, slug)).map((name) => join(work, slug, name)));
  const lines = files.filter((file) => file.endsWith(".ndjson")).flatMap((file) => readFileSync(file, "utf8").trim().split("\n"));
  const reactions = lines.map((line) => JSON.parse(line).reaction);
  return reactions.sort((a, b) => (a.id < b.id ? -1 : 1));
}
