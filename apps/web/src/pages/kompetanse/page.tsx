import type { ReactNode } from 'react';
import { texts } from '../../i18n/texts.js';
import { PartsPage } from '../../ui/records/parts-page.js';
import { CompetencePlans } from './competence-plans.js';
import { Courses } from './courses.js';
import { Documents } from './documents.js';
import { Hearings } from './hearings.js';
import { Law } from './law.js';
import { Material } from './material.js';
import { Matrix } from './matrix.js';
import { competenceRoute, type Part } from './search.js';
import { CooperationTasks } from './tasks.js';
import { Trainings } from './trainings.js';

const useText = texts('competence', {
  nb: {
    title: 'Kompetanse og rutiner',
    parts: 'Deler av siden',
    matrise: 'Opplæringsmatrise',
    opplaering: 'Opplæring og fagdager',
    kurs: 'Kurs',
    plan: 'Kompetanseplan',
    dokumenter: 'Styrte dokumenter',
    samarbeid: 'Samarbeidsoppgaver',
    brukere: 'Brukere hørt',
    materiell: 'Informasjonsmateriell',
    lovverk: 'Lovhenvisninger',
  },
  nn: {
    title: 'Kompetanse og rutinar',
    parts: 'Delar av sida',
    matrise: 'Opplæringsmatrise',
    opplaering: 'Opplæring og fagdagar',
    kurs: 'Kurs',
    plan: 'Kompetanseplan',
    dokumenter: 'Styrte dokument',
    samarbeid: 'Samarbeidsoppgåver',
    brukere: 'Brukarar høyrde',
    materiell: 'Informasjonsmateriell',
    lovverk: 'Lovtilvisingar',
  },
});

const parts: Readonly<Record<Part, () => ReactNode>> = {
  matrise: Matrix,
  opplaering: Trainings,
  kurs: Courses,
  plan: CompetencePlans,
  dokumenter: Documents,
  samarbeid: CooperationTasks,
  brukere: Hearings,
  materiell: Material,
  lovverk: Law,
};

/** What the unit does beside its cases: who has learnt what, by which routines it works, what it cooperates on. */
export function CompetencePage() {
  const say = useText();
  const { del = 'matrise' } = competenceRoute.useSearch();
  return (
    <PartsPage
      title={say('title')}
      to="/kompetanse"
      label={say('parts')}
      parts={parts}
      chosen={del}
      titleOf={say}
    />
  );
}
