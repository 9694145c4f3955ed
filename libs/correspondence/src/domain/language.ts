/** The two written languages: a letter exists in both, and is sent in one. */
export const languages = ['nb', 'nn'] as const;
export type Language = (typeof languages)[number];
