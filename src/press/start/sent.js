// On the page that says that a plain form has arrived: of what this device still keeps as a draft, only what was not in it stays.
const [database, slug, sent] = JSON.parse(document.getElementById("sent").textContent);
const empty = (drafts) => {
  // An engine may keep a page that is left, with its locks.
  addEventListener("pagehide", () => {
    try {
      drafts.transaction.abort();
    } catch {}
  });
  drafts.get(slug).onsuccess = ({ target }) => {
    let record;
    try {
      record = JSON.parse(target.result);
    } catch {}
    if (record?.format !== "%FORMAT%") return;
    record.draft = record.draft.filter(([name, value]) => !sent.some(([field, text]) => field === name && text === value));
    drafts.put(JSON.stringify(record), slug);
    drafts.transaction.commit?.();
  };
};
// Where nothing is kept, there is nothing to empty.
try {
  const request = indexedDB.open(database);
  request.onupgradeneeded = () => request.transaction.abort();
  request.onerror = (event) => event.preventDefault();
  request.onsuccess = () => {
    const { result } = request;
    if (result.objectStoreNames.contains("drafts")) empty(result.transaction("drafts", "readwrite").objectStore("drafts"));
    result.close();
  };
} catch {}
