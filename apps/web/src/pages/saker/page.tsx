import { texts } from '../../i18n/texts.js';
import { useHasRole } from '../../shell/place.js';
import { Lists } from '../../ui/lists.js';
import { PageHead } from '../../ui/page-head.js';
import { PrintHead } from '../../ui/print-head.js';
import { useRowKeys } from '../../ui/row-keys.js';
import { CaseList } from './case-list.js';
import { EnquiryList } from './enquiry-list.js';
import { RegistrationList } from './registration-list.js';
import { casesRoute, type ListName, lists } from './search.js';

const useText = texts('cases', {
  nb: {
    title: 'Saker',
    lists: 'Velg liste',
    saker: 'Saker',
    henvendelser: 'Henvendelser',
    registrert: 'Registrert av meg',
  },
  nn: {
    title: 'Saker',
    lists: 'Vel liste',
    saker: 'Saker',
    henvendelser: 'Førespurnader',
    registrert: 'Registrert av meg',
  },
});

const listOf = { saker: CaseList, henvendelser: EnquiryList, registrert: RegistrationList };

/** The overview: cases, enquiries, and what one registered oneself. */
export function CasesPage() {
  const say = useText();
  const { liste } = casesRoute.useSearch();
  const navigate = casesRoute.useNavigate();
  const keys = useRowKeys();
  const sees: Record<ListName, boolean> = {
    saker: useHasRole('CASEWORKER', 'LEADER', 'COORDINATOR', 'AUDITOR'),
    henvendelser: useHasRole('CASEWORKER', 'LEADER', 'SERVICE_OFFICE', 'UNIT_LEADER'),
    registrert: useHasRole('CASEWORKER', 'SERVICE_OFFICE'),
  };
  const seen = lists.filter((list) => sees[list]);
  const shown = seen.find((list) => list === liste) ?? seen[0];
  if (shown === undefined) return <PageHead title={say('title')} />;
  const List = listOf[shown];
  return (
    <div ref={keys}>
      <PrintHead />
      <PageHead title={say('title')} />
      <Lists
        label={say('lists')}
        names={seen}
        titleOf={(list) => say(list)}
        chosen={shown}
        choose={(list) => void navigate({ search: { liste: list }, replace: true })}
      >
        <List />
      </Lists>
    </div>
  );
}
