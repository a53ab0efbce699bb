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
   * Quotes and lines that do not fit are counted; our own words (`own`) are kept first; `between` two quotes is shown only when both
   * are.
   */
  kind: 'quote' | 'line' | 'own' | 'between';
  text: string;
  /** Shown beside the text. */
  accessory?: ButtonComponent;
  /** Shown below the text. */
  buttons?: readonly ButtonComponent[];
  /** The full text, when it is too long to show. */
  file?: File;
  /** A separator line across the message. */
  rule?: true;
  /** What follows is about something else. */
  endsPart?: true;
}>;

/** Longer quotes are attached as a file, so that one sentence cannot crowd out all others. Characters, escaped. */
const QUOTE_MAX = 2500;
/** Titles and notes repeat the question, so they may be shortened to this. Characters. */
const TITLE_MAX = 256;
/** Error texts repeat the input, so a paragraph of our own words may be shortened to this. Characters. */
const TEXT_MAX = 1500;

/** The pieces of a reply's blocks, top to bottom. What all quotes have in common is shown once, above them and their headings. */
export function draw(blocks: readonly Block[], language: Language): Piece[] {
  const { common, below } = sourceLines(blocks);
  return blocks.flatMap((block, at) => [
    ...(at === common?.at
      ? [{ kind: 'own', text: sourceMarkup(spokenIn(common.words, language)) } as const]
      : []),
    ...drawBlock(block, below, language),
  ]);
}

/** A line about a quote's source. Each of our own words in it may be shortened at its end. */
const sourceMarkup = (words: Words): string =>
  `-# ${wordsMarkup(words.map((run) => (typeof run === 'string' && run.length > TITLE_MAX ? clip(run, TITLE_MAX) : run)))}`;

function drawBlock(block: Block, below: (quote: Quote) => Words, language: Language): Piece[] {
  switch (block.type) {
    case 'title':
      return [{ kind: 'own', text: marked('### ', shorten(block.words, TITLE_MAX)) }];
    case 'text':
      return [
        {
          kind: 'line',
          text: wordsMarkup(ours(block.words) ? shorten(block.words, TEXT_MAX) : block.words),
          ...(block.endsPart && { endsPart: true }),
        },
      ];
    case 'note':
      return [
        {
          kind: 'own',
          text: marked('-# ', shorten(block.words, TEXT_MAX)),
          ...(block.endsPart && { endsPart: true }),
        },
      ];
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
  source: Words,
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
    sourceMarkup(source),
  ];
  const link = linkTo(quote, textIn(say('button.read'), language));
  // Without a link, the first button goes beside the quote: Discord requires an accessory there.
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

/** Prefers the link that loses least: the exact sentence, then its first and last words, then the article. */
function linkTo(
  { url, deepLink: exact, receiptUrl, text }: Quote,
  label: string,
): ButtonComponent | undefined {
  if (url === undefined) return receiptUrl === undefined ? undefined : linkButton(label, [receiptUrl]);
  return linkButton(label, [...(exact === undefined ? [] : [exact]), deepLink(url, text, 0), url]);
}

/**
 * News text in a code block, which shows it unchanged. Attached as a file when it could break out of the block, or has invisible
 * characters.
 */
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

/** A mark alone would format the next line. */
function marked(mark: string, words: Words): string {
  const markup = wordsMarkup(words);
  return markup.trim() === '' ? '' : `${mark}${markup}`;
}

const ours = (words: Words): boolean => words.every((run) => typeof run === 'string');

/** Shortens our own words at the end, with an ellipsis. `max` counts characters before escaping. */
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
