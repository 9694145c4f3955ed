import { capital, texts } from '../../i18n/texts.js';
import { Facts } from '../../ui/facts.js';
import { asTyped, type Changeable, isWritten, type Typed } from './changed-fields.js';
import { FieldEditor } from './field-editor.js';

const useText = texts('history-change-fields', {
  nb: {
    unread: 'Skriv en dag eller et tall som kan leses, for eksempel 2.11.2026 eller 3.',
    fixed:
      'Dette kan ikke rettes her. Er det feil, ta ut hendelsen («Det har ikke skjedd») og registrer den på nytt.',
  },
  nn: {
    unread: 'Skriv ein dag eller eit tal som kan lesast, til dømes 2.11.2026 eller 3.',
    fixed:
      'Dette kan ikkje rettast her. Er det feil, ta ut hendinga («Det har ikkje hendt») og registrer ho på nytt.',
  },
});

interface Props {
  readonly fields: readonly Changeable[];
  readonly typed: Typed;
  readonly onChange: (name: string, typed: string) => void;
  readonly unread: readonly string[];
  /** What the API said of a field, by its path. */
  readonly toldOf: (path: string) => string | undefined;
}

/** What an entry says, field by field, to be written as it should have been. */
export function ChangeFields({ fields, typed, onChange, unread, toldOf }: Props) {
  const say = useText();
  const fixed = fields.filter((field) => !isWritten(field) && field.inWords !== null);
  return (
    <>
      {fields.filter(isWritten).map((field) => (
        <FieldEditor
          key={field.name}
          field={field}
          value={typed[field.name] ?? asTyped(field)}
          onChange={(text) => onChange(field.name, text)}
          error={toldOf(`changed.${field.name}`) ?? (unread.includes(field.name) ? say('unread') : undefined)}
        />
      ))}
      {fixed.length > 0 && (
        <div>
          <Facts tight rows={fixed.map(({ called, inWords }) => [capital(called), inWords])} />
          <p className="small quiet">{say('fixed')}</p>
        </div>
      )}
    </>
  );
}
