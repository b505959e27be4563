import { storage } from 'wxt/utils/storage';

const ids = storage.defineItem<Record<string, string>>('local:packIds', { fallback: {} });

/** The id of packs of a name: whoever has one already gets the next one in its place. */
export async function packId(name: string): Promise<string> {
  const known = new Map(Object.entries(await ids.getValue()));
  const id = known.get(name) ?? crypto.randomUUID();
  await ids.setValue(Object.fromEntries(known.set(name, id)));
  return id;
}
