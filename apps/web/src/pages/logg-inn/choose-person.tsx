import { Button, Fieldset, Radio, Select, Field, Label } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { speak } from '../../i18n/language.js';
import { texts, useWords } from '../../i18n/texts.js';
import { choosePlace, demonstration, useStartAnew } from '../../session/session.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';

const useText = texts('choose-person', {
  nb: {
    practice:
      'Dette er en øvelse. Alle personer er oppdiktet, og ingenting blir sendt. Skriv aldri inn noe om virkelige mennesker her.',
    municipality: 'Kommune',
    municipalityHelp: 'Hver kommune har sine egne ord og sin egen gang i saken.',
    who: 'Hvem vil du være?',
    go: 'Logg inn som {{name}}',
  },
  nn: {
    practice:
      'Dette er ei øving. Alle personar er oppdikta, og ingenting blir sendt. Skriv aldri inn noko om verkelege menneske her.',
    municipality: 'Kommune',
    municipalityHelp: 'Kvar kommune har sine eigne ord og sin eigen gang i saka.',
    who: 'Kven vil du vere?',
    go: 'Logg inn som {{name}}',
  },
});

/** Where one chooses an invented person, and the municipality that they work in. */
export function ChoosePerson({ to }: { readonly to: string | undefined }) {
  const say = useText();
  const words = useWords();
  const navigate = useNavigate();
  const startAnew = useStartAnew();
  const { data, error } = useQuery({
    queryKey: ['demonstration'],
    queryFn: demonstration,
    staleTime: Infinity,
  });
  const [municipality, setMunicipality] = useState<string>();
  const [sub, setSub] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  if (data === undefined) return error === null ? <Waiting /> : <ProblemNotice error={error} />;
  const place =
    data.municipalities.find((one) => one.municipality === municipality) ?? data.municipalities[0];
  const person = data.people.find((one) => one.sub === sub) ?? data.people[0];
  if (place === undefined || person === undefined) return null;
  const chosen = { place, person };

  async function go() {
    try {
      await choosePlace({ municipality: chosen.place.municipality, sub: chosen.person.sub });
      startAnew();
      await navigate({ to: to ?? '/', replace: true });
    } catch (problem) {
      setFailure(problem);
    }
  }

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <p className="practice-note">{say('practice')}</p>
      <Field>
        <Label>{say('municipality')}</Label>
        <Field.Description>{say('municipalityHelp')}</Field.Description>
        <Select
          value={place.municipality}
          onChange={({ target }) => {
            setMunicipality(target.value);
            const next = data.municipalities.find((one) => one.municipality === target.value);
            if (next !== undefined) void speak(next.languageForm);
          }}
        >
          {data.municipalities.map((one) => (
            <Select.Option key={one.municipality} value={one.municipality}>
              {one.name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Fieldset>
        <Fieldset.Legend>{say('who')}</Fieldset.Legend>
        {data.people.map((one) => (
          <Radio
            key={one.sub}
            name="person"
            value={one.sub}
            label={one.name}
            description={words(one.title)}
            checked={one === person}
            onChange={() => setSub(one.sub)}
          />
        ))}
      </Fieldset>
      {failure !== undefined && <ProblemNotice error={failure} />}
      <div>
        <Button type="submit">{say('go', { name: person.name })}</Button>
      </div>
    </form>
  );
}
