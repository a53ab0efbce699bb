import { deepLink } from '../answer/citation.ts';
import { runText, say, textIn, spokenIn } from '../reply/say.ts';
import type { Language } from '../words/spoken.ts';
import type { Block, Button, File, Quote, Run, Text, Words } from '../reply/reply.ts';
import { spanWords } from '../reply/blocks.ts';
import { sourceLines } from '../reply/source-line.ts';
import { visible } from '../article/visible.ts';
import { buttonComponent, clip, linkButton } from './buttons.ts';
import { blockQuote, wordsMarkup } from './escape.ts';
import type { ButtonComponent } from './limits.ts';

/** A part of a message that is shown whole or not at all. */
export type Piece = Readonly<{
  /**
   * Quotes and lines are counted when they do not fit; our own words stay before them; what lies `between` two quotes
   * is shown when both are.
   */
  kind: 'quote' | 'line' | 'own' | 'between';
  text: string;
  /** The button beside the text. */
  accessory?: ButtonComponent;
  /** Buttons below the text. */
  buttons?: readonly ButtonComponent[];
  /** The text in full, where it is too long to show. */
  file?: File;
  /** A line across the message. */
  rule?: true;
}>;

/** A longer quote goes as a file, so that one sentence cannot push out all others. Characters as sent. */
const QUOTE_MAX = 2500;
/** The longest title or note; they repeat what was asked and may be shortened. Characters. */
const TITLE_MAX = 256;
/** The longest paragraph of our own words; error texts repeat what was typed. Characters. */
const TEXT_MAX = 1500;

/** The pieces of a reply's blocks, top to bottom; what all quotes have in common stands above the first. */
export function draw(blocks: readonly Block[], language: Language): Piece[] {
  const { common, below } = sourceLines(blocks);
  const first = blocks.findIndex(({ type }) => type === 'quote');
  return blocks.flatMap((block, at) => [
    ...(at === first && common
      ? [{ kind: 'own', text: sourceMarkup(spokenIn(common, language)) } as const]
      : []),
    ...drawBlock(block, below, language),
  ]);
}

/** A line about a source; what it tells may be shortened, each at its end. */
const sourceMarkup = (words: Words): string =>
  `-# ${wordsMarkup(words.map((run) => (typeof run === 'string' && run.length > TITLE_MAX ? clip(run, TITLE_MAX) : run)))}`;

function drawBlock(block: Block, below: (quote: Quote) => Words, language: Language): Piece[] {
  switch (block.type) {
    case 'title':
      return [{ kind: 'own', text: marked('### ', shorten(block.words, TITLE_MAX)) }];
    case 'text':
      return [
        { kind: 'line', text: wordsMarkup(ours(block.words) ? shorten(block.words, TEXT_MAX) : block.words) },
      ];
    case 'note':
      return [{ kind: 'own', text: marked('-# ', shorten(block.words, TEXT_MAX)) }];
    case 'spans':
      return block.items.map((item) => ({ kind: 'line', text: wordsMarkup(['▸ ', ...spanWords(item)]) }));
    case 'quote':
      return [
        drawQuote(
          block.quote,
          spokenIn(below(block.quote), language),
          block.label,
          components(block.buttons),
          language,
        ),
      ];
    case 'gap':
      return [
        {
          kind: 'between',
          text: `-# ${textIn(say('quote.left-out', { sentences: block.sentences }), language)}`,
        },
      ];
    case 'list':
      return block.items.map((words, at): Piece => ({
        kind: 'line',
        text: marked('- ', words),
        ...(at === block.items.length - 1 && { buttons: components(block.buttons) }),
      }));
    case 'exact':
      return [drawExact(block.news, language)];
    case 'code':
      return [{ ...drawExact(block.text, language), kind: 'line' }];
    case 'rule':
      return [{ kind: 'between', text: '', rule: true }];
  }
}

const components = (buttons: readonly Button[] = []): ButtonComponent[] =>
  buttons.flatMap((button) => buttonComponent(button) ?? []);

function drawQuote(
  quote: Quote,
  told: Words,
  label: Text | undefined,
  buttons: readonly ButtonComponent[],
  language: Language,
): Piece {
  const quoted = blockQuote(quote.text);
  const tooLong = quoted.length > QUOTE_MAX;
  const lines = [
    ...(label === undefined ? [] : [`-# ${wordsMarkup([label])}`]),
    ...(quote.before === undefined || tooLong
      ? []
      : [
          `-# ${wordsMarkup(spokenIn([say('quote.before', { sentence: { news: quote.before } })], language))}`,
        ]),
    tooLong ? textIn(say('quote.too-long'), language) : quoted,
    sourceMarkup(told),
  ];
  const link = linkTo(quote, textIn(say('button.read'), language));
  // Without a link, the first button stands beside the quote, which is where Discord wants one.
  const [beside, ...below] = link ? [link, ...buttons] : buttons;
  return {
    kind: 'quote',
    text: lines.join('\n'),
    ...(beside ? { accessory: beside } : {}),
    ...(below.length > 0 ? { buttons: below } : {}),
    ...(tooLong
      ? { file: { name: `${quote.receipt}.txt`, data: new TextEncoder().encode(quote.text) } }
      : {}),
  };
}

/** The shortest loss first: the sentence itself, its start and end, then the article. */
function linkTo(
  { url, deepLink: exact, receiptUrl, text }: Quote,
  label: string,
): ButtonComponent | undefined {
  if (url === undefined) return receiptUrl === undefined ? undefined : linkButton(label, [receiptUrl]);
  return linkButton(label, [...(exact === undefined ? [] : [exact]), deepLink(url, text, 0), url]);
}

/** Text in a code block, which shows it as it is; as a file when it could break out of one, or cannot all be seen. */
function drawExact(news: string, language: Language): Piece {
  const safe =
    !news.includes('```') && visible(news) === news && news.length <= QUOTE_MAX && news.trim() !== '';
  return safe
    ? { kind: 'quote', text: `\`\`\`\n${news}\n\`\`\`` }
    : {
        kind: 'quote',
        text: textIn(say('quote.not-exact'), language),
        file: { name: 'exact.txt', data: new TextEncoder().encode(news) },
      };
}

/** A mark alone would take the line below it for its own. */
function marked(mark: string, words: Words): string {
  const markup = wordsMarkup(words);
  return markup.trim() === '' ? '' : `${mark}${markup}`;
}

const ours = (words: Words): boolean => words.every((run) => typeof run === 'string');

/** Titles, notes and our own words may be shortened: at the end, and visibly. Characters before escaping. */
function shorten(words: Words, max: number): Words {
  let room = max;
  const kept: Run[] = [];
  for (const run of words) {
    const text = runText(run);
    const cut = text.length <= room ? text : `${text.slice(0, Math.max(0, room - 2)).toWellFormed()} …`;
    if (typeof run === 'string') kept.push(cut);
    else if ('news' in run) kept.push({ ...run, news: cut });
    else kept.push('typed' in run ? { ...run, typed: cut } : run);
    room -= text.length;
    if (room <= 0) break;
  }
  return kept;
}
