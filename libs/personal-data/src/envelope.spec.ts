import { randomBytes, webcrypto } from 'node:crypto';
import fc from 'fast-check';
import type { Sealed } from '#event-sourcing';
import { bodyMacOf, fieldKeyOf, openWithFieldKey, sealField } from './envelope.js';
import { DamagedField } from './errors.js';

const { subtle } = webcrypto;
const dataKey = Buffer.alloc(32, 7);
const place = { stream: 'case-1576.case-1', eventId: 'event-1', field: 'reason' };
const seal = (text: string, key = dataKey): Sealed => ({
  ...sealField(key, 'seat.key', { ...place, text }),
  ...place,
});

const openField = (sealed: Sealed, key: Buffer) => openWithFieldKey(sealed, fieldKeyOf(key, sealed));

/** Text as people and machines write it: any well-formed Unicode, also none. */
const anyText = fc.string({ unit: 'binary', maxLength: 300 });

describe('a sealed field', () => {
  it('opens to the text that was sealed', () => {
    fc.assert(fc.property(anyText, (text) => openField(seal(text), dataKey) === text));
  });

  it('is another envelope each time', () => {
    const [one, two] = [seal('Testine'), seal('Testine')];
    expect(one.nonce).not.toBe(two.nonce);
    expect(one.ciphertext).not.toBe(two.ciphertext);
  });

  it('does not tell short names apart by length', () => {
    const lengths = ['', 'Bo', 'Alexandra Prøvesen-Testesen'].map((text) => seal(text).ciphertext.length);
    expect(new Set(lengths).size).toBe(1);
    expect(seal('x'.repeat(32)).ciphertext.length).toBeGreaterThan(lengths[0] ?? 0);
  });

  it('opens at its own place only', () => {
    const sealed = seal('Testine');
    for (const moved of [
      { stream: 'case-1576.case-2' },
      { eventId: 'event-2' },
      { field: 'items.0.reason' },
    ]) {
      expect(() => openField({ ...sealed, ...moved }, dataKey)).toThrow(DamagedField);
    }
  });

  it('opens with its own key only', () => {
    fc.assert(
      fc.property(anyText, fc.uint8Array({ minLength: 32, maxLength: 32 }), (text, other) => {
        fc.pre(!dataKey.equals(other));
        expect(() => openField(seal(text), Buffer.from(other))).toThrow(DamagedField);
      }),
    );
  });

  it('does not open when any bit of nonce, ciphertext or commitment is changed', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('nonce', 'ciphertext', 'commitment'),
        fc.nat(),
        fc.nat(7),
        (text, part, at, bit) => {
          const sealed = seal(text);
          const bytes = Buffer.from(sealed[part], 'base64url');
          const index = at % bytes.length;
          bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
          expect(() => openField({ ...sealed, [part]: bytes.toString('base64url') }, dataKey)).toThrow(
            DamagedField,
          );
        },
      ),
    );
  });

  it.each(['nonce', 'ciphertext', 'commitment'] as const)(
    'does not open with a %s cut short, lengthened or respelled',
    (part) => {
      const sealed = seal('Testine');
      const text = sealed[part];
      for (const changed of ['', text.slice(0, -4), `${text}AAAA`, `${text}=`, `${text}\n`]) {
        expect(() => openField({ ...sealed, [part]: changed }, dataKey)).toThrow(DamagedField);
      }
    },
  );

  it('cannot take the commitment or ciphertext of another field', () => {
    const [one, two] = [seal('Testine'), seal('Prøvesen')];
    expect(() => openField({ ...one, commitment: two.commitment }, dataKey)).toThrow(DamagedField);
    expect(() => openField({ ...one, ciphertext: two.ciphertext }, dataKey)).toThrow(DamagedField);
    expect(() => openField({ ...one, nonce: two.nonce }, dataKey)).toThrow(DamagedField);
  });

  it('names where it stands when it does not open, and nothing that it holds', () => {
    expect.assertions(3);
    try {
      openField({ ...seal('Testine Prøvesen'), field: 'elsewhere' }, dataKey);
    } catch (error) {
      expect(String(error)).toContain('case-1576.case-1');
      expect(String(error)).toContain('elsewhere');
      expect(String(error)).not.toContain('Testine');
    }
  });

  it('refuses text that would not be read back as given', () => {
    expect(() => seal('half \uD83D')).toThrow(RangeError);
  });

  it('opens alone with its field key, which opens no other', () => {
    const sealed = seal('Testine');
    const key = fieldKeyOf(dataKey, place);
    expect(openWithFieldKey(sealed, key)).toBe('Testine');
    const neighbour = { ...place, field: 'other' };
    const other: Sealed = {
      ...sealField(dataKey, 'seat.key', { ...neighbour, text: 'Annet' }),
      ...neighbour,
    };
    expect(() => openWithFieldKey(other, key)).toThrow(DamagedField);
    expect(() => openWithFieldKey(sealed, randomBytes(32))).toThrow(DamagedField);
    expect(() => openWithFieldKey(sealed, Buffer.concat([key, Buffer.alloc(1)]))).toThrow(DamagedField);
  });

  it('opens by the published recipe', async () => {
    for (const text of ['', 'Testine Prøvesen', '🙂'.repeat(20)]) {
      expect(await openByRecipe(seal(text), dataKey)).toBe(text);
    }
  });

  // The layout is stored for ever: what this key opens today it opens in fifty years.
  it('opens as it was sealed in the first version', () => {
    const golden: Sealed = {
      v: 1,
      keyId: 'seat.key',
      nonce: 'yz-LhtWhICWFEKLv',
      ciphertext: 'lK8wj9pAgkxW3qbqLGy2aDeLlFZ321nrcmP-I__lJpYiBwFyj5c97O7Xm6e5Jhas',
      commitment: 'Ay9VQD73dTh4GxUtiJHlrI6JLY4lo_Yms5auamY8R44',
      ...place,
    };
    expect(openField(golden, dataKey)).toBe('Testine Prøvesen');
  });
});

/** Opens a field as docs/personal-data.md describes it, with nothing of ours. */
async function openByRecipe(sealed: Sealed, key: Buffer): Promise<string> {
  const { stream, eventId, field } = sealed;
  const utf8 = (...parts: string[]) => new TextEncoder().encode(JSON.stringify(parts));
  const [nonce, ciphertext, commitment] = [sealed.nonce, sealed.ciphertext, sealed.commitment].map(
    (part) => new Uint8Array(Buffer.from(part, 'base64url')),
  );
  const material = await subtle.importKey('raw', new Uint8Array(key), 'HKDF', false, ['deriveBits']);
  const info = utf8('samspor/field/v1', eventId, field);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  const fieldKey = await subtle.deriveBits(derivation, material, 256);

  const hmac = await subtle.importKey('raw', fieldKey, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const committed = Buffer.concat([
    utf8('samspor/commitment/v1', stream, eventId, field),
    nonce ?? new Uint8Array(),
    ciphertext ?? new Uint8Array(),
  ]);
  expect(await subtle.verify('HMAC', hmac, commitment ?? new Uint8Array(), new Uint8Array(committed))).toBe(
    true,
  );

  const aes = await subtle.importKey('raw', fieldKey, 'AES-GCM', false, ['decrypt']);
  const additionalData = utf8('samspor/field/v1', stream, eventId, field);
  const algorithm = { name: 'AES-GCM', iv: nonce ?? new Uint8Array(), additionalData };
  const plain = Buffer.from(await subtle.decrypt(algorithm, aes, ciphertext ?? new Uint8Array()));
  return plain.subarray(0, plain.lastIndexOf(0x80)).toString('utf8');
}

describe('a body MAC', () => {
  it('is the same for the same body and key, and another for any other', () => {
    fc.assert(
      fc.property(
        anyText,
        anyText,
        (one, two) => (bodyMacOf(dataKey, one) === bodyMacOf(dataKey, two)) === (one === two),
      ),
    );
    expect(bodyMacOf(dataKey, '{}')).not.toBe(bodyMacOf(Buffer.alloc(32, 8), '{}'));
  });

  it('is what it was in the first version', () => {
    expect(bodyMacOf(dataKey, '{"a":1}')).toBe(
      '7cb156c4c3c17351708ab22da0f0f049b8d4990a527b4e4e8a4e68a8929f4009',
    );
  });
});
