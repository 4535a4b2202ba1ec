/** Runs in the page: all text, attributes and values in all shadow roots, and whatever is stored. */
export async function everythingKept(): Promise<{ dom: string; storage: string[]; databases: string[] }> {
  const read = (node: Node): string[] => {
    if (node instanceof Text || node instanceof Comment) return [node.data];
    const own = node instanceof Element ? [...node.attributes].map(({ name, value }) => `${name}=${value}`) : [];
    const value = node instanceof HTMLInputElement ? [node.value] : [];
    const shadow = node instanceof Element && node.shadowRoot ? read(node.shadowRoot) : [];
    return [...own, ...value, ...shadow, ...[...node.childNodes].flatMap(read)];
  };
  const databases = await indexedDB.databases();
  return {
    dom: read(document).join('\n'),
    storage: [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage).map((entry) => entry.join('='))).concat(document.cookie),
    databases: databases.map(({ name = '' }) => name),
  };
}

/** Runs in the page: all records of all its databases, as far as they are data. */
export async function everythingInDatabases(): Promise<string> {
  const settle = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(String(request.error)));
  });
  const found: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await settle(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const records = database.transaction(store).objectStore(store);
      found.push(name, await settle(records.getAllKeys()), await settle(records.getAll()));
    }
    database.close();
  }
  return JSON.stringify(found);
}
