/** What this browser keeps of half-written forms: encrypted under a key that the session alone can fetch. */

const prefix = 'samspor.draft.';
const encoder = new TextEncoder();

const toText = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
const fromUrlSafe = (key: string) => toBytes(key.replaceAll('-', '+').replaceAll('_', '/'));

const aesKey = (draftKey: string) =>
  crypto.subtle.importKey('raw', fromUrlSafe(draftKey), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** The id of a draft: the same for the same person and form, and tells nothing of either. */
export async function draftIdOf(draftKey: string, name: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(`${draftKey} ${name}`)));
  const hex = Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = '89ab'.charAt((digest[8] ?? 0) & 3);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20),
  ].join('-');
}

const placeOf = (id: string) => prefix + id;

const longestMs = 7 * 24 * 3_600_000;
const isOld = (kept: string) => Date.now() - Number(kept.split('.')[0]) > longestMs;

/** What was kept a week ago is gone, as with the server. */
function removeOld(): void {
  for (const key of Object.keys(localStorage).filter((one) => one.startsWith(prefix))) {
    if (isOld(localStorage.getItem(key) ?? '0')) localStorage.removeItem(key);
  }
}
removeOld();

export async function keepInBrowser(draftKey: string, id: string, value: unknown): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    await aesKey(draftKey),
    encoder.encode(JSON.stringify(value)),
  );
  localStorage.setItem(placeOf(id), [Date.now(), toText(iv), toText(new Uint8Array(sealed))].join('.'));
}

/** Undefined where nothing is kept, or what is kept is somebody else's. */
export async function findInBrowser<T>(draftKey: string, id: string): Promise<T | undefined> {
  const kept = localStorage.getItem(placeOf(id));
  const [, iv, sealed] = kept === null || isOld(kept) ? [] : kept.split('.');
  if (iv === undefined || sealed === undefined) return undefined;
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: toBytes(iv) },
      await aesKey(draftKey),
      toBytes(sealed),
    );
    return JSON.parse(new TextDecoder().decode(opened)) as T;
  } catch {
    return undefined;
  }
}

export function dropInBrowser(id: string): void {
  localStorage.removeItem(placeOf(id));
}
