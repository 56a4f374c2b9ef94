// Gatherings as their hosts' devices keep them, made up: as many as one likes, in a file to put back.
import { zip } from "./zip.mjs";

const name = (...parts) => parts.map((part) => part.toString(16).padStart(8, "0")).join("").padEnd(24, "0").slice(0, 24);

/** The files of a gathering. `said`: remarks with a kind; `points`: with a sort, and what else they have. */
function gathering(number, { place, day, people, said, points }) {
  const id = name(number + 1, 1), texts = [];
  const text = (is) => {
    const text = name(number + 1, 2, texts.length);
    texts.push(JSON.stringify({ text, is }));
    return text;
  };
  const deeds = [{ about: { about: "listening" } }, { place: { text: text(place) } }, { day: { day } }, { people: { count: people } }];
  said.forEach(([words, kind, speaker], at) => deeds.push({ note: { remark: name(number + 1, 3, at), text: text(words), kind, ...(speaker && { speaker: text(speaker) }) } }));
  points.forEach(({ sort, is, who, by, from, done }, at) => {
    const point = name(number + 1, 4, at);
    deeds.push({ point: { point, sort, text: text(is), ...(who && { who: text(who) }), ...(by && { by }), ...(from !== undefined && { from: [name(number + 1, 3, from)] }) } });
    if (done) deeds.push({ fulfil: { point, done: true } });
  });
  const entry = { id: name(number + 1, 5), who: "Anna", at: 1_794_500_000_000 + number, after: [], do: deeds };
  return { [`gatherings/${id}/1.ndjson`]: Buffer.from(`${texts.join("\n")}\n`), [`gatherings/${id}/log/1.ndjson`]: Buffer.from(`${JSON.stringify(entry)}\n`) };
}

/** A back-up with all of these. */
export const backUpOf = (gatherings) => zip(Object.assign({}, ...gatherings.map((one, number) => gathering(number, one))));
