import { SHORT_TITLES } from '../../english/titles.ts';

/** Replaces a period or colon that ends nothing. One character, so that offsets stay the same. */
export const DOT = '\u2024';

/** Periods of abbreviations and numbers, and colons within titles. */
const INNER = new RegExp(
  String.raw`(?<=\b(?:\p{Lu}|${SHORT_TITLES}|Inc|Co|Corp|Ltd|Jr|Sr|No))\.(?= ?[\p{L}\p{N},)’'-])|(?<=\d)\.(?=\d)|(?<=\p{Lu}[\p{L}]*):(?= \p{Lu})|(?<=\p{L})\.(?=\p{L})`,
  'gu',
);

/** A text of the same length in which every remaining period and colon ends something. */
export const masked = (text: string): string => text.replace(INNER, DOT);
