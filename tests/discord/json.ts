/** A JSON object of unknown content. */
export type Json = Record<string, unknown>;

/** The text, or an empty one for anything else. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The objects of a list, or none for anything else. */
export const asList = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
