import type { Document } from '../../article/article.ts';
import { passageOf, spanOf, type Passage } from '../answer.ts';

/** How sure a way of describing is: lower comes first. */
type Way = Readonly<{ rank: number; pattern(name: string): RegExp }>;

/** What ends a description: punctuation, or a word that opens a new clause. */
const UNTIL =
  '(?=[,.;:!?)—]|\\s(?:and|but|which|who|that|has|have|had|is|was|are|were|will|would|said|says)\\b|$)';
const CLAUSE = '[^,.;:!?()—]{3,160}?';

/**
 * The ways an article says who or what a name is. Each has the description in the group `what`. The name is matched as it
 * is written, whatever its case.
 */
const WAYS: readonly Way[] = [
  // Temasek (a Singaporean sovereign fund)
  {
    rank: 0,
    pattern: (name) => new RegExp(`${name} \\((?<what>(?:an?|the)\\s[^()]{3,160}|[^()\\d]{3,160})\\)`, 'giu'),
  },
  // Suning, a Chinese household appliances distributor.
  {
    rank: 1,
    pattern: (name) => new RegExp(`${name}, (?<what>(?:an?|the|one of)\\s${CLAUSE})${UNTIL}`, 'giu'),
  },
  // Alibaba is not only an e-commerce giant in China
  {
    rank: 2,
    pattern: (name) =>
      new RegExp(
        `${name} (?:is|was|are|were|became|remains) (?:not only |also |now )?(?<what>(?:an?|the|one of)\\s[^,.;:!?()—]{3,160})`,
        'giu',
      ),
  },
  // the Chinese giant Alibaba; Its platform Viper
  {
    rank: 3,
    pattern: (name) =>
      new RegExp(
        `(?<=^|[\\s(“"‘'])(?<what>(?:an?|the|its|his|her|their)\\s(?:\\p{L}[\\p{L}’'-]*\\s){0,3}\\p{Ll}[\\p{Ll}’'-]*) ${name}`,
        'giu',
      ),
  },
  // a lawyer, Jane Doe, said
  {
    rank: 2,
    pattern: (name) =>
      new RegExp(`(?<=^|[\\s(“"‘'])(?<what>(?:an?|the|its|his|her|their)\\s${CLAUSE}), ${name}[,.]`, 'giu'),
  },
  // the fund known as Temasek
  {
    rank: 2,
    pattern: (name) =>
      new RegExp(`(?<what>(?:an?|the)\\s${CLAUSE}) (?:known as|called|named|dubbed) ${name}`, 'giu'),
  },
];

/** A sentence that says who or what a name is; its only span is the description. */
export type Description = Readonly<{ passage: Passage; rank: number }>;

/** How a sentence describes a name in the surest way it does; the rank is 0 for the surest. */
export function descriptionIn(passage: Passage, name: string): Description | undefined {
  return describer(name)?.(passage);
}

function describer(name: string): ((passage: Passage) => Description | undefined) | undefined {
  const wanted = namePattern(name);
  if (wanted === '') return undefined;
  const ways = WAYS.map(({ rank, pattern }) => ({ rank, pattern: pattern(wanted) }));
  return (passage) =>
    ways
      .flatMap(({ rank, pattern }) => describe(passage, pattern, rank))
      .toSorted((a, b) => a.rank - b.rank)[0];
}

/** How the articles describe a name, the surest ways first, then in the order of the archive. Each sentence once. */
export function descriptions(documents: readonly Document[], name: string): Description[] {
  const describeIn = describer(name);
  if (!describeIn) return [];
  const found = documents.flatMap((document) =>
    document.sentences.flatMap((sentence) => describeIn(passageOf(document, sentence)) ?? []),
  );
  return found.toSorted((a, b) => a.rank - b.rank);
}

function describe(passage: Passage, pattern: RegExp, rank: number): Description[] {
  return [...passage.quote.matchAll(pattern)].flatMap((match) => {
    const what = match.groups?.['what']?.trimEnd();
    if (what === undefined) return [];
    const start = match.index + match[0].indexOf(what);
    return [{ passage: { ...passage, spans: [spanOf(passage, start, start + what.length)] }, rank }];
  });
}

/** A name as a pattern: its words with any white space between, straight or curly apostrophes, whole words only. */
function namePattern(name: string): string {
  const parts = name.trim().split(/\s+/u).filter(Boolean);
  const escaped = parts.map((part) =>
    part.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/['’]/gu, "['’]"),
  );
  return escaped.length === 0 ? '' : `(?<![\\p{L}\\p{N}])${escaped.join('\\s+')}(?![\\p{L}\\p{N}])`;
}
