import { Button, Fieldset, Radio, Select, Field, Label } from '@digdir/designsystemet-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { clockOf } from '../../dates/dates.js';
import { useLabel } from '../../i18n/labels.js';
import { texts } from '../../i18n/texts.js';
import { choosePlace, useStartAnew } from '../../session/session.js';
import { useSignOut } from '../../session/use-sign-out.js';
import { applyColours, colours, coloursNow } from '../../shell/colours.js';
import { usePlace } from '../../shell/place.js';
import { Facts } from '../../ui/facts.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemNotice } from '../../ui/problem-notice.js';

const useText = texts('my-account', {
  nb: {
    title: 'Din bruker',
    name: 'Navn',
    roles: 'Rolle',
    units: 'Enhet',
    ends: 'Du blir logget ut',
    endsAt: 'senest kl. {{end}}, og kl. {{idle}} hvis du ikke gjør noe',
    municipality: 'Kommune',
    colours: 'Farger',
    auto: 'Som på maskinen',
    light: 'Lyse',
    dark: 'Mørke',
    signOut: 'Logg ut',
  },
  nn: {
    title: 'Din brukar',
    name: 'Namn',
    roles: 'Rolle',
    units: 'Eining',
    ends: 'Du blir logga ut',
    endsAt: 'seinast kl. {{end}}, og kl. {{idle}} om du ikkje gjer noko',
    municipality: 'Kommune',
    colours: 'Fargar',
    auto: 'Som på maskina',
    light: 'Lyse',
    dark: 'Mørke',
    signOut: 'Logg ut',
  },
});

/** Who one is here, how the pages look, and the way out. */
export function MyAccountPage() {
  const say = useText();
  const label = useLabel();
  const { session } = usePlace();
  const navigate = useNavigate();
  const startAnew = useStartAnew();
  const [chosen, setChosen] = useState(coloursNow());
  const [failure, setFailure] = useState<unknown>();

  const doing = (act: () => Promise<void>) => () => void act().catch(setFailure);
  const leave = doing(useSignOut());
  const moveTo = (municipality: string) =>
    doing(async () => {
      await choosePlace({ municipality });
      startAnew();
      await navigate({ to: '/' });
    })();

  return (
    <>
      <PageHead title={say('title')} />
      <div className="stack">
        <Facts
          rows={[
            [say('name'), session.name],
            [say('roles'), session.roles.map((role) => label('actorRole', role)).join(', ')],
            [say('units'), session.units.map((unit) => label('unit', unit) || unit).join(', ')],
            [say('ends'), say('endsAt', { end: clockOf(session.endsAt), idle: clockOf(session.idleEndsAt) })],
          ]}
        />
        {session.by === 'PROVIDER' && session.municipalities.length > 1 && (
          <Field>
            <Label>{say('municipality')}</Label>
            <Select value={session.municipality} onChange={({ target }) => moveTo(target.value)}>
              {session.municipalities.map(({ municipality }) => (
                <Select.Option key={municipality}>{municipality}</Select.Option>
              ))}
            </Select>
          </Field>
        )}
        <Fieldset>
          <Fieldset.Legend>{say('colours')}</Fieldset.Legend>
          {colours.map((one) => (
            <Radio
              key={one}
              name="colours"
              value={one}
              label={say(one)}
              checked={one === chosen}
              onChange={() => {
                applyColours(one);
                setChosen(one);
              }}
            />
          ))}
        </Fieldset>
        {failure !== undefined && <ProblemNotice error={failure} />}
        <div>
          <Button variant="secondary" onClick={leave}>
            {say('signOut')}
          </Button>
        </div>
      </div>
    </>
  );
}
