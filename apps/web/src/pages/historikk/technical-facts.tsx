import { texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import type { Entry } from './trail.js';

const useText = texts('history-technical', {
  nb: {
    type: 'Type',
    event: 'Hendelses-ID',
    record: 'Står i',
    occurred: 'Skjedd',
    recorded: 'Skrevet inn (UTC)',
    actor: 'Skrevet inn av',
    corrects: 'Gjelder hendelsen',
  },
  nn: {
    type: 'Type',
    event: 'Hendings-ID',
    record: 'Står i',
    occurred: 'Hende',
    recorded: 'Skrive inn (UTC)',
    actor: 'Skrive inn av',
    corrects: 'Gjeld hendinga',
  },
});

/** An entry as the log and the API know it, and what stands in each of its fields. */
export function TechnicalFacts({ entry }: { readonly entry: Entry }) {
  const say = useText();
  const { actor, fields = [] } = entry;
  return (
    <div className="technical">
      <Facts
        tight
        rows={[
          [say('type'), <code key="type">{entry.type}</code>],
          [say('event'), <code key="event">{entry.eventId}</code>],
          [say('record'), <code key="record">{`${entry.of} ${entry.recordId}`}</code>],
          [say('occurred'), <code key="occurred">{entry.occurredOn}</code>],
          [say('recorded'), <code key="recorded">{entry.recordedAt}</code>],
          [
            say('actor'),
            <code key="actor">{[actor.role, actor.unit, actor.partyId].filter(Boolean).join(' ')}</code>,
          ],
          entry.corrects !== null && [say('corrects'), <code key="corrects">{entry.corrects}</code>],
          ...fields.map(({ called, inWords }) => [called, inWords ?? '–'] as const),
        ]}
      />
    </div>
  );
}
