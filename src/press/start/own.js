// In each page of a site under a path: all sites of an origin once kept what they keep in one database. What is this site's own
// moves to its own, before an app looks there. A higher version is that of a site at the root, which has it for itself.
(async () => {
  // Given up when the page is left, as an engine may keep that with its locks, and when something else does not let go.
  const bounded = (transaction) => {
    const stop = () => {
      try {
        transaction.abort();
      } catch {}
    };
    addEventListener("pagehide", stop);
    setTimeout(stop, 5000);
  };
  const open = (name, upgrade) => new Promise((done, wrong) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      bounded(request.transaction);
      upgrade(request);
    };
    request.onsuccess = () => done(request.result);
    request.onerror = (event) => wrong(event.preventDefault());
    setTimeout(wrong, 5000);
  });
  const end = (transaction) => new Promise((done, wrong) => {
    bounded(transaction);
    transaction.oncomplete = done;
    transaction.onabort = wrong;
  });
  const stores = ["drafts", "outbox", "sent"];
  const old = await open("%DATABASE%", ({ transaction }) => transaction.abort());
  const own = await open("%DATABASE%%PATH%", ({ result }) => stores.forEach((name) => result.createObjectStore(name)));
  try {
    for (const name of stores) {
      const from = old.transaction(name);
      const found = {};
      from.objectStore(name).openCursor().onsuccess = ({ target: { result } }) => {
        if (!result) return;
        let base;
        try {
          ({ base } = JSON.parse(result.value));
        } catch {}
        // What does not say whose it is goes to who comes first.
        if ((base ?? "%PATH%/") === "%PATH%/") found[result.key] = result.value;
        result.continue();
      };
      await end(from);
      const to = own.transaction(name, "readwrite", { durability: "strict" });
      // What is there already is newer. Then this stays where it is.
      for (const key in found) to.objectStore(name).add(found[key], key).onerror = (event) => delete found[key] && event.preventDefault();
      await end(to);
      const away = old.transaction(name, "readwrite");
      for (const key in found) away.objectStore(name).delete(key);
      await end(away);
    }
  } finally {
    old.close();
    own.close();
  }
})().catch(() => {}).then(() => {
%SCRIPT%});
