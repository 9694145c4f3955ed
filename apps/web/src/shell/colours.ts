export const colours = ['auto', 'light', 'dark'] as const;
export type Colours = (typeof colours)[number];

const place = 'samspor.colours';

export function coloursNow(): Colours {
  const kept = localStorage.getItem(place);
  return colours.find((one) => one === kept) ?? 'auto';
}

/** Light, dark, or as the machine has it; kept in this browser. */
export function applyColours(chosen: Colours = coloursNow()): void {
  localStorage.setItem(place, chosen);
  document.documentElement.dataset['colorScheme'] = chosen;
}
