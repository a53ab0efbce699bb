/** Text for comparing: one space for white space, plain quotation marks, lower case. */
export const folded = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[’‘]/gu, "'")
    .replace(/[“”«»„]/gu, '"')
    .trim()
    .toLowerCase();

/** Letters and digits alone, for finding a text again that was spaced or marked differently. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** White space as one space. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
