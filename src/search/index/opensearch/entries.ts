import { articleKey, type Document } from '../../../article/article.ts';
import { fold, words } from '../../../english/words.ts';
import { nameCounts } from '../names.ts';
import { GAP, lineTerms } from '../term-line.ts';

/** Where and from when an article may be quoted; ISO 8601 in UTC. */
export type EntryVisibility = Readonly<{ channels?: readonly string[]; embargoUntil?: string }>;

/** An article to be indexed. */
export type Indexable = Readonly<{ document: Document; visibility: EntryVisibility }>;

/** One document of the index, with its id. */
export type IndexEntry = Readonly<{ id: string; fields: Readonly<Record<string, unknown>> }>;

/** Longer words are not indexed for autocomplete. Characters. */
const LONGEST_WORD = 200;
/** Separates the folded beginning of a name from the name itself. */
export const NAME_MARK = '\t';
/** Number of names indexed per article, most frequent first. */
const MOST_NAMES = 100;

/**
 * The index documents of an article: one per sentence, where the first of each paragraph also has the paragraph's terms, then one for
 * the article. The article's document is last, so that it exists only when all others do. Terms are the same as those of the in-memory
 * index. `change` is the server's change number under which they are written.
 */
export function entriesOf(
  guildId: string,
  { document, visibility }: Indexable,
  change: number,
): IndexEntry[] {
  const { article, sentences } = document;
  const common = {
    server: guildId,
    article: article.id,
    revision: article.revision,
    ...(article.publishedAt !== undefined && { date: article.publishedAt.slice(0, 10) }),
    ...(visibility.channels && { channels: visibility.channels }),
    ...(visibility.embargoUntil !== undefined && { embargo: visibility.embargoUntil }),
  };
  const lines = sentences.map(({ start, end }) => lineOf(article.text, start, end));
  const byParagraph = Map.groupBy(sentences.keys(), (at) => sentences[at]?.paragraph);
  const entries: IndexEntry[] = [];
  for (const inside of byParagraph.values()) {
    const own = inside.flatMap((at) => lines[at] ?? []);
    const paragraph = {
      paragraph: own.map(({ terms }) => terms).join(' '),
      paragraphLength: sum(own.map(({ length }) => length)),
    };
    for (const [place, at] of inside.entries()) {
      const line = lines[at];
      if (!line) continue;
      entries.push({
        id: sentenceId(guildId, article.id, article.revision, at + 1),
        fields: {
          ...common,
          n: at + 1,
          own: line.terms,
          length: line.length,
          ...(place === 0 && paragraph),
        },
      });
    }
  }
  entries.push({
    id: articleEntryId(guildId, article.id),
    fields: { ...common, change, ...wholeOf(document, lines) },
  });
  return entries;
}

type TermLine = Readonly<{ terms: string; length: number }>;

function lineOf(text: string, from: number, to: number): TermLine {
  const terms = lineTerms(text, from, to);
  return { terms: terms.join(' '), length: terms.filter((each) => each !== GAP).length };
}

function wholeOf(document: Document, lines: readonly TermLine[]): object {
  const { article, sentences } = document;
  const title = lineOf(article.headline, 0, article.headline.length);
  const names = [...nameCounts(document)].toSorted(([, a], [, b]) => b - a).slice(0, MOST_NAMES);
  return {
    // The headline counts twice.
    whole: [title, title, ...lines].map(({ terms }) => terms).join(' '),
    wholeLength: 2 * title.length + sum(lines.map(({ length }) => length)),
    sentences: sentences.length,
    key: articleKey(article.id),
    headline: foldedLine(`${article.headline} ${article.id}`),
    names: names.flatMap(([name]) => beginningsOf(name).map((start) => `${start}${NAME_MARK}${name}`)),
  };
}

/** The folded words of a line, for autocomplete. */
export const foldedLine = (text: string): string =>
  words(text)
    .flatMap(({ folded }) => (folded === '' || folded.length > LONGEST_WORD ? [] : [folded]))
    .join(' ');

/** The ways to begin typing a name: from its first word, from its second, and so on. */
function beginningsOf(name: string): string[] {
  const parts = fold(name).split(' ').filter(Boolean);
  return parts.map((_, at) => parts.slice(at).join(' '));
}

export const articleEntryId = (guildId: string, articleId: string): string => `${guildId}/${articleId}`;

const sentenceId = (guildId: string, articleId: string, revision: number, n: number): string =>
  `${articleEntryId(guildId, articleId)}/${revision}/${n}`;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
