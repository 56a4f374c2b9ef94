// Gatherings as their hosts' devices keep them, made up: as many as one likes, in a file to put back.
import { zip } from "./zip.mjs";

const name = (...parts) => parts.map((part) => part.toString(16).padStart(8, "0")).join("").padEnd(24, "0").slice(0, 24);

/** The name of the gathering with this number. */
export const idOf = (number) => name(number + 1, 1);

/**
 * The files of a gathering. `said`: remarks with a kind, who said it, and the number of a stop; `stops`: each a name, and where
 * and when; `points`: with a sort, and what else they have.
 */
function gathering(number, { place, day, people, said, points, hosts, ask, about, stops = [], closed = false }) {
  const id = idOf(number), texts = [];
  const text = (is) => {
    const text = name(number + 1, 2, texts.length);
    texts.push(JSON.stringify({ text, is }));
    return text;
  };
  const deeds = [{ about: { about: about ? { consultation: about } : "listening" } }, { place: { text: text(place) } }, { day: { day } }, { people: { count: people } }];
  if (hosts) deeds.push({ hosts: { text: text(hosts) } });
  if (ask) deeds.push({ ask: { text: text(ask) } });
  const called = stops.map(([called, about], at) => {
    const stop = { stop: name(number + 1, 6, at), text: text(called), about: text(about) };
    deeds.push({ stop });
    return stop.text;
  });
  said.forEach(([words, kind, speaker, stop], at) => deeds.push({ note: {
    remark: name(number + 1, 3, at), text: text(words), kind, ...(speaker && { speaker: text(speaker) }), ...(stop !== undefined && { stop: called[stop] }),
  } }));
  points.forEach(({ sort, is, who, by, from, done, touchstone }, at) => {
    const point = name(number + 1, 4, at);
    deeds.push({ point: { point, sort, text: text(is), ...(who && { who: text(who) }), ...(by && { by }), ...(touchstone && { touchstone }), ...(from !== undefined && { from: [name(number + 1, 3, from)] }) } });
    if (done) deeds.push({ fulfil: { point, done: true } });
  });
  if (closed) deeds.push({ close: { closed } });
  const entry = { id: name(number + 1, 5), who: "Anna", at: 1_794_500_000_000 + number, after: [], do: deeds };
  return { [`gatherings/${id}/1.ndjson`]: Buffer.from(`${texts.join("\n")}\n`), [`gatherings/${id}/log/1.ndjson`]: Buffer.from(`${JSON.stringify(entry)}\n`) };
}

/** A back-up with all of these. */
export const backUpOf = (gatherings) => zip(Object.assign({}, ...gatherings.map((one, number) => gathering(number, one))));
