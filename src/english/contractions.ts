/** A pronoun, question word or auxiliary verb joined with a verb or "not". The possessive is not among them. */
const CONTRACTION =
  /^(?:[a-z]+n't|(?:i|you|he|she|it|we|they|who|what|that|there|how|where|why|when)'(?:m|re|ve|ll|d))$/u;
/** Forms that are common without their apostrophe and are no other words ("well", "were", "id" are). */
const WITHOUT_APOSTROPHE: ReadonlySet<string> = new Set(
  (
    'isnt arent wasnt werent hasnt havent hadnt doesnt didnt dont cant couldnt wont wouldnt shouldnt aint ' +
    'im ive youre youve theyre theyve weve whos whats wheres whens whys hows thats theres'
  ).split(' '),
);

/** Whether a folded word is a contraction ("didn't", "whats"), which tells sentences apart as little as stop words do. */
export const isContraction = (folded: string): boolean =>
  CONTRACTION.test(folded) || WITHOUT_APOSTROPHE.has(folded);
