/** What this browser keeps of half-written forms: encrypted under a key that the session alone can fetch. */

const prefix = 'samspor.draft.';
const encoder = new TextEncoder();

const toText = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
const fromUrlSafe = (key: string) => toBytes(key.replaceAll('-', '+').replaceAll('_', '/'));

const aesKey = (draftKey: string) =>
  crypto.subtle.importKey('raw', fromUrlSafe(draftKey), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** Tells nothing of what it is of, nor to whom it belongs. */
async function placeOf(draftKey: string, name: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(`${draftKey} ${name}`));
  return prefix + toText(new Uint8Array(digest));
}

export async function keep(draftKey: string, name: string, value: unknown): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    await aesKey(draftKey),
    encoder.encode(JSON.stringify(value)),
  );
  localStorage.setItem(await placeOf(draftKey, name), `${toText(iv)}.${toText(new Uint8Array(sealed))}`);
}

/** Undefined where nothing is kept, or what is kept is somebody else's. */
export async function kept<T>(draftKey: string, name: string): Promise<T | undefined> {
  const [iv, sealed] = localStorage.getItem(await placeOf(draftKey, name))?.split('.') ?? [];
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

export async function forget(draftKey: string, name: string): Promise<void> {
  localStorage.removeItem(await placeOf(draftKey, name));
}
