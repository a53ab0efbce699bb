/** Openings that refer to the sentence before: "He", "This round", "In July, it also". */
const LEANING =
  /^["“‘'(]?(?:[^,.;:]{1,40}, )?(?:he|she|it|they|we|this|these|that|those|his|her|its|their|such|both|but|and|or|so|yet|however|instead|meanwhile|moreover|furthermore|therefore|otherwise|the (?:former|latter|same|two|pair))\b/iu;

/** Whether a sentence refers to the one before it, so that it cannot be understood alone. */
export const leans = (sentence: string): boolean => LEANING.test(sentence);
