import { Button, Textfield } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { type ChangeEvent, useId, useState } from 'react';
import { handOverFile } from '../../api/download.js';
import { type Searched, useSearch } from '../../api/read.js';
import { today } from '../../dates/dates.js';
import { texts } from '../../i18n/texts.js';
import { ChooseOne } from '../../ui/choose-one.js';
import { useListedName } from '../../ui/listed-name.js';
import { Part } from '../../ui/records/part.js';
import { usePair } from './told.js';

const useText = texts('national-status', {
  nb: {
    lead: 'Det KOSTRA og KPR spør om per 31. desember: status for hver person, i kodene kommunen selv har funnet ut. Ingen kode blir gjettet. Fila gjelder enkeltpersoner og blir hos den som leverer.',
    year: 'År',
    population_one: 'Én person skal leveres.',
    population_other: '{{count}} personer skal leveres.',
    register: 'Hvilket register, slik kodetabellen kaller det',
    table: 'Kodetabellen, en CSV-fil',
    faults: 'Tabellen kan ikke brukes',
    missing: 'Disse verdiene har noen, og de mangler kode',
    file: 'Last ned fila',
    ready: 'Alle verdier har en kode.',
    checks: 'Se på disse først',
    nothing: 'Ingenting å se på.',
  },
  nn: {
    lead: 'Det KOSTRA og KPR spør om per 31. desember: status for kvar person, i kodane kommunen sjølv har funne ut. Ingen kode blir gissa. Fila gjeld enkeltpersonar og blir hos den som leverer.',
    year: 'År',
    population_one: 'Éin person skal leverast.',
    population_other: '{{count}} personar skal leverast.',
    register: 'Kva register, slik kodetabellen kallar det',
    table: 'Kodetabellen, ei CSV-fil',
    faults: 'Tabellen kan ikkje brukast',
    missing: 'Desse verdiane har nokon, og dei manglar kode',
    file: 'Last ned fila',
    ready: 'Alle verdiar har ein kode.',
    checks: 'Sjå på desse først',
    nothing: 'Ingenting å sjå på.',
  },
});

type Status = Searched<'/v1/reports/national-status-searches'>;

/** What national registers ask per 31 December: the municipality's own table of codes, what it lacks, and the file. */
export function NationalStatus() {
  const say = useText();
  const thisYear = Number(today().slice(0, 4));
  const years = [1, 2, 3].map((back) => String(thisYear - back));
  const [year, setYear] = useState(years[0] ?? '');
  const [table, setTable] = useState<Table>();
  const read = useSearch('/v1/reports/national-status-searches', { year: Number(year), ...table });
  return (
    <div className="stack wide">
      <ChooseOne
        label={say('year')}
        value={year}
        choices={years.map((one) => ({ value: one, label: one }))}
        choose={(chosen) => setYear(chosen ?? year)}
      />
      <TableOfCodes take={setTable} />
      <Part read={read} lead={say('lead')}>
        {(told) => <Told told={told} name={`${table?.register ?? ''}-${year}.csv`} />}
      </Part>
    </div>
  );
}

interface Table {
  readonly codes: string;
  readonly register: string;
}

/** Whose codes, and the file that tells them; asked about once both are there. */
function TableOfCodes({ take }: { readonly take: (table: Table) => void }) {
  const say = useText();
  const id = useId();
  const [register, setRegister] = useState('KPR');
  const [codes, setCodes] = useState<string>();
  const ask = (text: string | undefined) => {
    if (text !== undefined && register.trim() !== '') take({ codes: text, register: register.trim() });
  };
  async function changed({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    if (file === undefined) return;
    const text = (await file.text())
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n')
      .trim();
    setCodes(text);
    ask(text);
    // The same file may be chosen again, once it is mended.
    target.value = '';
  }
  return (
    <div className="stack">
      <Textfield
        label={say('register')}
        value={register}
        onChange={({ target }) => setRegister(target.value)}
        onBlur={() => ask(codes)}
      />
      <label htmlFor={id}>{say('table')}</label>
      <input id={id} type="file" accept=".csv,.txt" onChange={(event) => void changed(event)} />
    </div>
  );
}

interface ToldProps {
  readonly told: Status;
  readonly name: string;
}

function Told({ told: { population, faults, missing, file, checks }, name }: ToldProps) {
  const say = useText();
  const pair = usePair();
  return (
    <div className="stack">
      <p>{say('population', { count: population })}</p>
      {faults.length > 0 && <Listed title={say('faults')} lines={faults} />}
      {missing.length > 0 && (
        <Listed
          title={say('missing')}
          lines={missing.map(({ name: words, value }) => `${pair(words)} (${value})`)}
        />
      )}
      {file !== null && (
        <div className="row">
          <span>{say('ready')}</span>
          <Button onClick={() => handOverFile(new Blob([file], { type: 'text/csv' }), name)}>
            {say('file')}
          </Button>
        </div>
      )}
      <Checks checks={checks} />
    </div>
  );
}

const Listed = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) => (
  <section className="panel" role="alert" aria-label={title}>
    <h3>{title}</h3>
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </section>
);

/** What is to be looked into before anything is delivered, by name. */
function Checks({ checks }: Pick<Status, 'checks'>) {
  const say = useText();
  const pair = usePair();
  const listedName = useListedName();
  const found = checks.filter(({ persons }) => persons.length > 0);
  return (
    <section aria-label={say('checks')} className="stack">
      <h3>{say('checks')}</h3>
      {found.length === 0 && <p>{say('nothing')}</p>}
      {found.map(({ check, name, persons }) => (
        <div key={check}>
          <h4>
            {pair(name)} ({persons.length})
          </h4>
          <ul>
            {persons.map((person, at) => (
              <li key={at}>
                {person.subjectId === null ? (
                  listedName(person)
                ) : (
                  <Link to="/person/$subjectId" params={{ subjectId: person.subjectId }}>
                    {listedName(person)}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
