import { AUXILIARY } from '../../english/auxiliaries.ts';
import { itemAt } from '../../article/item-at.ts';
/** The kind of thing an answer is, as commands and spans use it. */
export type AnswerKind = 'name' | 'money' | 'number' | 'date' | 'place' | 'reason' | 'description' | 'any';

/** Finer kinds, for ranking. */
export const TARGETS = [
  'person',
  'organisation',
  'name',
  'money',
  'percent',
  'count',
  'age',
  'duration',
  'measure',
  'date',
  'place',
  'reason',
  'manner',
  'definition',
  'thing',
  'any',
] as const;
export type TargetKind = (typeof TARGETS)[number];

/** What a question asks for: the kind of thing, and the position of the words that name it ("which *city*"). */
export type Target = Readonly<{
  kind: TargetKind;
  /** Word positions in the question, `from` inclusive and `to` exclusive, that name the thing asked for; empty when none do. */
  from: number;
  to: number;
}>;

const list = (words: string): string => words.trim().split(/\s+/u).join('|');
const PERSON = list(
  'person man woman people king queen emperor president leader author writer scientist mathematician physicist philosopher general ' +
    'prince princess pope bishop minister chancellor actor actress artist singer composer architect engineer inventor player coach ' +
    'professor historian economist governor duke ruler explorer theorist researcher chef ceo founder director official judge',
);
const ORGANISATION = list(
  'company companies firm firms organization organisation organizations organisations bank university college school institution party group ' +
    'team agency network church council committee court corporation newspaper magazine band club department ministry investor investors union',
);
const PLACE = list(
  'city cities country countries place town state region area areas location continent river village county street district province island ' +
    'nation nations building museum stadium park mountain sea ocean lake territory neighborhood',
);
const SUMS =
  'price cost costs salary revenue turnover budget profit debt debts fine fee compensation damages';
const MONEY = list(`${SUMS} sum revenues valuation profits loss losses income`);
/** Nouns that ask for something by themselves, as in "ticket price for the show?". */
const ASKING: Readonly<Partial<Record<TargetKind, string>>> = {
  money: list(
    `${SUMS} prices fees fines salaries wage wages pay bill deficit surplus sales takings payout bail ransom rent bonus`,
  ),
  count: list('attendance population headcount toll tally score casualties deaths viewers'),
  percent: list('share turnout'),
  measure: list('speed height length depth width weight distance temperature'),
  date: list('date dates deadline'),
  name: list(
    'backer backers investor investors founder founders owner owners boss ceo author coach manager chairman spokesman spokeswoman spokesperson',
  ),
};
const DATE = list('year years date day month century centuries decade decades era period season time');

/** A word before "when" or "where". After another question word ("What happened when …") they do not ask. */
const NO_QUESTION_WORD = String.raw`(?!(?:what|which|whom?|whose|why|how)\b)\S+ `;

/** The start of a question that asks for something, not whether something is so. */
const NO_YES_OR_NO = String.raw`^(?:(?:can|could) (?=you|anyone|someone)|(?!${AUXILIARY}\b))`;
/** Before "when" or "where" in a question whether that is known ("did they say when it opens?"), which asks for it all the same. */
const TOLD = String.raw`\b(?:say|said|know|known|tell|told|clear|announced?|decided?|mention(?:ed)?|asked|idea|out) `;

/** The first matching pattern decides, from narrow to wide. */
const RULES: readonly (readonly [RegExp, TargetKind])[] = [
  [
    /\b(?:what|which) (?:\w+ )?(?:percent\w*|proportion|fraction)\b|\bhow (?:much|many) percent|\bpercent/u,
    'percent',
  ],
  [
    new RegExp(
      String.raw`\bhow much (?:\w+ ){0,6}(?:pay|paid|worth|money|raised?|earn(?:ed)?|spend|spent|invest\w*|sell|sold|buy|bought|fund\w*|dollars?|euros?|pounds?|${MONEY})\b`,
      'u',
    ),
    'money',
  ],
  [
    new RegExp(
      String.raw`\b(?:what|which) (?:(?:is|was|are|were) (?:(?!of\b)\S+ ){0,4})?(?:amount of money|net worth|${MONEY})(?= (?:is|was|are|were|did|does|of|in|on|for|at|from|last|this)\b|[ ?]*$)`,
      'u',
    ),
    'money',
  ],
  [/\bvaluation\b|\bhow (?:big|large) (?:\w+ ){0,4}(?:round|deal|investment|fund|loan|fine)\b/u, 'money'],
  [/\bhow old\b|\b(?:what|which) age\b/u, 'age'],
  [
    /\bhow many\b|\b(?:what|which) (?:is |was )?(?:the )?(?:\w+ )?(?:number|population|headcount|score)\b/u,
    'count',
  ],
  [/\bhow long\b/u, 'duration'],
  [/\bhow (?:far|tall|high|deep|wide|heavy|fast|large|big|much|often|hot|cold|close|few)\b/u, 'measure'],
  [
    new RegExp(
      String.raw`${NO_YES_OR_NO}(?:${NO_QUESTION_WORD})*when\b|${TOLD}when\b|\b(?:what|which) (?:(?!present)\w+ )?(?:${DATE})\b|\bhow (?:recently|early|late|soon)\b`,
      'u',
    ),
    'date',
  ],
  [
    new RegExp(
      String.raw`${NO_YES_OR_NO}(?:${NO_QUESTION_WORD})*where\b|${TOLD}where\b|\b(?:what|which) (?:\w+ )?(?:${PLACE})\b`,
      'u',
    ),
    'place',
  ],
  [
    /\bwhy\b|\b(?:what|which) (?:\w+ )?(?:reasons?|causes?|caused|led to)\b|\bwhat (?:is|was) the (?:\w+ )?(?:reason|cause)\b/u,
    'reason',
  ],
  [/^who (?:is|was|are|were) (?:\S+ ?){1,3}\?*$/u, 'definition'],
  [new RegExp(String.raw`\b(?:what|which) (?:\w+ )?(?:${ORGANISATION})\b`, 'u'), 'organisation'],
  [
    new RegExp(
      String.raw`\b(?:what|which) (?:\w+ )?(?:${PERSON})\b|\b(?:what|which) (?:is|was|were) (?:the )?name of (?:the )?(?:\w+ )?(?:${PERSON})\b`,
      'u',
    ),
    'person',
  ],
  [/\b(?:who|whom|whose|whos)\b/u, 'name'],
  [/\bhow come\b|\bwhat made\b/u, 'reason'],
  [/\bhow\b/u, 'manner'],
  [
    /\bwhat (?:did|does|do|will|would) .*\b(?:cost|fetch|earn|charge|paid|set (?:\S+ ){1,3}back|(?:an|per|a) (?:hour|day|week|month|year))\b/u,
    'money',
  ],
  [/^what (?:is|are|was|were) (?:an? |the )?(?:\S+ ?){1,3}\?*$/u, 'definition'],
  [
    /\bwhat (?:does|do|did) (?:\S+ ){1,5}(?:mean|do|stand for|refer to|sell|make)\b|\bdefin(?:e|ed|ition)\b/u,
    'definition',
  ],
  [
    /\b(?:what|which) (?!(?:is|are|was|were|do|does|did|has|have|had|can|could|would|will|should|may|might|must)\b)\w+/u,
    'thing',
  ],
  [/^names? (?:of|for)\b|'s names?[ ?]*$|\bdo we have (?:a |their |the )?names?\b/u, 'name'],
  [/^age\b|'s age\b|^(?:the )?age of\b/u, 'age'],
  ...Object.entries(ASKING).map(
    ([kind, nouns]) =>
      [
        new RegExp(
          String.raw`${NO_YES_OR_NO}.*(?<!\b(?:which|any|no) )\b(?:${nouns})(?= (?:of|for|in|at|on|per|to|now|today|yet|so far)\b| ?[?.!;]| ?$)`,
          'u',
        ),
        kind as TargetKind,
      ] as const,
  ),
];

const COARSE: Readonly<Record<TargetKind, AnswerKind>> = {
  person: 'name',
  organisation: 'name',
  name: 'name',
  money: 'money',
  percent: 'number',
  count: 'number',
  age: 'number',
  duration: 'number',
  measure: 'number',
  date: 'date',
  place: 'place',
  reason: 'reason',
  manner: 'any',
  definition: 'description',
  thing: 'any',
  any: 'any',
};

const FINE: Readonly<Record<AnswerKind, TargetKind>> = {
  name: 'name',
  money: 'money',
  number: 'count',
  date: 'date',
  place: 'place',
  reason: 'reason',
  description: 'definition',
  any: 'any',
};

/** The coarse kind of a fine one. */
export const coarse = (kind: TargetKind): AnswerKind => COARSE[kind];

const WH = new Set(['what', 'which']);
/** Words that end the phrase after "what" or "which": a verb, or the start of the next phrase. */
const PHRASE_END = new Set(
  (
    'is are was were be been do does did has have had can could would will should may might must to in on at by for from with about ' +
    'that who which when where how than as and or the a an not if after before during under over'
  ).split(' '),
);
const PHRASE_MAX = 5;

/**
 * Determines what a question asks for. `folded` are its folded words. `kind` comes from the asker's command and wins over the words when
 * they disagree.
 */
export function readTarget(text: string, folded: readonly string[], kind?: AnswerKind): Target {
  const lower = text.toLowerCase().replace(/\s+/gu, ' ').trim();
  const read = RULES.find(([pattern]) => pattern.test(lower))?.[1] ?? 'any';
  const fine = kind === undefined || coarse(read) === kind ? read : FINE[kind];
  const at = folded.findIndex((word) => WH.has(word));
  let to = at + 1;
  if (at < 0) return { kind: fine, from: 0, to: 0 };
  while (to < folded.length && to - at <= PHRASE_MAX && !PHRASE_END.has(itemAt(folded, to))) to++;
  return { kind: fine, from: at + 1, to };
}
