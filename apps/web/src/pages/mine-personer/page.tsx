import { texts } from '../../i18n/texts.js';
import { PageHead } from '../../ui/page-head.js';
import { PrintHead } from '../../ui/print-head.js';
import { useRowKeys } from '../../ui/row-keys.js';
import { PeopleList } from './people-list.js';
import { myPeopleRoute, openedIn } from './search.js';
import { StepInPlace } from './step-in-place.js';
import { WaitingList } from './waiting-list.js';

const useText = texts('my-people', {
  nb: { title: 'Mine personer' },
  nn: { title: 'Mine personar' },
});

/** The day of a coordinator, and of whoever leads a unit whose people coordinate: what waits, and for whom they do. */
export function MyPeoplePage() {
  const say = useText();
  const { steg } = myPeopleRoute.useSearch();
  const navigate = myPeopleRoute.useNavigate();
  const keys = useRowKeys();
  const opened = openedIn(steg);
  return (
    <div ref={keys}>
      <PrintHead />
      <PageHead title={say('title')} />
      <div className="stack wide">
        <WaitingList />
        {opened !== undefined && (
          <StepInPlace
            key={steg}
            answering={opened.step === 'END' ? 'ENDS' : ['Reviews_review']}
            params={{ subjectId: opened.subjectId }}
            close={() => void navigate({ search: {}, replace: true, resetScroll: false })}
          />
        )}
        <PeopleList />
      </div>
    </div>
  );
}
