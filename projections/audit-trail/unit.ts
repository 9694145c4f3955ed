import { same } from '#event-sourcing/codes';
import { unitEvents } from '#municipality';
import { quotedName } from './norwegian.js';
import { wordingsOf } from './wording.js';

interface InBoth {
  readonly nb: unknown;
  readonly nn: unknown;
}
const inBoth = {
  words: { name: ({ nb, nn }: InBoth) => [quotedName(nb, 0), quotedName(nn, 1)] as const },
  tells: ['nb', 'nn'],
};

/** What became of a unit of the register. */
export const unitWordings = wordingsOf(
  unitEvents,
  {
    UnitEstablished: {
      title: ['Enhet opprettet', 'Eining oppretta'],
      nb: 'Enheten <name> ble opprettet {establishedOn}[, under {parent}].',
      nn: 'Eininga <name> vart oppretta {establishedOn}[, under {parent}].',
      ...inBoth,
    },
    UnitRenamed: {
      title: ['Nytt navn', 'Nytt namn'],
      nb: 'Enheten heter <name> fra {renamedOn}.',
      nn: 'Eininga heiter <name> frå {renamedOn}.',
      ...inBoth,
    },
    UnitLeaderNamed: {
      title: ['Ny leder', 'Ny leiar'],
      nb: '{leaderId} leder enheten fra {leadsFrom}.',
      nn: '{leaderId} leier eininga frå {leadsFrom}.',
    },
    UnitMovedUnder: {
      title: ['Flyttet i organisasjonen', 'Flytta i organisasjonen'],
      nb: 'Enheten [ligger under {parent}|ligger øverst] fra {movedOn}.',
      nn: 'Eininga [ligg under {parent}|ligg øvst] frå {movedOn}.',
    },
    UnitMergedInto: {
      title: ['Slått sammen med en annen enhet', 'Slått saman med ei anna eining'],
      nb: 'Enheten ble {mergedOn} slått sammen med {into}, som overtok.',
      nn: 'Eininga vart {mergedOn} slått saman med {into}, som tok over.',
    },
    UnitEnded: {
      title: ['Enhet avsluttet', 'Eining avslutta'],
      nb: 'Enheten ble avsluttet {endedOn}.',
      nn: 'Eininga vart avslutta {endedOn}.',
    },
  },
  // What the fields are called where a correction names them.
  {
    unit: same('kode'),
    nb: ['navn på bokmål', 'namn på bokmål'],
    nn: ['navn på nynorsk', 'namn på nynorsk'],
    parent: ['ligger under', 'ligg under'],
    establishedOn: ['dato for opprettelsen', 'dato for opprettinga'],
    renamedOn: ['heter det fra', 'heiter det frå'],
    leaderId: ['leder', 'leiar'],
    leadsFrom: ['leder fra', 'leiar frå'],
    movedOn: ['dato for flyttingen', 'dato for flyttinga'],
    into: ['hvem som overtok', 'kven som tok over'],
    mergedOn: ['dato for sammenslåingen', 'dato for samanslåinga'],
    endedOn: same('dato for slutten'),
  },
);
