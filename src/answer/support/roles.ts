import { AUXILIARY } from '../../english/auxiliaries.ts';
import { IRREGULAR } from '../../english/irregular-verbs.ts';
import { STOP_WORDS, term, words, type Word } from '../../english/words.ts';

/** Words that make a verb passive. */
const BE = /^(?:is|are|was|were|be|been|being|got|gets)$/u;
/** Comes before the verb of a question whose subject is inverted ("did Acme buy"). */
const IS_AUXILIARY = new RegExp(`^${AUXILIARY}$`, 'u');
/** Begins a phrase or clause whose names are no objects of the verb before. */
const PHRASE_OR_CLAUSE =
  /^(?:for|from|to|in|at|on|with|by|of|and|when|while|before|after|if|because|since|until|that|who|which)$/u;
/** Most words between "was" and the verb ("was later bought"). */
const PASSIVE_REACH = 2;

type Role = 'subject' | 'object';

/**
 * Whether a name has the opposite role in a clause to its role in the question ("Who bought Acme?" against "Acme bought Globex").
 * Determined from a verb that both have, its voice, and the side on which the name is. False when unclear.
 */
export function rolesConflict(question: string, name: string, clause: string): boolean {
  const own = words(name)[0]?.folded;
  if (own === undefined) return false;
  const asked = words(question);
  const told = words(clause);
  for (const [at, { folded }] of asked.entries()) {
    if (STOP_WORDS.has(folded)) continue;
    const verb = term(folded);
    const place = told.findIndex((word) => term(word.folded) === verb);
    if (place < 0 || !looksLikeVerb(told, place)) continue;
    const wanted = roleIn(asked, at, own, true);
    const found = roleIn(told, place, own, false);
    if (wanted !== undefined && found !== undefined && wanted !== found) return true;
  }
  return false;
}

/** A word with a past-tense form, or after a word that verbs follow. */
function looksLikeVerb(all: readonly Word[], at: number): boolean {
  const before = all[at - 1]?.folded ?? '';
  const word = all[at]?.folded ?? '';
  if (/^(?:an?|the|its|his|her|their|this|that|of)$/u.test(before)) return false;
  return (
    IRREGULAR.has(word) || word.endsWith('ed') || /^(?:to|will|would|can|could|may|might)$/u.test(before)
  );
}

/** The role of a name for a verb; undefined when it is on both sides or on neither. */
function roleIn(all: readonly Word[], verb: number, name: string, asks: boolean): Role | undefined {
  const before = all.slice(0, verb).some(({ folded }) => folded === name);
  const after = all.slice(verb + 1).some(({ folded }) => folded === name);
  if (before === after) return undefined;
  const helpers = all.slice(Math.max(0, verb - PASSIVE_REACH), verb);
  const passive =
    helpers.some(({ folded }) => BE.test(folded)) ||
    (asks && all.slice(0, verb).some(({ folded }) => BE.test(folded)));
  // After an active verb, only what follows directly is its object: "bought Globex for $40 million in Acme's name".
  if (after && all[verb + 1]?.folded !== name && !passive) {
    const at = all.findIndex(({ folded }, place) => place > verb && folded === name);
    if (all.slice(verb + 1, at).some(({ folded }) => PHRASE_OR_CLAUSE.test(folded))) return undefined;
  }
  if (before && asks && !passive && !all.slice(0, verb).some(({ folded }) => IS_AUXILIARY.test(folded)))
    return undefined;
  return before === passive ? 'object' : 'subject';
}
