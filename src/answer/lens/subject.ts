import type { Document, Sentence } from '../../article/article.ts';
import { quoteOf } from '../../article/document.ts';
import { takesUp } from '../support/clauses.ts';
import { isNamed } from '../support/support.ts';
import { isAsideName, namesIn } from '../spans/names.ts';

/** Number of earlier sentences that are searched for what "it" refers to. */
const REACH = 5;

/** Prepositions before a name that is not the subject: "600 jobs *at* Castor's headquarters". After "of" comes the owner. */
const ASIDE =
  /\b(?:in|at|for|by|with|from|to|on|into|near|outside|than|as|about|after|since|like) (?:the |its |their |an? )?(?:\p{L}+ )?$/iu;
/**
 * "Its rival Quantik", "her former company Kestrel": the name belongs to another company. A bare "Its biggest owner" is about the
 * company named before.
 */
const OPENS_WITH_OWNER = /^(?:["“]?\s*)(?:its|their|the (?:company|firm|group|bank|business|maker)['’]s)\b/iu;
/** Two companies merge into a third. */
const MERGED =
  /^(?:the|a) (?:combined|merged|enlarged|joint|new) (?:company|group|firm|bank|entity|business)\b/iu;
const SPOKEN = /^["“]|["”],? (?:said|says|told)/u;
const WE = /\b(?:we|our|us)\b/iu;
/** Verbs whose object is the company that the sentence is about: "The round values Ferrow at". */
const SAYS_OF =
  /\b(?:values?|valued|valuing|put|puts|makes?|making|gives?|giving|backs?|backed|led|leads?|joined|invest\w* in|stakes? in|owners? of|shares? of|funds?|funded|founded|started|set up|employs?)\b[^.]{0,40}$/iu;

/**
 * Whether a sentence is about a company: it is the subject, or the subject refers to it ("it", "the round"), or it is the object of a
 * verb such as "values". Not if the subject is another name.
 */
export function speaksOf(document: Document, sentence: Sentence, company: string): boolean {
  const quote = quoteOf(document, sentence);
  if (MERGED.test(quote)) return false;
  if (isGapped(quote, company)) return true;
  const subject = subjectOf(document, sentence.n - 1, REACH);
  if (subject !== undefined && isCompany(subject, company)) return true;
  return saidOf(quote, company) && (subject === undefined || !startsWithName(quote));
}

/** "Voltry is valued at $5 billion, *Ampère Nord at €1.9 billion*": the part about another company than the subject. */
export function gappedPart(
  quote: string,
  company: string,
): Readonly<{ start: number; end: number }> | undefined {
  for (const { start, end } of namesIn(quote)) {
    if (
      !isCompany(quote.slice(start, end), company) ||
      !/[,;] (?:and |while )?$/u.test(quote.slice(0, start))
    )
      continue;
    if (!/^ (?:at|to|with|by|about|over|more than|[$€£¥\d])/u.test(quote.slice(end))) continue;
    const stop = /[,;.](?: |$)/u.exec(quote.slice(end));
    return { start, end: end + (stop?.index ?? quote.length - end) };
  }
  return undefined;
}

const isGapped = (quote: string, company: string): boolean => gappedPart(quote, company) !== undefined;

/** The company that a sentence is about: its first name that is a subject, or the one it refers to in earlier sentences. */
function subjectOf(document: Document, at: number, reach: number): string | undefined {
  const sentence = document.sentences[at];
  if (!sentence || reach === 0) return headlineSubject(document);
  const quote = quoteOf(document, sentence);
  if (SPOKEN.test(quote) && WE.test(quote)) return headlineSubject(document);
  const own = ownSubject(quote, isNameIn(document));
  if (own !== undefined && !OPENS_WITH_OWNER.test(quote)) return own;
  if (
    own !== undefined &&
    /^["“]?\s*(?:its|their) (?:\p{Ll}+ ){0,2}(?:rival|competitor|peer|parent|subsidiary|supplier|customer|partner)s?\b/iu.test(
      quote,
    )
  )
    return own;
  return subjectOf(document, at - 1, reach - 1);
}

/** The first name in subject position: before the verb, and not after a preposition. */
function ownSubject(quote: string, isKnown: (word: string) => boolean): string | undefined {
  const verb =
    /\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|said|says|values?|makes?|sells?|plans?|employs?|offers?|\p{Ll}{3,}ed)\b/u.exec(
      quote,
    );
  const before = verb ? verb.index : quote.length;
  for (const { start, end } of namesIn(quote, isKnown)) {
    if (isAsideName(quote, start, end)) continue;
    if (start >= before && takesUp(quote.slice(0, before))) return undefined;
    if (ASIDE.test(quote.slice(0, start))) continue;
    return quote.slice(start, end);
  }
  return undefined;
}

/** Whether an article capitalises a word inside a sentence too. */
const isNameIn =
  ({ article: { text } }: Document) =>
  (word: string): boolean => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      if (/[\p{Ll},;] $/u.test(text.slice(Math.max(0, at - 2), at))) return true;
    return false;
  };

function headlineSubject({ article: { headline } }: Document): string | undefined {
  const [first] = namesIn(headline);
  return first && headline.slice(first.start, first.end);
}

const startsWithName = (quote: string): boolean => (namesIn(quote)[0]?.start ?? 1) === 0;

/** Whether a sentence says something about a company that is its object. */
function saidOf(quote: string, company: string): boolean {
  return namesIn(quote).some(
    ({ start, end }) => isCompany(quote.slice(start, end), company) && SAYS_OF.test(quote.slice(0, start)),
  );
}

/** "Ferrow" is "Ferrow Robotics", and vice versa. */
const isCompany = (name: string, company: string): boolean =>
  isNamed(company, name) || isNamed(name, company);
