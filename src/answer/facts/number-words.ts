const WORDS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** A number as newspapers spell it out, from two to twenty; "one" is as often a pronoun. */
export const NUMBER_WORD = `\\b(?:${WORDS.join('|')})\\b`;

/** The number that a word means; NaN for any other word. */
export const valueOfWord = (word: string): number => WORDS.indexOf(word.toLowerCase()) + 2 || Number.NaN;
