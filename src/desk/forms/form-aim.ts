/** What a form's text is used for. */
export const FORM_AIMS = ['add', 'correct', 'restore'] as const;
export type FormAim = (typeof FORM_AIMS)[number];
