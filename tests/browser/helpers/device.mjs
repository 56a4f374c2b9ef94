// What stands in the browser's storage, read and written behind the app's back.

/** Everything stored in the database with this name: for each store its keys with their texts. Call it on any page of the site. */
export function stored(page, name = "beginspraak") {
  return page.evaluate(async (named) => {
    const wait = (request) => new Promise((done, wrong) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => wrong(request.error);
    });
    const all = { drafts: {}, outbox: {}, sent: {} };
    if (!(await indexedDB.databases()).some(({ name }) => name === named)) return all;
    const database = await wait(indexedDB.open(named));
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      const [keys, values] = [await wait(store.getAllKeys()), await wait(store.getAll())];
      all[name] = Object.fromEntries(keys.map((key, at) => [key, values[at]]));
    }
    database.close();
    return all;
  }, name);
}

/** Writes texts, as an earlier or later release of the site would have left them: `{ store: { key: text } }`. */
export function store(page, texts) {
  return page.evaluate(async (texts) => {
    // Version 1 where there is none yet, as release 1 made it.
    const request = indexedDB.open("beginspraak");
    request.onupgradeneeded = () => {
      for (const name of ["drafts", "outbox", "sent"]) request.result.createObjectStore(name);
    };
    const database = await new Promise((done, wrong) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => wrong(request.error);
    });
    const transaction = database.transaction(Object.keys(texts), "readwrite");
    for (const [name, entries] of Object.entries(texts)) {
      for (const [key, text] of Object.entries(entries)) transaction.objectStore(name).put(text, key);
    }
    await new Promise((done, wrong) => {
      transaction.oncomplete = done;
      transaction.onabort = () => wrong(transaction.error);
    });
    database.close();
  }, texts);
}

/** Holds all that the device keeps from a page: nobody else reads or writes it before `letGo`. */
export function hold(page) {
  return page.evaluate(() => new Promise((held, wrong) => {
    const request = indexedDB.open("beginspraak");
    request.onerror = () => wrong(request.error);
    request.onsuccess = () => {
      const transaction = request.result.transaction(["drafts", "outbox", "sent"], "readwrite");
      const on = () => {
        held();
        if (!window.letGo) transaction.objectStore("drafts").get("-").onsuccess = on;
      };
      transaction.objectStore("drafts").get("-").onsuccess = on;
    };
  }));
}

export function letGo(page) {
  return page.evaluate(() => {
    window.letGo = true;
  });
}
