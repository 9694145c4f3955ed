import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { capital, texts, useWords } from '../../i18n/texts.js';
import { usePlace } from '../../shell/place.js';
import { Facts } from '../../ui/facts.js';
import { textOf } from '../../ui/opened.js';

const useText = texts('settings-municipality', {
  nb: {
    lead: 'Slik kommunen har valgt å arbeide. Valgene vedtas i kommunen og legges inn av den som drifter Samspor.',
    name: 'Kommune',
    number: 'kommunenummer {{number}}',
    language: 'Målform',
    unit: 'Ordet for enheten',
    coordinator: 'Ordet for koordinator',
    group: 'Ordet for gruppa',
    meeting: 'Ordet for møtet i gruppa',
    items: 'Det som kan gis',
    decider: 'Hvem som avgjør',
    groupNeedsPlan: 'Gruppe uten plan',
    yes: 'Ja',
    no: 'Nei, en gruppe forutsetter plan',
    targetGroups: 'Hvem som henvender seg',
    delegation: 'Krever delegering',
    toldTo: 'Får vite at noen koordinerer',
    targets: 'Egne mål for tid',
    days: '{{target}}: {{count}} dager',
    standing: 'Faste punkter i møtet',
    ownUnits: 'Egne enheter',
    ownRoles: 'Egne roller i gruppa',
    adopted: 'Vedtatt',
    version: '{{day}}, utgave {{version}}',
    none: 'Ikke satt',
  },
  nn: {
    lead: 'Slik kommunen har valt å arbeide. Vala blir vedtekne i kommunen og lagde inn av den som driftar Samspor.',
    name: 'Kommune',
    number: 'kommunenummer {{number}}',
    language: 'Målform',
    unit: 'Ordet for eininga',
    coordinator: 'Ordet for koordinator',
    group: 'Ordet for gruppa',
    meeting: 'Ordet for møtet i gruppa',
    items: 'Det som kan givast',
    decider: 'Kven som avgjer',
    groupNeedsPlan: 'Gruppe utan plan',
    yes: 'Ja',
    no: 'Nei, ei gruppe føreset plan',
    targetGroups: 'Kven som tek kontakt',
    delegation: 'Krev delegering',
    toldTo: 'Får vite at nokon koordinerer',
    targets: 'Eigne mål for tid',
    days: '{{target}}: {{count}} dagar',
    standing: 'Faste punkt i møtet',
    ownUnits: 'Eigne einingar',
    ownRoles: 'Eigne roller i gruppa',
    adopted: 'Vedteke',
    version: '{{day}}, utgåve {{version}}',
    none: 'Ikkje sett',
  },
});

/** How the municipality has chosen to work, as it stands. */
export function Municipality() {
  const say = useText();
  const words = useWords();
  const label = useLabel();
  const { profile } = usePlace();
  const { terms, targets, units, roles } = profile;
  const some = (list: string, codes: readonly string[] | null) =>
    codes === null || codes.length === 0
      ? say('none')
      : capital(codes.map((code) => label(list, code)).join(', '));
  const own = (codes: typeof units) =>
    codes.length === 0
      ? say('none')
      : codes.map(({ nb, nn }) => words({ nb: textOf(nb), nn: textOf(nn) })).join(', ');
  const term = (word: keyof typeof terms) => {
    const said = terms[word];
    return [say(word), said === null ? say('none') : words(said)] as const;
  };
  return (
    <>
      <p className="quiet">{say('lead')}</p>
      <Facts
        rows={[
          [say('name'), `${textOf(profile.name)}, ${say('number', { number: profile.municipalityNumber })}`],
          [say('language'), capital(label('language', profile.language))],
          term('unit'),
          term('coordinator'),
          term('group'),
          term('meeting'),
          [say('items'), some('item', profile.items)],
          [say('decider'), some('deciderBody', [profile.deciderBody])],
          [say('groupNeedsPlan'), say(profile.groupPresupposesPlan ? 'no' : 'yes')],
          [say('targetGroups'), some('targetGroup', profile.targetGroups)],
          [say('delegation'), some('delegationScope', profile.delegationNeededFor)],
          [say('toldTo'), some('allocationHearer', profile.allocationToldTo)],
          [
            say('targets'),
            targets.length === 0
              ? say('none')
              : targets
                  .map(({ target, days }) =>
                    say('days', { target: capital(label('target', target)), count: days }),
                  )
                  .join('. '),
          ],
          [say('standing'), some('agendaItem', profile.standingItems)],
          [say('ownUnits'), own(units)],
          [say('ownRoles'), own(roles)],
          [
            say('adopted'),
            say('version', { day: fullDay(profile.adoptedOn), version: profile.profileVersion }),
          ],
        ]}
      />
    </>
  );
}
