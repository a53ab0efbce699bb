import type { Slice } from '../../../article/article.ts';
import type { Attribution } from './antecedent.ts';
import type { Speaker } from './phrase.ts';
import { TITLES } from './speech-words.ts';
import { namesOf } from './subject.ts';
import { textTokens } from './text-tokens.ts';

/** Words for the publication or a part of it, rather than for someone in the news. */
const PUBLICATION =
  /^(?:article|report|story|paper|newspaper|website|site|magazine|piece|headline|title|zeitung|artikel|bericht|überschrift|journal|titre|diario|artículo|periódico|titular)$/u;

/** Whether the claimed speaker is the publication itself; `publication` has the words of its name. */
export const isPublication = ({ names, words }: Speaker, publication: readonly string[]): boolean =>
  [...names, ...words].some((word) => PUBLICATION.test(word) || publication.includes(word));

/** Number of letters that two forms of a role share: "Bürgermeister" and "Bürgermeisterin". */
const STEM = 5;
/** Shortest last part of a German compound. Letters. */
const COMPOUND = 7;

/** Every name in a text, with the words before it. */
export const mentionsIn = (text: string, paragraphs: readonly Slice[]): Speaker[] =>
  paragraphs.flatMap(({ start, end }) => namesOf(textTokens(text, start, end)));

const isAlike = (a: string, b: string): boolean =>
  a === b ||
  // A Japanese name has no spaces and begins with the surname: "田中市長" and "田中一郎".
  (/^\p{sc=Han}{2}/u.test(a) && a.slice(0, 2) === b.slice(0, 2)) ||
  (Math.min(a.length, b.length) >= STEM && (a.startsWith(b) || b.startsWith(a))) ||
  // "Verkehrsminister" ends in "Minister".
  (Math.min(a.length, b.length) >= COMPOUND && (a.endsWith(b) || b.endsWith(a)));
const holds = (list: readonly string[], word: string): boolean => list.some((each) => isAlike(each, word));

/** Everything an article calls a speaker: the names and words of every mention that may be the same person. */
function known({ names, heads, words }: Speaker, mentions: readonly Speaker[]) {
  const all = { names: new Set(names), words: new Set(words) };
  for (const mention of mentions) {
    if (!heads.some((head) => mention.names.includes(head))) continue;
    // Two full names with the same surname are two people.
    if (names.length > 1 && mention.names.length > 1 && !sharesGivenName(names, mention.names)) continue;
    for (const name of mention.names) all.names.add(name);
    for (const word of mention.words) all.words.add(word);
  }
  return { names: [...all.names], words: [...all.words] };
}

const sharesGivenName = (a: readonly string[], b: readonly string[]): boolean =>
  a.filter((name) => b.includes(name)).length > 1;

/**
 * Whether an article attributes a quotation to another speaker than was claimed. False when that is unclear: no certain name, a role
 * that may fit, or a claim that means the publication itself.
 */
export function isOther(
  claimed: Speaker,
  { candidates }: Attribution,
  mentions: readonly Speaker[],
  publication: readonly string[],
): boolean {
  if (claimed.pronoun !== undefined) return false;
  if (isPublication(claimed, publication)) return false;
  return candidates.every((candidate) => differs(claimed, candidate, mentions));
}

function differs(claimed: Speaker, speaker: Speaker, mentions: readonly Speaker[]): boolean {
  if (speaker.pronoun !== undefined) return false;
  const called = known(speaker, mentions);
  const [words, names] = [[...called.words, ...called.names], called.names];
  if (claimed.names.length === 0) return isOtherRole(claimed, speaker, words, mentions);
  if (claimed.heads.some((head) => holds(words, head))) return isNamesake(claimed, names, mentions);
  if (speaker.heads.some((head) => holds(claimed.names, head))) return isNamesake(claimed, names, mentions);
  if (isAcronym(claimed.names, names) || isAcronym(names, claimed.names)) return false;
  // The article gives only a role, which the claimed speaker may have.
  if (speaker.names.length === 0)
    return !shares(claimed.words, words) && (isDocument(speaker) || !isMentioned(claimed, mentions));
  return true;
}

/** "Ahmed Mohamed" is not "Hassan Mohamed" if the article names both. */
function isNamesake({ names }: Speaker, called: readonly string[], mentions: readonly Speaker[]): boolean {
  const given = names[0];
  if (names.length < 2 || called.length < 2 || given === undefined || holds(called, given)) return false;
  return mentions.some((mention) => names.every((name) => mention.names.includes(name)));
}

/** A role belongs to another when someone else has it and this speaker is not known to. */
function isOtherRole(
  claimed: Speaker,
  { heads }: Speaker,
  words: readonly string[],
  mentions: readonly Speaker[],
): boolean {
  const role = claimed.words.at(-1);
  if (role === undefined || claimed.words.some((word) => holds(words, word)) || heads.length === 0)
    return false;
  return mentions.some(
    (mention) =>
      (mention.names.length > 1 || mention.words.some((word) => TITLES.has(word))) &&
      mention.words.includes(role) &&
      !mention.names.some((name) => holds(words, name)),
  );
}

/** "PC World's analysis", "the Home Office letter": a document, not a person. */
const isDocument = ({ words }: Speaker): boolean =>
  words.some((word) =>
    /^(?:analysis|letter|report|study|survey|statement|document|website|memo|poll|ruling|verdict|law|editorial|tweet|blog)$/u.test(
      word,
    ),
  );

const isMentioned = ({ heads }: Speaker, mentions: readonly Speaker[]): boolean =>
  mentions.some(({ names }) => heads.some((head) => names.includes(head)));

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((word) => holds(b, word));

/** "WHO" is "World Health Organisation". */
function isAcronym([short, ...more]: readonly string[], names: readonly string[]): boolean {
  if (short === undefined || more.length > 0 || short.length < 2 || names.length < 2) return false;
  return names.map((name) => name.charAt(0)).join('') === short;
}
