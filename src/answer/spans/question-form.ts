import type { Query } from '../../search/question/question.ts';
import { readTarget, type TargetKind } from '../../search/question/target.ts';
import { tagsOf, type Tag } from './tags.ts';

/**
 * How a question is built, which tells on which side of its verb the answer stands: "who led" (subject), "what did it
 * break" (object), "what is the record" (be), "who was it led by" (passive), "it was led by whom" (late).
 */
export const FORMS = ['subject', 'object', 'be', 'passive', 'late'] as const;
export type Form = (typeof FORMS)[number];

/** A question's form and the words that matter for it, as places among its words; -1 when there are none. */
export type QuestionForm = Readonly<{
  form: Form;
  /** The question word (who, what, when …). */
  wh: number;
  /** The first word after the question word and the noun that belongs to it ("which *city*"). */
  after: number;
  /** What is counted ("how many bus *shelters*"); -1 when nothing is. */
  counted: number;
  /** The verb that tells what happened. */
  verb: number;
  /** The preposition that the answer follows ("*in* what city", "what is it used *for*"). */
  preposition: string;
  /** Whether that preposition ends the question. */
  final: boolean;
  /** Whether it asks for a thing at all, and not for yes or no. */
  open: boolean;
  /** What is asked for; the question's own target but for a "when" that only opens a clause. */
  kind: TargetKind;
  /** Whether several things are asked for ("which fields", "what are"). */
  several: boolean;
}>;

const WH = new Set(['what', 'which', 'who', 'whom', 'whose', 'when', 'where', 'why', 'how']);
const forms = new WeakMap<Query, QuestionForm>();

const isClosed = (first: Tag | undefined): boolean => first === 'be' || first === 'auxiliary';

/** Reads the form of a question; once for all its sentences. */
export function questionForm(query: Query): QuestionForm {
  let known = forms.get(query);
  if (!known) forms.set(query, (known = readForm(query)));
  return known;
}

function readForm({ words, target, text }: Query): QuestionForm {
  const folded = words.map((word) => word.folded);
  const tags = tagsOf(
    folded,
    words.map(({ start }, at) => at > 0 && /^\p{Lu}/u.test(text.slice(start))),
  );
  // "When will the WHO decide": an abbreviation asks nothing, unless all is written in capitals.
  const isShouted = /\p{Lu}{2}/u;
  const shouted = !/\p{Ll}/u.test(text);
  const all = folded.flatMap((word, at) =>
    WH.has(word) && (shouted || !isShouted.test(text.slice(words[at]?.start, words[at]?.end))) ? [at] : [],
  );
  // "When the war ended, who led": the when opens a clause.
  const asks = all.filter((at) => folded[at] !== 'when');
  const clause = target.kind === 'date' && folded.includes('when') && asks.length > 0;
  const wh = (clause ? asks[0] : all[0]) ?? -1;
  const kind = clause
    ? readTarget(text.replace(/\bwhen\b/giu, ''), folded.with(folded.indexOf('when'), '')).kind
    : target.kind;
  const isVerb = (at: number): boolean =>
    tags[at] === 'verb' || tags[at] === 'participle' || tags[at] === 'gerund';
  const counts = /^how (?:many|much|old|long)$/u.test(folded.slice(wh, wh + 2).join(' '));
  let after = Math.max(wh + 1, target.from === wh + 1 ? target.to : 0, counts ? wh + 2 : 0);
  // "Which banks finance it": the verb is no part of what is asked for.
  while (after > wh + 2 && tags[after - 1] === 'verb') after -= 1;
  let counted = -1;
  if (/^how (?:many|much)$/u.test(folded.slice(wh, wh + 2).join(' '))) {
    let end = after;
    while (tags[end] === 'noun' || tags[end] === 'adjective' || tags[end] === 'name') end += 1;
    counted = end - 1;
  }
  let verb = -1;
  for (let at = after; at < folded.length; at++)
    if (isVerb(at) && (verb < 0 || tags[at] !== 'gerund')) verb = at;
  const final = tags.at(-1) === 'preposition' ? (folded.at(-1) ?? '') : '';
  const leading = wh > 0 && tags[wh - 1] === 'preposition' ? (folded[wh - 1] ?? '') : '';
  const next = tags[after];
  const noun = folded[after - 1] ?? '';
  const several = (after > wh + 1 && /[^s]s$/u.test(noun)) || /^(?:are|were)$/u.test(folded[after] ?? '');
  // "Besides trade, what is it known for?": what stands before a comma opens the question only.
  const opened = wh > 0 && /,\s*(?:\p{L}+ )?$/u.test(text.slice(0, words[wh]?.start));
  const late = wh > 2 && !opened;
  return {
    form: late ? 'late' : formOf(next, verb, after, isVerb(verb)),
    wh,
    after,
    counted,
    verb,
    preposition: leading || final,
    final: final !== '',
    kind,
    several,
    open: wh >= 0 || !isClosed(tags[0]),
  };
}

/** The form by the word after the question word and its noun. */
function formOf(next: Tag | undefined, verb: number, after: number, hasVerb: boolean): Form {
  if (next === 'auxiliary') return hasVerb ? 'object' : 'be';
  if (next === 'be') return verb > after ? 'passive' : 'be';
  return 'subject';
}
