// Files that a desk made, or could have made: an evening of many remarks, a file of a newer release, one that is damaged.
import { crc32 } from "node:zlib";

/** A name as everything in a log has one: 12 bytes, here of a number. Where one practises, it begins with noughts. */
export const named = (number) => `a${number.toString(16).padStart(23, "0")}`;

/** A zip of these files, by path, in which nothing is made smaller; as what one chooses in a field for files. */
export function parcel(files, name = "werkplek.zip") {
  const [parts, directory] = [[], []];
  let at = 0;
  for (const [path, content] of Object.entries({ "desk.json": '{"format":"beginspraak.desk/1"}', ...files })) {
    const [named, bytes] = [Buffer.from(path), Buffer.from(content)];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(bytes.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(named.length, 22);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00"), about, where, named);
    parts.push(Buffer.from("PK\x03\x04"), about, named, bytes);
    at += 30 + named.length + bytes.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length / 4, 4);
  end.writeUInt16LE(directory.length / 4, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return { name, mimeType: "application/zip", buffer: Buffer.concat([...parts, list, Buffer.from("PK\x05\x06"), end]) };
}

/**
 * The files of a gathering in which `who` noted these remarks, one after the other; `first` is the number of its first name.
 * `after`: the entries that came before; `reword`: a remark and the words that it got.
 */
export function gathering(id, said, { place = "Dorpshuis Annen", who = "Anna", first = 1, at = Date.now(), after = [], reword } = {}) {
  const [texts, log] = [[], []];
  let next = first;
  const text = (is) => {
    texts.push(JSON.stringify({ text: named(next), is }));
    return named(next++);
  };
  const does = (deeds) => {
    const id = named(next++);
    log.push(JSON.stringify({ after, at, do: deeds, id, who }));
    after = [id];
  };
  if (place) does([{ about: { about: "listening" } }, { day: { day: new Date(at).toISOString().slice(0, 10) } }, { place: { text: text(place) } }]);
  if (reword) does([{ reword: { remark: reword[0], text: text(reword[1]) } }]);
  for (const words of said) does([{ note: { remark: named(next++), text: text(words), kind: "experience" } }]);
  return { [`gatherings/${id}/a.ndjson`]: `${texts.join("\n")}\n`, [`gatherings/${id}/log/a.ndjson`]: `${log.join("\n")}\n` };
}
