/** Nouns of events: four digits before one of them are a year. */
const EVENTS =
  'attacks?|protests?|elections?|games|championships?|cup|riots?|floods?|fires?|wildfires?|earthquakes?|hurricanes?|tsunami|olympics|season|seasons|' +
  'levels?|figures|results|prices|terms|talks|wars?|crisis|crises|census|polls?|uprisings?|bombings?|shootings?|killings?|murders?|revolutions?|budgets?|' +
  'referendum|vote|coup|invasion|summit|agreement|treaty|accord|deal|pandemic|outbreak|disaster|crash|recession|tour|edition|race|final|finals|report|' +
  'survey|study|law|act|campaign|draft|film|movie|album|book|novel|song|model|vintage|harvest|strike|strikes|hajj';
const FOUR = /^(?:1[0-9]|20)\d\d$/u;
const RECENT = /^(?:19|20)\d\d$/u;
const EVENT = new RegExp(`^ (?:\\p{L}+ )?(?:${EVENTS})\\b`, 'iu');
const PLURAL =
  /^(?: \p{L}[\p{L}’'-]*){0,2}? (?:\p{Ll}+s|\p{Ll}*(?:people|men|women|children)|staff|troops|police)\b/u;
const AT_A_YEAR = /\b(?:in|since|by|until|till|during|from|after|before)(?: early| late| mid)? $/iu;
const OF_A_YEAR = /\b(?:the|this|an?|of) $/iu;

/**
 * Whether a number is a year rather than a count, by the words around it: "in 2014 prices fell", "the 2001 attacks", "of 2000 levels",
 * but not "2000 machines" or "a survey of 1709 schoolchildren".
 */
export function isYear(before: string, number: string, after: string): boolean {
  if (!FOUR.test(number) || /^[ -]years?\b/u.test(after)) return false;
  if (RECENT.test(number) && OWNED.test(before) && /^ \p{L}/u.test(after)) return true;
  if (!PLURAL.test(after))
    return AT_A_YEAR.test(before) || (OF_A_YEAR.test(before) && isNamed(number, after));
  if (!RECENT.test(number)) return false;
  return EVENT.test(after) || AT_A_YEAR.test(before);
}

/** "her 1964 atlas", "Boyle's 1996 film" */
const OWNED = /(?:\b(?:its|their|our|his|her|my)|['’]s?) $/iu;
const isNamed = (number: string, after: string): boolean =>
  RECENT.test(number) && (EVENT.test(after) || /^ (?:\p{Lu}|\p{L}+[^s]\b)/u.test(after));
