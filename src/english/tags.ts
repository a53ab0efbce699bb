import words from './parts-of-speech.json' with { type: 'json' };
import { itemAt } from '../article/item-at.ts';

/** The part of speech of a word, as finely as finding spans needs. */
export type Tag =
  | 'determiner'
  | 'possessive'
  | 'preposition'
  | 'to'
  | 'conjunction'
  | 'subordinator'
  | 'relative'
  | 'pronoun'
  | 'be'
  | 'auxiliary'
  | 'verb'
  | 'participle'
  | 'gerund'
  | 'adjective'
  | 'adverb'
  | 'number'
  | 'name'
  | 'noun';

const CLOSED = {
  determiner: 'the a an this these those each every any some no another all both either neither such what',
  possessive: 'its his her their our my your whose',
  preposition:
    'of in on at by for from with into onto upon about against between among amongst through throughout during without within under over above ' +
    'below across along around behind beside besides beyond near off out outside inside per toward towards via despite except like unlike until ' +
    'till since after before than up down amid following including concerning regarding',
  to: 'to',
  conjunction: 'and or but nor yet plus',
  subordinator:
    'because although though while whereas if unless whether as so that when where why how once hence therefore thus',
  relative: 'which who whom',
  pronoun:
    'he she it they we i you him them us me himself herself itself themselves there one ones others none someone somebody something anyone ' +
    'anything everyone everything nobody nothing',
  be: "is are was were be been being am isn't aren't wasn't weren't",
  auxiliary:
    'has have had having do does did can could will would shall should may might must cannot ' +
    "hasn't haven't hadn't don't doesn't didn't can't couldn't won't wouldn't shouldn't",
  adverb:
    'not never also only very too just even still already often always sometimes usually then now here again ever rather quite almost nearly ' +
    'most more less least much well later earlier soon away back together instead however indeed perhaps especially particularly mainly ' +
    'approximately roughly furthermore moreover meanwhile today yesterday tomorrow ago first once twice',
  adjective:
    'many few several other same own new old large small big great good high low long short main major own last next previous former latter ' +
    'early late public national international local federal medical economic human',
  number:
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty ' +
    'forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens half',
  verb:
    'became began broke brought built bought caught chose came cut dealt did drew drove fell felt fought found flew forgot gave went grew had heard ' +
    'held hid hit kept knew laid led left lent let lost made meant met paid put ran rose said sold sent set shook shot sang sat slept spoke spent ' +
    'spread stood stole struck swam took taught tore told thought threw understood woke wore won wrote became shut beat bent bit blew bred dug ' +
    'sought swept swore wound sank sprang froze rode rang ate',
  participle:
    'known given taken written seen shown drawn driven grown born begun broken chosen fallen forgotten frozen gone hidden risen shaken spoken ' +
    'stolen sung sunk thrown torn withdrawn worn woven done made held led built found sold paid lost left sent told brought bought kept set put',
} satisfies Partial<Record<Tag, string>>;

const listed = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const VERBS = listed(words.verbs);
const SOMETIMES_VERBS = listed(words.sometimesVerbs);
const ADJECTIVES = listed(words.adjectives);
const ADVERBS = listed(words.adverbs);
const IRREGULAR = listed(`${CLOSED.verb} ${CLOSED.participle}`);

/** The possible tag of a word by itself. `either` means verb or noun. */
type Lone = Tag | 'either';

const LONE = new Map<string, Lone>();
for (const [tag, list] of Object.entries(CLOSED))
  for (const word of list.split(' ')) if (!LONE.has(word)) LONE.set(word, tag as Tag);

/** Size of the cache, which is emptied when full. */
const MAX_KEPT = 100_000;

function loneTag(folded: string): Lone {
  let tag = LONE.get(folded);
  if (tag === undefined) {
    tag = readTag(folded);
    if (LONE.size >= MAX_KEPT) return tag;
    LONE.set(folded, tag);
  }
  return tag;
}

function readTag(folded: string): Lone {
  if (/\p{N}/u.test(folded)) return 'number';
  if (ADVERBS.has(folded) || /[^aeiou]ly$/u.test(folded)) return 'adverb';
  if (isAdjective(folded) || bases(folded, 'est').some(isAdjective)) return 'adjective';
  if (VERBS.has(folded)) return 'verb';
  if (SOMETIMES_VERBS.has(folded)) return 'either';
  const third = bases(folded, 's');
  if (third.some((base) => VERBS.has(base))) return 'verb';
  if (third.some((base) => SOMETIMES_VERBS.has(base))) return 'either';
  if (/..ed$/u.test(folded) && bases(folded, 'ed').some(mayBeVerb)) return 'participle';
  if (/..ing$/u.test(folded) && bases(folded, 'ing').some(mayBeVerb)) return 'gerund';
  return /(?:ous|ful|less|able|ible|ive|ical|ic|ial|ual|ese)$/u.test(folded) ? 'adjective' : 'noun';
}

const isAdjective = (word: string): boolean => ADJECTIVES.has(word) || LONE.get(word) === 'adjective';
const mayBeVerb = (base: string): boolean => VERBS.has(base) || SOMETIMES_VERBS.has(base);

/** Possible base forms of an inflected verb: "plan" for "planned", "close" for "closing". */
function bases(form: string, ending: 's' | 'ed' | 'ing' | 'est'): string[] {
  if (!form.endsWith(ending)) return [];
  const stem = form.slice(0, -ending.length);
  const found = [stem, `${stem}e`];
  if (ending === 's' && stem.endsWith('e')) found.push(stem.slice(0, -1));
  if (stem.endsWith('i') || stem.endsWith('ie')) found.push(`${stem.replace(/ie?$/u, '')}y`);
  if (stem.at(-1) === stem.at(-2)) found.push(stem.slice(0, -1));
  return found;
}

const NOUN_OPENERS: ReadonlySet<Tag | undefined> = new Set([
  'determiner',
  'possessive',
  'adjective',
  'preposition',
  'number',
]);
const VERB_OPENERS: ReadonlySet<Tag | undefined> = new Set(['to', 'auxiliary', 'pronoun', 'relative']);
const AFTER_VERB: ReadonlySet<Tag | undefined> = new Set([
  'determiner',
  'possessive',
  'preposition',
  'to',
  'pronoun',
  'adverb',
  'number',
  'name',
]);

/** Endings of adjectives from places; before a noun they name nobody. */
const DEMONYM = /(?:ese|ish|ian|ean|can|ch|ern)$/u;
const OF_NOUNS: ReadonlySet<Lone | undefined> = new Set(['noun', 'either', 'adjective']);

/**
 * Tags the words of a sentence. A word that may be a verb or a noun is decided by its neighbours. Accurate enough to find where phrases
 * begin and end, and no more.
 */
export function tagsOf(folded: readonly string[], capital: readonly boolean[]): Tag[] {
  const lone = folded.map(loneTag);
  const tags: Tag[] = [];
  for (const [at, tag] of lone.entries()) tags.push(settle(tag, at, lone, tags, capital, itemAt(folded, at)));
  return tags;
}

function settle(
  tag: Lone,
  at: number,
  lone: readonly Lone[],
  tags: readonly Tag[],
  capital: readonly boolean[],
  word: string,
): Tag {
  const before = tags[at - 1];
  const after = lone[at + 1];
  const open =
    tag === 'noun' ||
    tag === 'either' ||
    tag === 'verb' ||
    tag === 'adjective' ||
    tag === 'gerund' ||
    tag === 'participle';
  const describes =
    capital[at] === true && DEMONYM.test(word) && capital[at + 1] === false && OF_NOUNS.has(after);
  if (describes) return 'adjective';
  // "12 May", "Will Smith": auxiliaries are not capitalised inside a sentence.
  const named = open || tag === 'adverb' || tag === 'auxiliary';
  if (capital[at] && at > 0 && (named || capital[at - 1] || capital[at + 1])) return 'name';
  if (capital[at] && tag === 'auxiliary' && after === 'number') return 'name';
  if (capital[at] && at === 0 && tag === 'noun') return 'name';
  if (tag === 'participle' || (tag === 'verb' && IRREGULAR.has(word))) return settlePast(before, after, tag);
  if (tag === 'either') return isVerb(before, after) ? 'verb' : 'noun';
  if (tag === 'verb' && (before === 'determiner' || before === 'possessive' || before === 'adjective'))
    return 'noun';
  return tag;
}

function settlePast(before: Tag | undefined, after: Lone | undefined, tag: 'participle' | 'verb'): Tag {
  if (before === 'be' || before === 'auxiliary') return 'participle';
  if ((before === 'determiner' || before === 'possessive') && after !== undefined) return 'adjective';
  if (after === 'preposition' && (before === 'noun' || before === 'name') && tag === 'participle')
    return 'participle';
  return tag === 'verb'
    ? 'verb'
    : before === 'noun' || before === 'name' || before === 'pronoun'
      ? 'verb'
      : 'participle';
}

function isVerb(before: Tag | undefined, after: Lone | undefined): boolean {
  if (VERB_OPENERS.has(before)) return true;
  if (before === undefined || NOUN_OPENERS.has(before)) return false;
  return (before === 'noun' || before === 'name') && AFTER_VERB.has(after as Tag);
}
