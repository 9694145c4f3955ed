import { texts } from '../../i18n/texts.js';

/** What both pages say of a meeting. */
export const useMeetingTexts = texts('one-meeting', {
  nb: {
    UNIT: 'Møte i {{unit}}',
    BOARD: 'Møte i tildelingsnemnda',
    at: 'Kl. {{clock}}',
    fixed: 'Sakslista er låst',
  },
  nn: {
    UNIT: 'Møte i {{unit}}',
    BOARD: 'Møte i tildelingsnemnda',
    at: 'Kl. {{clock}}',
    fixed: 'Sakslista er låst',
  },
});
