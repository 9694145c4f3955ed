import { texts } from '../i18n/texts.js';

/** What the pages of the menu are called. */
export const useMenuTitles = texts('menu-titles', {
  nb: {
    newEnquiry: 'Ny henvendelse',
    myDay: 'Min dag',
    myPeople: 'Mine personer',
    cases: 'Saker',
    deadlines: 'Frister',
    accessLog: 'Innsynslogg',
    complaints: 'Klager',
    plans: 'Planer og koordinatorer',
    unitLeader: 'Enhetsleder',
    meetings: 'Møter',
    competence: 'Kompetanse og rutiner',
    services: 'Tjenester og samarbeid',
    import: 'Import',
    settings: 'Innstillinger',
    operation: 'Drift',
  },
  nn: {
    newEnquiry: 'Ny førespurnad',
    myDay: 'Min dag',
    myPeople: 'Mine personar',
    cases: 'Saker',
    deadlines: 'Fristar',
    accessLog: 'Innsynslogg',
    complaints: 'Klager',
    plans: 'Planar og koordinatorar',
    unitLeader: 'Einingsleiar',
    meetings: 'Møte',
    competence: 'Kompetanse og rutinar',
    services: 'Tenester og samarbeid',
    import: 'Import',
    settings: 'Innstillingar',
    operation: 'Drift',
  },
});
