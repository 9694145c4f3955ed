import { type CodeList, codeList, type Pair } from '#event-sourcing/codes';

/** A section, a regulation or a guideline that municipalities' papers cite, by the name that it bore. */
export interface LawReference {
  readonly words: Pair;
  /** The first and the last day on which it is in force under that name; absent where the day is not known, or none is set. */
  readonly from?: string;
  readonly to?: string;
  /** What is cited instead since. */
  readonly replacedBy?: readonly string[];
}

const since2012 = '2012-01-01';
const until2012 = '2011-12-31';
/** Coordinator and child coordinator as rights of their own. */
const since2022 = '2022-08-01';

/** Under old and new names (A13, F28). Dated data: what decisions may rest on when is `legal-bases.ts` of casework. */
export const lawReferences: Readonly<Record<string, LawReference>> = {
  KHL_6_2A: {
    words: ['kommunehelsetjenesteloven § 6-2 a', 'kommunehelsetenestelova § 6-2 a'],
    to: until2012,
    replacedBy: ['HOL_7_1'],
  },
  PASRL_2_5: {
    words: ['pasientrettighetsloven § 2-5', 'pasientrettslova § 2-5'],
    to: until2012,
    replacedBy: ['PBRL_2_5', 'PBRL_2_5B', 'PBRL_2_5C'],
  },
  SOTJL_1991_4_3A: {
    words: ['sosialtjenesteloven (1991) § 4-3 a', 'sosialtenestelova (1991) § 4-3 a'],
    to: '2009-12-31',
    replacedBy: ['SOTJL_28'],
  },
  BVL_1992_3_2A: {
    words: ['barnevernloven (1992) § 3-2 a', 'barnevernlova (1992) § 3-2 a'],
    replacedBy: ['BVL_15_9'],
  },
  FORSKRIFT_2004: {
    words: ['forskrift om individuell plan (2004)', 'forskrift om individuell plan (2004)'],
    replacedBy: ['FORSKRIFT_2011'],
  },
  FORSKRIFT_2011: {
    words: [
      'forskrift om habilitering og rehabilitering, individuell plan og koordinator, delen om individuell plan',
      'forskrift om habilitering og rehabilitering, individuell plan og koordinator, delen om individuell plan',
    ],
    replacedBy: ['FORSKRIFT_2022'],
  },
  VEILEDER_IS_1253: {
    words: [
      'veileder til forskrift om individuell plan (IS-1253)',
      'rettleiar til forskrift om individuell plan (IS-1253)',
    ],
    replacedBy: ['VEILEDER'],
  },
  VEILEDER_2015: {
    words: [
      'veileder om rehabilitering, habilitering, individuell plan og koordinator (2015)',
      'rettleiar om rehabilitering, habilitering, individuell plan og koordinator (2015)',
    ],
    replacedBy: ['VEILEDER'],
  },
  HOL_7_1: {
    words: ['helse- og omsorgstjenesteloven § 7-1', 'helse- og omsorgstenestelova § 7-1'],
    from: since2012,
  },
  HOL_7_2: {
    words: ['helse- og omsorgstjenesteloven § 7-2', 'helse- og omsorgstenestelova § 7-2'],
    from: since2012,
  },
  HOL_7_2A: {
    words: ['helse- og omsorgstjenesteloven § 7-2 a', 'helse- og omsorgstenestelova § 7-2 a'],
    from: since2022,
  },
  HOL_7_3: {
    words: ['helse- og omsorgstjenesteloven § 7-3', 'helse- og omsorgstenestelova § 7-3'],
    from: since2012,
  },
  PBRL_2_5: {
    words: ['pasient- og brukerrettighetsloven § 2-5', 'pasient- og brukarrettslova § 2-5'],
    from: since2012,
  },
  PBRL_2_5B: {
    words: ['pasient- og brukerrettighetsloven § 2-5 b', 'pasient- og brukarrettslova § 2-5 b'],
    from: since2022,
  },
  PBRL_2_5C: {
    words: ['pasient- og brukerrettighetsloven § 2-5 c', 'pasient- og brukarrettslova § 2-5 c'],
    from: since2022,
  },
  SOTJL_28: { words: ['sosialtjenesteloven § 28', 'sosialtenestelova § 28'], from: '2010-01-01' },
  SOTJL_42: { words: ['sosialtjenesteloven § 42', 'sosialtenestelova § 42'], from: '2010-01-01' },
  BVL_15_9: { words: ['barnevernsloven § 15-9', 'barnevernslova § 15-9'] },
  SPHL_2_5: { words: ['spesialisthelsetjenesteloven § 2-5', 'spesialisthelsetenestelova § 2-5'] },
  SPHL_2_5A: { words: ['spesialisthelsetjenesteloven § 2-5 a', 'spesialisthelsetenestelova § 2-5 a'] },
  PHVL_4_1: { words: ['psykisk helsevernloven § 4-1', 'psykisk helsevernlova § 4-1'] },
  BARNELOVA_31_33: { words: ['barnelova §§ 31–33', 'barnelova §§ 31–33'] },
  FORSKRIFT_2022: {
    words: [
      'forskrift om individuell plan ved ytelse av velferdstjenester',
      'forskrift om individuell plan ved yting av velferdstenester',
    ],
  },
  VEILEDER: {
    words: [
      'Helsedirektoratets nasjonale veileder om rehabilitering, habilitering, individuell plan og koordinator',
      'den nasjonale rettleiaren frå Helsedirektoratet om rehabilitering, habilitering, individuell plan og koordinator',
    ],
  },
};

/** The same as codes with their words; a municipality adds its own. */
export const lawCodes: CodeList = codeList(
  'lawReference',
  Object.fromEntries(Object.entries(lawReferences).map(([code, { words }]) => [code, words])),
);
