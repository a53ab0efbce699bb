/** What is done with the text of a form. */
export const FORM_AIMS = ['add', 'correct', 'restore'] as const;
export type FormAim = (typeof FORM_AIMS)[number];
