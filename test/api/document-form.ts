import type { Sending } from '../support/api-client.js';

/** A document as a form brings it, to be sent as it is. */
export async function documentForm(
  said: object,
  content: Uint8Array = Buffer.from('%PDF-1.7\nTestine Prøvesen'),
  type = 'application/pdf',
): Promise<Sending> {
  const form = new FormData();
  form.append('document', JSON.stringify(said));
  form.append('file', new Blob([content], { type }), 'skann.pdf');
  const whole = new Response(form);
  return {
    raw: new Uint8Array(await whole.arrayBuffer()),
    headers: { 'content-type': whole.headers.get('content-type') ?? '' },
  };
}
