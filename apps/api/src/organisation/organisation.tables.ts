import { partnerKinds, serviceKinds, serviceLevels } from '#municipality';
import { authorityRoles, delegationScopes } from '#vocabulary';
import type { Opened } from '#personal-data';
import { channels } from '#vocabulary';
import type { Saying } from '../lists/saying.js';
import { date, type Table, text } from '../lists/table.js';
import { shownIn } from '../trail/trail.entries.js';
import type { ShownContact, ShownDelegation, ShownPartner, ShownService } from './shown.js';

/** A line that is about nobody in the register of persons. */
type AboutNobody<T> = Opened<T> & { readonly subject: null };
export const aboutNobody = <T extends object>(lines: readonly T[]) =>
  lines.map((line) => ({ ...line, subject: null }));

const said = (text: Parameters<typeof shownIn>[1], { language }: Saying) => shownIn(language, text);

export const servicesTable: Table<AboutNobody<ShownService>> = {
  title: ['Tjenester', 'Tenester'],
  name: 'services',
  columns: [
    text(['Tjeneste', 'Teneste'], ({ nameNb, nameNn }, say) =>
      said(say.language === 'nn' ? nameNn : nameNb, say),
    ),
    text(['Type', 'Type'], ({ kind }, say) => say.word(serviceKinds, kind)),
    text(['Hvem tilbyr', 'Kven tilbyr'], ({ level }, say) => say.word(serviceLevels, level)),
    text(['Drevet av', 'Driven av'], ({ provider }, say) => said(provider, say)),
    text(['Kontakt', 'Kontakt'], ({ contact }, say) => said(contact, say)),
    date(['Fra', 'Frå'], ({ validFrom }) => validFrom),
    date(['Tilbys ikke fra', 'Blir ikkje tilboden frå'], ({ withdrawnOn }) => withdrawnOn),
  ],
};

export const partnersTable: Table<AboutNobody<ShownPartner>> = {
  title: ['Samarbeidsparter', 'Samarbeidspartar'],
  name: 'partners',
  columns: [
    text(['Navn', 'Namn'], ({ name }, say) => said(name, say)),
    text(['Type', 'Type'], ({ kind }, say) => say.word(partnerKinds, kind)),
    text(['Kontakt', 'Kontakt'], ({ contact }, say) => said(contact, say)),
    date(['Fra', 'Frå'], ({ validFrom }) => validFrom),
    date(['Avsluttet', 'Avslutta'], ({ endedOn }) => endedOn),
    date(['Sist i kontakt', 'Sist i kontakt'], ({ lastContactOn }) => lastContactOn),
  ],
};

export const contactsTable: Table<AboutNobody<ShownContact>> = {
  title: ['Kontakt', 'Kontakt'],
  name: 'contacts',
  columns: [
    date(['Dato', 'Dato'], ({ contactOn }) => contactOn),
    text(['Kanal', 'Kanal'], ({ channel }, say) => say.word(channels, channel)),
    text(['Gjelder', 'Gjeld'], ({ matter }, say) => said(matter, say)),
  ],
};

export const delegationsTable: Table<AboutNobody<ShownDelegation>> = {
  title: ['Delegert myndighet', 'Delegert mynde'],
  name: 'delegations',
  columns: [
    text(['Gjelder', 'Gjeld'], ({ scope }, say) => say.word(delegationScopes, scope)),
    text(['Fra', 'Frå'], ({ fromRole }, say) => say.word(authorityRoles, fromRole)),
    text(['Til', 'Til'], ({ toRole }, say) => say.word(authorityRoles, toRole)),
    date(['Gjelder fra', 'Gjeld frå'], ({ validFrom }) => validFrom),
    date(['Til og med', 'Til og med'], ({ validUntil }) => validUntil),
    date(['Trukket tilbake', 'Trekt tilbake'], ({ revokedOn }) => revokedOn),
    text(['Dokument', 'Dokument'], ({ document }, say) => said(document, say)),
  ],
};
