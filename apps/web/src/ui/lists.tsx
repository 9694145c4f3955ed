import { Tabs } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';

interface Props<Name extends string> {
  readonly label: string;
  readonly names: readonly Name[];
  readonly titleOf: (name: Name) => ReactNode;
  readonly chosen: Name;
  readonly choose: (name: Name) => void;
  /** The list that is chosen. */
  readonly children: ReactNode;
}

/** Several lists of which one is shown. Each has a panel of its own: a tab hides the panels that are not its own, and never shows them again. */
export function Lists<Name extends string>({ label, names, titleOf, chosen, choose, children }: Props<Name>) {
  return (
    <Tabs value={chosen} onChange={(name) => choose(name as Name)}>
      <Tabs.List aria-label={label}>
        {names.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {titleOf(name)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {names.map((name) => (
        <Tabs.Panel key={name} value={name}>
          {name === chosen && children}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
