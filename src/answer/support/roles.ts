import { IRREGULAR } from '../../english/irregular-verbs.ts';
import { STOP_WORDS, term, words, type Word } from '../../english/words.ts';

/** Words that make a verb passive. */
const BE = /^(?:is|are|was|were|be|been|being|got|gets)$/u;
/** What stands before a verb in a question when its subject comes first ("did Acme buy"). */
const AUXILIARY = /^(?:did|does|do|has|have|had|will|would|can|could|should|is|are|was|were)$/u;
/** Words between "was" and the verb that change nothing ("was later bought"). */
const PASSIVE_REACH = 2;

type Role = 'subject' | 'object';

/**
 * Whether a name does in a clause what the question has done to it, or the reverse ("Who bought Acme?" against "Acme
 * bought Globex"). Told by a verb that both have, by its voice, and by the side on which the name stands; where that is not plain,
 * there is no conflict.
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

/** A word in the form of a past, or behind a word that verbs stand behind. */
function looksLikeVerb(all: readonly Word[], at: number): boolean {
  const before = all[at - 1]?.folded ?? '';
  const word = all[at]?.folded ?? '';
  if (/^(?:an?|the|its|his|her|their|this|that|of)$/u.test(before)) return false;
  return (
    IRREGULAR.has(word) || word.endsWith('ed') || /^(?:to|will|would|can|could|may|might)$/u.test(before)
  );
}

/** What a name is to a verb; undefined when it stands on both sides or on none. */
function roleIn(all: readonly Word[], verb: number, name: string, asks: boolean): Role | undefined {
  const before = all.slice(0, verb).some(({ folded }) => folded === name);
  const after = all.slice(verb + 1).some(({ folded }) => folded === name);
  if (before === after) return undefined;
  const helpers = all.slice(Math.max(0, verb - PASSIVE_REACH), verb);
  const passive =
    helpers.some(({ folded }) => BE.test(folded)) ||
    (asks && all.slice(0, verb).some(({ folded }) => BE.test(folded)));
  // Behind an active verb only what follows at once is its object: "bought Globex for $40 million in Acme's name".
  if (after && all[verb + 1]?.folded !== name && !passive) {
    const at = all.findIndex(({ folded }, place) => place > verb && folded === name);
    if (
      all.slice(verb + 1, at).some(({ folded }) => /^(?:for|from|to|in|at|on|with|by|of|and)$/u.test(folded))
    )
      return undefined;
  }
  if (before && asks && !passive && !all.slice(0, verb).some(({ folded }) => AUXILIARY.test(folded)))
    return undefined;
  return before === passive ? 'object' : 'subject';
}
