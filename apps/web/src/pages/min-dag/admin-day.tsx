import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useHealth } from '../../api/health.js';
import { useRead } from '../../api/read.js';
import { today } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts, useWords } from '../../i18n/texts.js';
import { usePlace } from '../../shell/place.js';
import { listOf } from '../../ui/joined.js';
import { textOf } from '../../ui/opened.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { AdminAside } from './admin-aside.js';
import { placeOf } from '../../tasks/place-of.js';
import { DayHead } from './day-head.js';
import { waitsForAdmin } from './waits-for-admin.js';

const useText = texts('admin-day', {
  nb: {
    lead: 'Det som mangler i oppsettet for kommunen, og det som har stanset.',
    title: 'Venter på deg',
    nothing: 'Ingenting mangler.',
    card: 'Ingen vet hvordan de når {{unit}}: kontaktkortet er ikke lagt ut.',
    toCard: 'Legg ut kontaktkort',
    services: 'Oversikten over tjenester er tom, også på den åpne siden.',
    toServices: 'Legg inn tjenester',
    unled_one: 'Én enhet har ingen leder: {{names}}. Det som er lederens å gjøre der, når ingen.',
    unled_other: '{{count}} enheter har ingen leder: {{names}}. Det som er lederens å gjøre der, når ingen.',
    toUnits: 'Registrer leder',
    unreached_one: 'Én ansatt har ingen e-postadresse, og får ikke vite når noe venter: {{names}}.',
    unreached_other: '{{count}} ansatte har ingen e-postadresse, og får ikke vite når noe venter: {{names}}.',
    unreachedAtLeast: 'Minst {{count}} ansatte har ingen e-postadresse, og får ikke vite når noe venter.',
    toStaff: 'Registrer e-post',
    undelegated: 'Ingen delegering gjelder nå for dette: {{names}}. Uten den kan det ikke gjøres.',
    toDelegations: 'Registrer delegering',
    others: '{{some}} og {{count}} til',
  },
  nn: {
    lead: 'Det som manglar i oppsettet for kommunen, og det som har stansa.',
    title: 'Ventar på deg',
    nothing: 'Ingenting manglar.',
    card: 'Ingen veit korleis dei når {{unit}}: kontaktkortet er ikkje lagt ut.',
    toCard: 'Legg ut kontaktkort',
    services: 'Oversikta over tenester er tom, også på den opne sida.',
    toServices: 'Legg inn tenester',
    unled_one: 'Éi eining har ingen leiar: {{names}}. Det som er leiaren si oppgåve der, når ingen.',
    unled_other:
      '{{count}} einingar har ingen leiar: {{names}}. Det som er leiaren si oppgåve der, når ingen.',
    toUnits: 'Registrer leiar',
    unreached_one: 'Éin tilsett har inga e-postadresse, og får ikkje vite når noko ventar: {{names}}.',
    unreached_other:
      '{{count}} tilsette har inga e-postadresse, og får ikkje vite når noko ventar: {{names}}.',
    unreachedAtLeast: 'Minst {{count}} tilsette har inga e-postadresse, og får ikkje vite når noko ventar.',
    toStaff: 'Registrer e-post',
    undelegated: 'Inga delegering gjeld no for dette: {{names}}. Utan den kan det ikkje gjerast.',
    toDelegations: 'Registrer delegering',
    others: '{{some}} og {{count}} til',
  },
});

const mostNamed = 3;

/** What waits for an administrator: what is missing of the municipality's own set-up, and how the program is. */
export function AdminDay() {
  const say = useText();
  const { data: health } = useHealth();
  return (
    <>
      <DayHead lead={say('lead')} />
      <div className="with-side">
        <section className="latest">
          <h2>{say('title')}</h2>
          <Waits />
        </section>
        <AdminAside health={health} />
      </div>
    </>
  );
}

function Waits() {
  const say = useText();
  const words = useWords();
  const label = useLabel();
  const { delegationNeededFor } = usePlace().profile;
  const cards = useRead('/v1/contact-cards', {});
  const services = useRead('/v1/services', {});
  const units = useRead('/v1/units', {});
  const staff = useRead('/v1/staff', { params: { query: { limit: 200 } } });
  const delegations = useRead('/v1/delegations', {});
  const tasks = useRead('/v1/tasks', {});
  const reads = [cards, services, units, staff, delegations, tasks];
  if (!cards.data || !services.data || !units.data || !staff.data || !delegations.data || !tasks.data) {
    const failed = reads.find(({ error }) => error !== null);
    return failed === undefined ? (
      <Waiting />
    ) : (
      <ProblemNotice error={failed.error} retry={() => void failed.refetch()} />
    );
  }
  const { hasCard, hasServices, unled, unreached, undelegated } = waitsForAdmin(
    {
      cards: cards.data.contactCards,
      services: services.data.services,
      units: units.data.units,
      staff: staff.data.staff,
      delegations: delegations.data.delegations,
      delegationNeededFor,
    },
    today(),
  );
  const named = (all: readonly string[]) =>
    all.length > mostNamed
      ? say('others', { some: all.slice(0, mostNamed).join(', '), count: all.length - mostNamed })
      : listOf(all);
  const unledNames = named(unled.map(({ nb, nn }) => words({ nb: textOf(nb), nn: textOf(nn) })));
  const unreachedNames = named(unreached.map(({ party }) => textOf(party.name)));
  const waits: readonly (readonly [text: string, step: ReactNode, key?: string] | false)[] = [
    ...tasks.data.tasks.map(
      (task) =>
        [
          words(task.why),
          <Link {...placeOf(task, true)}>{capital(words(task.step))}</Link>,
          task.id,
        ] as const,
    ),
    !hasCard && [say('card'), <ToPart del="kontaktkort">{say('toCard')}</ToPart>],
    undelegated.length > 0 && [
      say('undelegated', { names: named(undelegated.map((scope) => label('delegationScope', scope))) }),
      <ToPart del="delegering">{say('toDelegations')}</ToPart>,
    ],
    unled.length > 0 && [
      say('unled', { count: unled.length, names: unledNames }),
      <ToPart del="enheter">{say('toUnits')}</ToPart>,
    ],
    unreached.length > 0 && [
      staff.data.next === undefined
        ? say('unreached', { count: unreached.length, names: unreachedNames })
        : say('unreachedAtLeast', { count: unreached.length }),
      <ToPart del="ansatte">{say('toStaff')}</ToPart>,
    ],
    !hasServices && [say('services'), <Link to="/tjenester">{say('toServices')}</Link>],
  ];
  const found = waits.filter((wait) => wait !== false);
  if (found.length === 0) return <p className="quiet">{say('nothing')}</p>;
  return (
    <ul className="waits">
      {found.map(([text, step, key = text]) => (
        <li key={key}>
          <span>{text}</span>
          <span>{step}</span>
        </li>
      ))}
    </ul>
  );
}

type SettingsPart = 'kontaktkort' | 'delegering' | 'enheter' | 'ansatte';

/** To the part of the settings where it is put right. */
function ToPart({ del, children }: { readonly del: SettingsPart; readonly children: ReactNode }) {
  return (
    <Link to="/innstillinger" search={{ del }}>
      {children}
    </Link>
  );
}
