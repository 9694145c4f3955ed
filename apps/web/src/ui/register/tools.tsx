import { Button } from '@digdir/designsystemet-react';
import { texts } from '../../i18n/texts.js';
import { DownloadButtons } from '../download-buttons.js';
import { ChoiceMenu } from './choice-menu.js';
import type { Columns } from './columns.js';
import { KeptViews } from './kept-views.js';

const useText = texts('register-tools', {
  nb: { columns: 'Kolonner', print: 'Skriv ut' },
  nn: { columns: 'Kolonnar', print: 'Skriv ut' },
});

interface Props<Row extends object> {
  /** Under which the browser keeps what is chosen. */
  readonly name: string;
  readonly columns: Columns<Row>;
  /** Where the whole list is fetched as a file. */
  readonly path: string;
  /** The body that is asked for there, where it is a search. */
  readonly body?: object | undefined;
  /** Where selections can be kept: what is selected now, as it stands in the address. */
  readonly views?: {
    readonly search: object;
    readonly describe: (search: Readonly<Record<string, unknown>>) => string;
    readonly goTo: (search: Readonly<Record<string, unknown>>) => void;
  };
}

/** What one does with a register: columns, kept selections, file, print. */
export function RegisterTools<Row extends object>({ name, columns, path, body, views }: Props<Row>) {
  const say = useText();
  const chosen = columns.shown.map(({ id }) => id);
  return (
    <div className="register-tools no-print">
      <ChoiceMenu
        title={say('columns')}
        options={columns.all.slice(1).map(({ id, title }) => ({ value: id, label: title }))}
        chosen={chosen}
        onChange={columns.choose}
      />
      {views && (
        <KeptViews
          name={name}
          search={views.search}
          columns={chosen}
          describe={views.describe}
          show={(view) => {
            columns.choose(view.columns);
            views.goTo(view.search);
          }}
        />
      )}
      <DownloadButtons path={path} search={body} variant="tertiary" />
      <Button variant="tertiary" onClick={() => window.print()}>
        {say('print')}
      </Button>
    </div>
  );
}
