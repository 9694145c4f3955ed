import { readReceipt, UnfitReceipt } from './receipt.js';

const archivedAs = '2f0c5a52-3b1c-5d5e-9c55-0a7f5f3a1576';
const ns =
  'xmlns="https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/arkivmelding/opprett/kvittering/v1"';
const receipt = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><arkivmeldingKvittering ${ns}>${inside}</arkivmeldingKvittering>`;
const entry = (systemId: string) =>
  `<registreringKvittering><systemID>${systemId}</systemID></registreringKvittering>`;

describe('a receipt of the archive', () => {
  it.each([
    ['names the entry', receipt(entry(archivedAs)), { kind: 'ARCHIVED', archivedAs }],
    [
      'names the entry, beside the case file',
      receipt(
        `<mappeKvittering><systemID>${archivedAs.replace('2', '3')}</systemID></mappeKvittering>${entry(archivedAs)}`,
      ),
      { kind: 'ARCHIVED', archivedAs },
    ],
    [
      'has prefixes of its own',
      `<k:arkivmeldingKvittering xmlns:k="urn:k"><k:registreringKvittering><k:systemID>${archivedAs.toUpperCase()}</k:systemID></k:registreringKvittering></k:arkivmeldingKvittering>`,
      { kind: 'ARCHIVED', archivedAs },
    ],
    ['says that the entry failed', receipt('<registreringFeilet/>'), { kind: 'FAILED', cause: 'REFUSED' }],
    [
      'says that the case file failed',
      receipt(`<mappeFeilet/>${entry(archivedAs)}`),
      { kind: 'FAILED', cause: 'REFUSED' },
    ],
    ['says that the message is unfit', '<ugyldigforespoersel/>', { kind: 'FAILED', cause: 'REFUSED' }],
    ['says that something is not found', '<ikkefunnet/>', { kind: 'FAILED', cause: 'NOT_FOUND' }],
    ['says that the archive failed', '<serverfeil/>', { kind: 'FAILED', cause: 'ARCHIVE_FAULT' }],
  ])('%s', (_, xml, said) => expect(readReceipt(xml)).toEqual(said));

  it.each([
    ['is empty', ''],
    ['is no XML', 'ok'],
    ['breaks off', receipt(entry(archivedAs)).slice(0, -30)],
    ['is something else', '<arkivmelding/>'],
    ['is called as what every object has', '<constructor/>'],
    ['is called as what every object comes from', '<__proto__/>'],
    ['names no entry', receipt('')],
    [
      'names the case file alone',
      receipt(`<mappeKvittering><systemID>${archivedAs}</systemID></mappeKvittering>`),
    ],
    ['names the entry by no id', receipt(entry('17'))],
    ['declares entities', `<!DOCTYPE a [<!ENTITY b "c">]>${receipt(entry(archivedAs))}`],
    ['nests without end', '<a>'.repeat(10_000)],
  ])('that %s is none', (_, xml) => expect(() => readReceipt(xml)).toThrow(UnfitReceipt));
});
