import { useRead } from '../../api/read.js';
import { fullDay } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { Empty } from '../../ui/empty.js';
import { OnDemand } from '../../ui/on-demand.js';
import { textOf } from '../../ui/opened.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Part } from '../../ui/records/part.js';
import { Waiting } from '../../ui/waiting.js';

const useText = texts('partner-contacts', {
  nb: {
    lead: 'Hva {{unit}} har vært i kontakt med andre om, den siste først. Åpne en samarbeidspartner for å se det.',
    none: 'Ingen samarbeidspartnere er lagt inn',
    noneYet: 'Kontakten vises her når en samarbeidspartner er lagt inn.',
    nothing: 'Ingen kontakt er registrert.',
  },
  nn: {
    lead: 'Kva {{unit}} har vore i kontakt med andre om, den siste først. Opne ein samarbeidspartnar for å sjå det.',
    none: 'Ingen samarbeidspartnarar er lagde inn',
    noneYet: 'Kontakten står her når ein samarbeidspartnar er lagd inn.',
    nothing: 'Ingen kontakt er registrert.',
  },
});

/** The log of contacts, by whom they were with. */
export function Contacts() {
  const say = useText();
  const read = useRead('/v1/partners', {});
  return (
    <Part read={read} lead={say('lead')}>
      {({ partners }) =>
        partners.length === 0 ? (
          <Empty title={say('none')}>
            <p>{say('noneYet')}</p>
          </Empty>
        ) : (
          <div>
            {partners.map(({ partnerId, name }) => (
              <OnDemand key={partnerId} title={textOf(name)}>
                <ContactList partnerId={partnerId} />
              </OnDemand>
            ))}
          </div>
        )
      }
    </Part>
  );
}

function ContactList({ partnerId }: { readonly partnerId: string }) {
  const say = useText();
  const label = useLabel();
  const { data, error, refetch } = useRead('/v1/partners/{partnerId}/contacts', {
    params: { path: { partnerId } },
  });
  if (data === undefined) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  if (data.contacts.length === 0) return <p>{say('nothing')}</p>;
  return (
    <ul className="plain">
      {data.contacts.map(({ contactId, contactOn, channel, matter }) => (
        <li key={contactId}>
          <strong>{fullDay(contactOn)}</strong>
          {channel !== null && ` (${label('channel', channel)})`}: {textOf(matter)}
        </li>
      ))}
    </ul>
  );
}
