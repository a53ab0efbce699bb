import { AUXILIARY } from '../../english/auxiliaries.ts';
import type { Slice } from '../../article/article.ts';
import { IRREGULAR } from '../../english/irregular-verbs.ts';
import { fold } from '../../english/words.ts';

/** A word that may end one clause and open the next. */
const JOINT = /(?:[;:—–]|,)?\s+(?:and|but|while|whereas|although|though|yet|then)\s+|[;:—–]\s+/giu;
const HELPER =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|shall|should|must|do|does|did)$/u;
/** Most words of a new clause before its verb. */
const BEFORE_VERB = 6;

const isVerb = (word: string): boolean => {
  const folded = fold(word);
  return HELPER.test(folded) || IRREGULAR.has(folded) || /[^aeiou]ed$|ied$|eed$|ued$/u.test(folded);
};

/** Whether a text begins with a clause: there is a verb among its first words. */
const opensClause = (text: string): boolean => text.split(/\s+/u).slice(0, BEFORE_VERB).some(isVerb);

/** Whether a clause begins with its verb, so that it shares the subject of the clause before. */
export const opensWithVerb = (clause: string): boolean => isVerb(/^\S+/u.exec(clause)?.[0] ?? '');

/** The clauses of a sentence, in order and without gaps. It is cut where "and", "but" or a semicolon is followed by another verb. */
export function clausesOf(sentence: string): Slice[] {
  const clauses: Slice[] = [];
  let start = 0;
  for (const { index, 0: joint } of sentence.matchAll(JOINT)) {
    const next = index + joint.length;
    if (
      (!joint.includes(';') && !opensClause(sentence.slice(next))) ||
      !opensClause(sentence.slice(start, index).trim())
    )
      continue;
    clauses.push({ start, end: index });
    start = next;
  }
  clauses.push({ start, end: sentence.length });
  return clauses;
}

const DENIED =
  /\b(?:not|never|no longer|neither|nor|without|denie[sd]|den(?:y|ying)|refuse[sd]?|refusing|fail(?:s|ed)? to|declined? to|cannot)\b|n['’]t\b/iu;

/** Whether a clause is negated. */
export const isDenied = (clause: string): boolean => DENIED.test(clause);

const NEGATED = `(?:${AUXILIARY}n['’]?t|ca(?:n['’]?t|nnot)|won['’]?t|${AUXILIARY}(?: [^\\s,]+){0,3}(?<! or) not)`;
/** "Who didn't sign", "which of them has not paid", "how many never came"; not "did they or not", "the total, not the share". */
const ASKS_WHAT_IS_NOT = new RegExp(
  String.raw`\b(?:who|what|which(?: [^\s,]+){1,4}|how many(?: [^\s,]+){1,4}) (?:${NEGATED}|never)\b`,
  'iu',
);
const NONE = /\b(?:no|none|nobody|unable)\b/iu;

/** Whether a question asks what is not so, and a quote says only what is. */
export const saysTheOpposite = (question: string, quote: string): boolean =>
  ASKS_WHAT_IS_NOT.test(question) && !isDenied(quote) && !NONE.test(quote);

/** Words that refer to someone or something named before. */
const TAKES_UP =
  /\b(?:he|she|it|they|him|her|them|his|its|their|hers|theirs|this|these|that|those|we|our|i|my|who|which|the (?:company|firm|group|bank|club|team|party|city|town|country|government|university|museum|school|agency|couple|pair|two|former|latter|deal|round|man|woman|boy|girl|study|report|plan|project|move|purchase|sale|\p{Ll}+maker))\b/iu;

/** Whether a clause refers to someone or something named before it. */
export const takesUp = (clause: string): boolean => TAKES_UP.test(clause);
