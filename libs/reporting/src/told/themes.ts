import type { Pair } from '#event-sourcing/codes';

interface Theme {
  readonly id: string;
  readonly name: Pair;
  /** In the order in which they are told; those of the unit's figures and those of the forum's tables. */
  readonly tables: readonly string[];
}

/** What a leader asks, first of all: who waits, how long, who has no coordinator, what it costs. */
export const themes: readonly Theme[] = [
  { id: 'WAITING', name: ['Hvem venter', 'Kven ventar'], tables: ['A7', 'A8', 'A9'] },
  { id: 'TIME', name: ['Hvor lenge', 'Kor lenge'], tables: ['D2', 'D1', 'D3', 'D4', 'D4P'] },
  {
    id: 'GAP',
    name: ['Hvem er uten koordinator', 'Kven er utan koordinator'],
    tables: ['GAP', 'G1', 'G2', 'C4'],
  },
  { id: 'COSTS', name: ['Hva koster', 'Kva kostar'], tables: ['E1', 'E2', 'E3', 'E4'] },
  {
    id: 'PLANS',
    name: ['Individuelle planer', 'Individuelle planar'],
    tables: ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P9', 'R1', 'R2', 'R3'],
  },
  {
    id: 'COORDINATORS',
    name: ['Koordinatorer', 'Koordinatorar'],
    tables: ['C1', 'C2', 'C3', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10'],
  },
  {
    id: 'CASES',
    name: ['Søknader og avgjørelser', 'Søknader og avgjerder'],
    tables: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A11'],
  },
  {
    id: 'COMPLAINTS',
    name: ['Klager og uenighet', 'Klager og usemje'],
    tables: ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'S1', 'S2'],
  },
  { id: 'MEETINGS', name: ['Møter', 'Møte'], tables: ['M1'] },
  {
    id: 'PARTICIPATION',
    name: ['Medvirkning', 'Medverknad'],
    tables: ['U5', 'U6', 'U3', 'U2', 'U4', 'U7', 'U1', 'U8', 'U9'],
  },
  {
    id: 'PROMISES',
    name: ['Avtaler rundt personene', 'Avtalar rundt personane'],
    tables: ['V2', 'V3', 'V1'],
  },
  {
    id: 'NATIONAL',
    name: ['Status til KOSTRA og KPR', 'Status til KOSTRA og KPR'],
    tables: ['N1', 'N2'],
  },
  {
    id: 'QUALITY',
    name: ['Det som mangler i registeret', 'Det som manglar i registeret'],
    tables: ['Q1', 'Q2', 'Q3'],
  },
];
