import { createRequire } from 'node:module';
import { signedHeaders } from './signature.js';

interface Verifier {
  verify(body: string, headers: Record<string, string>): unknown;
}
/** The reference library of Standard Webhooks, as receivers use it. */
const { Webhook } = createRequire(import.meta.url)('standardwebhooks') as {
  readonly Webhook: new (secret: string) => Verifier;
};
const text = (secret: Uint8Array) => `whsec_${Buffer.from(secret).toString('base64')}`;
const [first, second, third] = [1, 2, 3].map((fill) => Buffer.alloc(32, fill)) as [Buffer, Buffer, Buffer];
const message = { id: '5b1d1a52.1', at: Date.now(), body: '{"navn":"Æ","n":1}' };

describe('a signature', () => {
  it('is the one of the specification', () => {
    const secret = Buffer.from('plJ3nmyCDGBKInavdOK15jsl', 'base64');
    const body = '{"event_type":"ping","data":{"success":true}}';
    const headers = signedHeaders([secret], { id: 'msg_loFOjxBNrRLzqYUf', at: 1_731_705_121_000, body });
    expect(headers).toEqual({
      'webhook-id': 'msg_loFOjxBNrRLzqYUf',
      'webhook-timestamp': '1731705121',
      'webhook-signature': 'v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=',
    });
  });

  it('is believed by whoever has one of the secrets that hold, and by nobody else', () => {
    const headers = signedHeaders([first, second], message);
    for (const secret of [first, second]) {
      expect(new Webhook(text(secret)).verify(message.body, headers)).toEqual({ navn: 'Æ', n: 1 });
    }
    expect(() => new Webhook(text(third)).verify(message.body, headers)).toThrow('No matching signature');
  });

  it('is of this body, this id and this time', () => {
    const headers = signedHeaders([first], message);
    const receiver = new Webhook(text(first));
    expect(() => receiver.verify(message.body.replace('1', '2'), headers)).toThrow();
    expect(() => receiver.verify(message.body, { ...headers, 'webhook-id': 'another' })).toThrow();
    const late = signedHeaders([first], { ...message, at: Date.now() - 3_600_000 });
    expect(() => receiver.verify(message.body, late)).toThrow('too old');
  });
});
