import { type Birth, isOfAge, isUnderAge } from '#vocabulary';

/** Surely 18 on that day. An unknown birth is no adult's. */
export const isAdult = (birth: Birth, day: string) => isOfAge('MAJORITY', birth, day);

/** Surely too young on that day to consent alone. An unknown birth passes. */
export const isUnder16 = (birth: Birth, day: string) => isUnderAge('CONSENT', birth, day);

/** Surely old enough to. */
export const consentsAlone = (birth: Birth, day: string) => isOfAge('CONSENT', birth, day);
