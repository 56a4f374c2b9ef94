// Outbox items as release 1 stores them, made without the app: what one release stored, the next must read (promise 10).
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const FIXTURE = readFileSync(join(import.meta.dirname, "../fixtures/outbox-item-1.json"), "utf8");

/** A stored item with this text, as `[key, text]`. */
export function item(text, { id = reactionId() } = {}) {
  const stored = JSON.parse(FIXTURE);
  const envelope = JSON.parse(stored.copy.envelope);
  envelope.reaction.id = id;
  envelope.reaction.answers.find((answer) => answer.question === "gehoord").value = text;
  stored.copy.id = id;
  stored.copy.envelope = JSON.stringify(envelope);
  return [id, JSON.stringify(stored)];
}

/** A UUID of version 7. */
export function reactionId() {
  const digits = Date.now().toString(16).padStart(12, "0") + randomBytes(10).toString("hex");
  const whole = `${digits.slice(0, 12)}7${digits.slice(13, 16)}8${digits.slice(17)}`;
  return whole.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
