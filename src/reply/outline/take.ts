import type { Document } from '../../article/article.ts';
import { headlineOf } from '../../article/headline.ts';
import type { Block, Button, Made, Quote, Reply, Run, Said, Text, Words } from '../reply.ts';
import type {
  Outline,
  OutlineBlock,
  OutlineButton,
  OutlineRun,
  OutlineSaid,
  OutlineText,
  WordPlace,
} from './outline.ts';

/** Finds a quoted revision; undefined when it is no longer available. */
export type Revisions = (articleId: string, revision: number) => Document | undefined;

/** The revisions that a reply quotes or is made from. */
export function revisionsIn(shown: Reply): Pick<WordPlace, 'articleId' | 'revision'>[] {
  const { blocks, made } = shown;
  const quoted = blocks.flatMap((block) => (block.type === 'quote' ? [block.quote] : []));
  return [...quoted, ...(made && 'articleId' in made ? [made] : [])];
}

/**
 * The outline of a reply. Words of articles are located in the reply's quotes, nearest first. Parts with words that are found nowhere
 * there are left out.
 */
export function outlineOf(shown: Reply, revisions: Revisions): Outline {
  const reply = shown.unspoken ?? shown;
  const { language } = shown;
  return { ...(reply.outline ?? taken(reply, revisions)), ...(language !== undefined && { language }) };
}

function taken(reply: Reply, revisions: Revisions): Outline {
  const words: string[] = [];
  const keep: Keeper = { find: placeFinder(reply, revisions), say: (text) => words.push(text) - 1 };
  const { tone, made, buttons = [] } = reply;
  return {
    tone,
    blocks: reply.blocks.flatMap((block, at) => blockOf(block, at, keep)),
    buttons: buttons.map((button) => buttonOf(button, keep)),
    ...(made && { made: madeOf(made, keep) }),
    words,
  };
}

type Keeper = Readonly<{
  find(news: string, at: number, receipt?: string): WordPlace | undefined;
  say(text: string): number;
}>;

/** A label contains no news. */
function textOf(text: Text, keep: Keeper): OutlineText {
  if (typeof text === 'string') return { said: keep.say(text) };
  return sentenceOf(text, 0, keep) ?? { said: keep.say('') };
}

function buttonOf(button: Button, keep: Keeper): OutlineButton {
  const label = textOf(button.label, keep);
  return 'url' in button ? { ...button, label } : { ...button, label, args: [...button.args] };
}

function madeOf(made: Made, { say }: Keeper): NonNullable<Outline['made']> {
  return 'topic' in made ? { ...made, topic: say(made.topic ?? '') } : made;
}

function blockOf(block: Block, at: number, keep: Keeper): OutlineBlock[] {
  switch (block.type) {
    case 'title':
    case 'note': {
      const words = runsOf(block.words, at, keep);
      return words ? [{ type: block.type, words }] : [];
    }
    case 'text': {
      const words = runsOf(block.words, at, keep);
      return words ? [{ type: 'text', words, ...(block.heads && { heads: true }) }] : [];
    }
    case 'list':
      return [
        {
          type: 'list',
          items: block.items.flatMap((item) =>
            [runsOf(item, at, keep) ?? []].filter(({ length }) => length > 0),
          ),
        },
      ];
    case 'spans':
      return [
        {
          type: 'spans',
          items: block.items.flatMap(({ news, role, receipt }) => {
            const found = keep.find(news, at, receipt);
            return found ? [{ news: found, ...(role !== undefined && { role: textOf(role, keep) }) }] : [];
          }),
        },
      ];
    case 'quote': {
      const { articleId, revision, from, to, start, marks, before } = block.quote;
      return [
        {
          type: 'quote',
          articleId,
          revision,
          from,
          to,
          marks: marks.map((mark) => ({ start: start + mark.start, end: start + mark.end })),
          ...(block.label !== undefined && { label: textOf(block.label, keep) }),
          ...(before !== undefined && { before: true }),
          ...(block.buttons && { buttons: block.buttons.map((button) => buttonOf(button, keep)) }),
        },
      ];
    }
    case 'gap':
    case 'rule':
      return [block];
    case 'exact':
    case 'code':
      // Rebuilt from the kind of the reply.
      return [];
  }
}

/** Undefined when words of an article are not found. */
function runsOf(words: Words, at: number, keep: Keeper): OutlineRun[] | undefined {
  const runs: OutlineRun[] = [];
  for (const each of words) {
    const run = runOf(each, at, keep);
    if (!run) return undefined;
    runs.push(run);
  }
  return runs;
}

function runOf(run: Run, at: number, keep: Keeper): OutlineRun | undefined {
  if (typeof run === 'string') return { said: keep.say(run) };
  if ('say' in run) return sentenceOf(run, at, keep);
  if ('mention' in run || 'day' in run || 'minute' in run) return run;
  if ('typed' in run) return { typed: keep.say(run.typed), ...(run.added && { added: true }) };
  const { news, ...marked } = run;
  if (news.trim() === '') return { said: keep.say(news) };
  const found = keep.find(news, at);
  return found && { news: found, ...marked };
}

function sentenceOf({ say, with: filled }: Said, at: number, keep: Keeper): OutlineSaid | undefined {
  if (!filled) return { say };
  const values: [string, number | OutlineRun[]][] = [];
  for (const [name, value] of Object.entries(filled)) {
    if (typeof value === 'number') values.push([name, value]);
    else {
      const runs = runsOf(Array.isArray(value) ? (value as Words) : [value as Run], at, keep);
      if (!runs) return undefined;
      values.push([name, runs]);
    }
  }
  return { say, with: Object.fromEntries(values) };
}

/** Locates words in the quotes of a reply, then anywhere in their articles, then in the headlines. */
function placeFinder({ blocks }: Reply, revisions: Revisions): Keeper['find'] {
  const quoting = blocks.flatMap((block, at) => (block.type === 'quote' ? [{ at, quote: block.quote }] : []));
  return (news, from, receipt) => {
    // A line usually refers to the quote below it rather than above.
    const far = ({ at }: { at: number }): number => (at > from ? at - from : from - at + 0.5);
    const nearest = quoting
      .toSorted((a, b) => far(a) - far(b))
      .toSorted((a, b) => Number(b.quote.receipt === receipt) - Number(a.quote.receipt === receipt))
      .map(({ quote }) => quote);
    return (
      firstOf(nearest, (quote) => inQuote(news, quote)) ??
      firstOf(nearest, (quote) => inArticle(news, quote, revisions))
    );
  };
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

const placeOf = (
  { articleId, revision }: Quote,
  start: number,
  length: number,
  head: boolean,
): WordPlace => ({
  articleId,
  revision,
  ...(head && { head: true as const }),
  start,
  end: start + length,
});

function inQuote(news: string, quote: Quote): WordPlace | undefined {
  const at = wordsAt(quote.text, news);
  return at === undefined ? undefined : placeOf(quote, quote.start + at, news.length, quote.from === 0);
}

function inArticle(news: string, quote: Quote, revisions: Revisions): WordPlace | undefined {
  const document = revisions(quote.articleId, quote.revision);
  if (!document) return undefined;
  const at = wordsAt(document.article.text, news);
  if (at !== undefined) return placeOf(quote, at, news.length, false);
  const title = wordsAt(headlineOf(document).article.text, news);
  return title === undefined ? undefined : placeOf(quote, title, news.length, true);
}

const WORD_END = /[\p{L}\p{M}\p{N}]$/u;
const WORD_START = /^[\p{L}\p{M}\p{N}]/u;

/** The offset of some words in a text, preferably as whole words, or "5" would be found in "58". */
function wordsAt(text: string, news: string): number | undefined {
  const first = text.indexOf(news);
  for (let at = first; at !== -1; at = text.indexOf(news, at + 1)) {
    const after = text.slice(at + news.length, at + news.length + 2);
    const isCut =
      (WORD_START.test(news) && WORD_END.test(text.slice(Math.max(0, at - 2), at))) ||
      (WORD_END.test(news) && WORD_START.test(after));
    if (!isCut) return at;
  }
  return first === -1 ? undefined : first;
}
