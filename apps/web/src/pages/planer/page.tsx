import { texts } from '../../i18n/texts.js';
import { Lists } from '../../ui/lists.js';
import { PageHead } from '../../ui/page-head.js';
import { PrintHead } from '../../ui/print-head.js';
import { useRowKeys } from '../../ui/row-keys.js';
import { CoordinatorList } from './coordinator-list.js';
import { Gaps } from './gaps.js';
import { Load } from './load.js';
import { RegisterList } from './register-list.js';
import { lists, plansRoute } from './search.js';
import './page.css';

const useText = texts('plans', {
  nb: {
    title: 'Planer og koordinatorer',
    lists: 'Velg register',
    personer: 'Personer',
    koordinatorer: 'Koordinatorer',
  },
  nn: {
    title: 'Planar og koordinatorar',
    lists: 'Vel register',
    personer: 'Personar',
    koordinatorer: 'Koordinatorar',
  },
});

/** Who has a plan and a coordinator, who is without, and how it is spread. */
export function PlansPage() {
  const say = useText();
  const { liste = 'personer' } = plansRoute.useSearch();
  const navigate = plansRoute.useNavigate();
  const keys = useRowKeys();
  return (
    <div ref={keys}>
      <PrintHead />
      <PageHead title={say('title')} />
      <div className="stack wide">
        <div className="plans-top">
          <Gaps />
          <Load />
        </div>
        <Lists
          label={say('lists')}
          names={lists}
          titleOf={(list) => say(list)}
          chosen={liste}
          choose={(list) => void navigate({ search: { liste: list }, replace: true, resetScroll: false })}
        >
          {liste === 'personer' ? <RegisterList /> : <CoordinatorList />}
        </Lists>
      </div>
    </div>
  );
}
