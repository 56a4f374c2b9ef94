// A work folder as a browser gives one. What lets one choose a folder can't be driven, so a folder of the browser's private
// file system stands in for it; all else is as it is.

export const NAME = "werkmap";

/** Choosing a folder gives that one, on every page from now on. */
export function standIn(page) {
  return page.addInitScript((name) => {
    window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
  }, NAME);
}

/** Every file in it, by path. What is not there yet, or goes while one looks, is not in it. */
export function files(page) {
  return page.evaluate(async (name) => {
    const all = {};
    const unlessGone = (error) => {
      if (error.name !== "NotFoundError") throw error;
    };
    // One that is being written at this moment is read once more.
    const read = async (handle) => {
      try {
        return await (await handle.getFile()).text();
      } catch (error) {
        if (error.name !== "NotReadableError") throw error;
        return read(handle);
      }
    };
    const look = async (folder, at) => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === "directory") await look(handle, `${at}${name}/`);
        else await read(handle).then((text) => (all[at + name] = text), unlessGone);
      }
    };
    const top = await (await navigator.storage.getDirectory()).getDirectoryHandle(name).catch(unlessGone);
    if (top) await look(top, "");
    return all;
  }, NAME);
}

/** Another program writes a file in it; `null` takes it away. */
export function write(page, path, text) {
  return page.evaluate(async ([name, path, text]) => {
    let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
    const parts = path.split("/");
    const file = parts.pop();
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    if (text === null) return folder.removeEntry(file);
    const writable = await (await folder.getFileHandle(file, { create: true })).createWritable();
    await writable.write(text);
    return writable.close();
  }, [NAME, path, text]);
}

/** Somebody takes the whole folder away. */
export function takeAway(page) {
  return page.evaluate(async (name) => (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true }), NAME);
}
