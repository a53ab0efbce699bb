import type { Slice } from '../../article/article.ts';
import type { NameAt } from './name-in-sentence.ts';
import { itemAt } from '../../article/item-at.ts';

/** Stands for the name in the patterns and in the text they are matched against. No article contains it. */
const NAME = '\u0000';
/** An age between a name and its description. */
const AGED = '(?:, \\d{1,3})?';
/** Ends a description: punctuation, or a word that opens a new clause. */
const UNTIL =
  '(?=[,.;:!?)—]|\\s(?:and|but|which|who|that|has|have|had|is|was|are|were|will|would|said|says)\\b|$)';
const CLAUSE = '[^,.;:!?()—]{3,160}?';
/** A phrase from its nearest article on. It contains another article only after a preposition. */
const NEAREST =
  '(?:an?|the|its|his|her|their)\\s(?:(?!\\b(?:is|was|are|were|has|have|had|said|an?|the|its|his|her|their)\\s)[^,.;:!?()—]){2,80}?';
const PLACES =
  'village|town|city|capital|port|suburb|district|county|province|region|state|island|republic|kingdom|river|lake|peninsula';

/** Patterns of descriptions, in the group `what`, with their rank (lower is more certain). */
const WAYS: readonly (readonly [rank: number, pattern: RegExp])[] = [
  // Temasek (a Singaporean sovereign fund), but not an abbreviation: Federal Vehicle Office (FVO)
  [
    0,
    new RegExp(
      `${NAME} \\((?<what>(?:an?|the)\\s[^()]{3,160}|(?![\\p{Lu}.]+\\)|(?:left|right|cent(?:er|re)|pictured|above|below|front|back|seated|top|bottom)\\b)[^()\\d]{3,160})\\)`,
      'u',
    ),
  ],
  // Elena Quiroga, who is a former teacher,
  [
    1,
    new RegExp(
      `${NAME}${AGED}, (?:who|which) (?:is|was) (?:also |now |once )?(?<what>(?:an?|the|one of)\\s${CLAUSE})${UNTIL}`,
      'iu',
    ),
  ],
  // Alibaba is not only an e-commerce giant in China; but not "the theme of Alibaba is a"
  [
    2,
    new RegExp(
      `(?<!\\b(?:of|in|for|by|to|with|from|at|on|and|or) )${NAME}(?:${AGED},)? (?:is|was|are|were|became|remains) (?:not only |also |now )?(?<what>(?:an?|the|one of)\\s[^,.;:!?()—]{3,160})`,
      'iu',
    ),
  ],
  // Amadou Sankara, who leads the trial,
  [
    2,
    new RegExp(
      `${NAME}${AGED}, (?<what>(?:who|which) (?:leads|led|heads|headed|runs|ran|founded|co-founded|owns|owned|chairs|chaired|represents|represented|invented|wrote|designed|built|makes|operates|makes|sells|provides|advises)\\s[^,.;:!?()—]{3,160})`,
      'iu',
    ),
  ],
  // the fund known as Temasek; a user labelled "Anonymous"; the team's robot, named "Hope"
  [
    2,
    new RegExp(
      `(?:^|[\\s(“"])(?<what>(?:the (?:\\p{L}+ )?\\p{L}+['’]s\\s[^,.;:!?()—]{2,60}?|${NEAREST})),? (?:once |also |now |formerly |better )?(?:known as|called|named|dubbed|labell?ed|nicknamed|titled|entitled|going by the name(?: of)?) (?:the )?["“‘']?${NAME}`,
      'iu',
    ),
  ],
  // the village of Bel
  [
    3,
    new RegExp(
      `(?:^|[\\s(“"‘'])(?<what>(?:an?|the)\\s(?:\\p{L}[\\p{L}-]*\\s){0,3}?(?:${PLACES})) of ${NAME}`,
      'iu',
    ),
  ],
];

/** What a sentence says about a name in brackets, with a verb ("is a", "who leads"), or by naming it. */
export function saidOf({ text, tokens, from, to }: NameAt): readonly [rank: number, what: Slice] | undefined {
  const [start, end] = [itemAt(tokens, from).start, itemAt(tokens, to - 1).end];
  const possessive = /['’]s$/u.test(text.slice(start, end));
  const marked = `${text.slice(0, start)}${NAME}${text.slice(possessive ? end - 2 : end)}`;
  for (const [rank, pattern] of WAYS) {
    const match = pattern.exec(marked);
    const what = match?.groups?.['what']?.trimEnd();
    if (!match || what === undefined) continue;
    const at = match.index + match[0].indexOf(what);
    const place = at < start ? at : at + (possessive ? end - 2 : end) - start - NAME.length;
    return [rank, { start: place, end: place + what.length }];
  }
  return undefined;
}
