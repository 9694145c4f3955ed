import { Dropdown } from '@digdir/designsystemet-react';
import { texts } from '../../i18n/texts.js';
import { useKept } from '../kept.js';

const useText = texts('kept-views', {
  nb: {
    views: 'Mine utvalg',
    none: 'Velg det du vil se, og behold utvalget. Da finner du det igjen her.',
    keep: 'Behold dette utvalget',
    kept: 'Dette utvalget er beholdt.',
    forget: 'Fjern',
    forgetOne: 'Fjern utvalget: {{view}}',
  },
  nn: {
    views: 'Mine utval',
    none: 'Vel det du vil sjå, og ta vare på utvalet. Då finn du det igjen her.',
    keep: 'Ta vare på dette utvalet',
    kept: 'Dette utvalet er teke vare på.',
    forget: 'Fjern',
    forgetOne: 'Fjern utvalet: {{view}}',
  },
});

type Search = Readonly<Record<string, unknown>>;
interface View {
  readonly search: Search;
  readonly columns: readonly string[];
}

const isView = (value: unknown): value is View =>
  typeof value === 'object' &&
  value !== null &&
  'search' in value &&
  'columns' in value &&
  Array.isArray(value.columns);
const areViews = (value: unknown): value is readonly View[] => Array.isArray(value) && value.every(isView);

interface Props {
  readonly name: string;
  readonly search: object;
  readonly columns: readonly string[];
  /** In words; it is never typed, so that no person is named where the browser keeps it. */
  readonly describe: (search: Search) => string;
  readonly show: (view: View) => void;
}

const same = (one: View, other: View) => JSON.stringify(one) === JSON.stringify(other);

/** Selections with their columns that this browser keeps; they are called after what they select. */
export function KeptViews({ name, search, columns, describe, show }: Props) {
  const say = useText();
  const [views = [], keep] = useKept(`views.${name}`, areViews);
  const now: View = { search: { ...search }, columns };
  const isKept = views.some((view) => same(view, now));
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger variant="tertiary">{say('views')}</Dropdown.Trigger>
      <Dropdown className="register-menu" placement="bottom-start">
        {views.length === 0 && <p className="small quiet">{say('none')}</p>}
        <Dropdown.List>
          {views.map((view) => {
            const described = describe(view.search);
            return (
              <Dropdown.Item key={JSON.stringify(view)}>
                <Dropdown.Button onClick={() => show(view)}>{described}</Dropdown.Button>
                <button
                  type="button"
                  className="link-button small"
                  aria-label={say('forgetOne', { view: described })}
                  onClick={() => keep(views.filter((one) => !same(one, view)))}
                >
                  {say('forget')}
                </button>
              </Dropdown.Item>
            );
          })}
          {!isKept && (
            <Dropdown.Item>
              <Dropdown.Button onClick={() => keep([...views, now])}>{say('keep')}</Dropdown.Button>
            </Dropdown.Item>
          )}
        </Dropdown.List>
        {isKept && <p className="small quiet">{say('kept')}</p>}
      </Dropdown>
    </Dropdown.TriggerContext>
  );
}
