import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface Certificate {
  /** PEM. */
  readonly cert: string;
  readonly key: string;
}

/** A certificate for this machine's loopback addresses, signed by itself: whoever trusts the file trusts the node, and nobody else. */
export function selfSigned(): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const toBeSigned = sequence(
    explicit(0, integer(Buffer.of(2))),
    // Positive, and without a leading zero.
    integer(Buffer.concat([Buffer.of(0x40), randomBytes(15)])),
    ecdsaWithSha256,
    name,
    sequence(time('20200101000000Z'), time('99991231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(subjectAltName)),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const der = sequence(toBeSigned, ecdsaWithSha256, value(0x03, Buffer.of(0), signature));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** Tag, length and content, as DER has it. */
function value(tag: number, ...content: readonly Buffer[]): Buffer {
  const whole = Buffer.concat(content);
  const { length } = whole;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), whole]);
}

const sequence = (...content: readonly Buffer[]) => value(0x30, ...content);
const integer = (bytes: Buffer) => value(0x02, bytes);
const explicit = (tag: number, content: Buffer) => value(0xa0 + tag, content);
const time = (text: string) => value(0x18, Buffer.from(text));
const objectId = (hex: string) => value(0x06, Buffer.from(hex, 'hex'));

/** 1.2.840.10045.4.3.2 */
const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'));
/** commonName, 2.5.4.3 */
const name = sequence(
  value(0x31, sequence(objectId('550403'), value(0x0c, Buffer.from('embedded-eventstore')))),
);
/** 2.5.29.17: DNS names have tag 2, addresses tag 7. */
const subjectAltName = sequence(
  objectId('551d11'),
  value(0x04, sequence(value(0x82, Buffer.from('localhost')), value(0x87, Buffer.of(127, 0, 0, 1)))),
);
