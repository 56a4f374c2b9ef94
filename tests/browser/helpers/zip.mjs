// Folders as zips and back, as other programs make them.
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

/** Every file of a folder by its path in it, with its bytes. */
export function filesOf(folder) {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile()).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

/** A zip of files by path, made smaller. */
export function zip(files) {
  const parts = [], list = [];
  let at = 0;
  for (const [path, bytes] of Object.entries(files)) {
    const name = Buffer.from(path), data = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0); head.writeUInt16LE(0x800, 2); head.writeUInt16LE(8, 4); head.writeUInt32LE(0x21 << 16, 6);
    head.writeUInt32LE(crc32(bytes), 10); head.writeUInt32LE(data.length, 14); head.writeUInt32LE(bytes.length, 18); head.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from("PK\x03\x04"), head, name, data);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    list.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), head, rest, name);
    at += 30 + name.length + data.length;
  }
  const central = Buffer.concat(list), end = Buffer.alloc(18), count = Object.keys(files).length;
  end.writeUInt16LE(count, 4); end.writeUInt16LE(count, 6); end.writeUInt32LE(central.length, 8); end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, central, Buffer.from("PK\x05\x06"), end]);
}

/** The files in a zip by path. */
export function unzip(bytes) {
  const end = bytes.lastIndexOf("PK\x05\x06");
  const files = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const path = bytes.toString("utf8", at + 46, at + 46 + name), local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    files[path] = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : Buffer.from(data);
    at += 46 + name + extra + comment;
  }
  return files;
}

/** Puts files by path in a folder. */
export function lay(folder, files) {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
