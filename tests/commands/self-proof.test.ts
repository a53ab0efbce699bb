import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { actions } from '../../commands/click/index.ts';
import { commands } from '../../commands/index.ts';
import { answerMention } from '../../commands/read/mention.ts';
import checkQuotes from '../../commands/read/check-quotes.ts';
import { GRADES } from '../../src/answer/quotes/quote-check.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { receiptOf } from '../../src/answer/answer.ts';
import type { Article } from '../../src/article/article.ts';
import { customId } from '../../src/desk/action.ts';
import type { Desk } from '../../src/desk/ports.ts';
import { runAction, runCommand } from '../../src/desk/dispatch.ts';
import { payloadOf } from '../../src/discord/payload.ts';
import { plainText } from '../../src/discord/plain-text.ts';
import { quotes as isKept } from '../../src/desk/posted.ts';
import { docxOf } from '../../src/reply/export/docx.ts';
import { htmlOf } from '../../src/reply/export/html.ts';
import { exportPage } from '../../src/reply/export/page.ts';
import { inLanguage } from '../../src/reply/in-language.ts';
import { readOutline, writeOutline } from '../../src/reply/outline/outline.ts';
import { replyAgain } from '../../src/reply/outline/rebuild.ts';
import type { Sight } from '../../src/reply/outline/sights.ts';
import { outlineOf } from '../../src/reply/outline/take.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { ENGLISH } from '../../src/words/spoken.ts';
import { parseMarkdown, type MarkdownNode } from '../discord/discord-markdown.ts';
import { textsOf } from '../discord/invariants.ts';
import { MARKUP } from '../discord/markup-samples.ts';
import { deskOver, member, seedArticle } from '../support/desk.ts';

/** The text that people read and copy: the independent reader's tree as text, with marked block quotes. */
function readText(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => {
      if (node.type !== 'block') return node.text;
      const inner = readText(node.children);
      return node.kind === 'blockQuote' ? `${inner.replace(/^/gmu, '> ')}\n` : `${inner}\n`;
    })
    .join('');
}

async function everyReply(desk: Desk, text: string): Promise<Reply[]> {
  const [document] = desk.index.documents();
  const receipt = document?.sentences[0] ? receiptOf(document.article, document.sentences[0]) : text;
  const raw = { question: text, phrase: text, text, name: text, topic: text, receipt };
  const replies: Reply[] = [];
  for (const command of commands.filter(({ data }) => 'description' in data)) {
    const options = 'options' in command.data ? (command.data.options ?? []) : [];
    const given = Object.entries(raw).filter(([name]) => options.some((option) => option.name === name));
    const response = await runCommand(command, Object.fromEntries(given), desk, member);
    if ('blocks' in response) replies.push(response);
  }
  const mention = await answerMention({ text }, desk, member);
  if ('blocks' in mention) replies.push(mention);
  const ids = replies.flatMap(({ buttons = [] }) =>
    buttons.flatMap((button) => ('action' in button ? (customId(button.action, button.args) ?? []) : [])),
  );
  for (const id of new Set(ids)) {
    const response = await runAction(actions, id, desk, member, { private: true, text: '', fields: {} });
    if ('blocks' in response) replies.push(response);
  }
  return replies;
}

/** The grades of Check quotes for a message of the bot; empty when nothing is quoted. */
async function gradesOf(text: string, desk: Desk): Promise<string[]> {
  const target = { id: '1', channelId: '2', authorId: '3', url: 'https://discord.com/', ours: true, text };
  const response = await runCommand(checkQuotes, target, desk, member);
  if (!('blocks' in response) || response.tone === 'error') return [];
  const title = JSON.stringify(response.blocks[0]);
  return GRADES.filter((grade) => title.includes(grade));
}

/** A reply as shared or edited: rebuilt from its outline. */
async function sharedReply(reply: Reply, desk: Desk): Promise<Reply> {
  const newest = desk.index.documents();
  const outline = outlineOf(reply, (id) => newest.find(({ article: { id: own } }) => own === id));
  const sights = newest.map((document): [string, Sight] => [
    document.article.id,
    { state: 'live', newest: document, cited: new Map([[document.article.revision, document]]) },
  ]);
  const again = await replyAgain(readOutline(writeOutline(outline)), new Map(sights), desk.png);
  return inLanguage(again, ENGLISH);
}

/** Number of replies per desk that are exported too; reading Word documents is slow. */
const EXPORTED = 3;

/** The quotes in a reply's exports, each in its own block quote. */
async function exportedTexts(reply: Reply): Promise<string[]> {
  const page = exportPage([reply]);
  const styleMap = ["p[style-name='Quote'] => blockquote:fresh"];
  const word = await mammoth.convertToHtml({ buffer: Buffer.from(docxOf(page)) }, { styleMap });
  return [htmlOf(page), `<body>${word.value}</body>`].map((html) => {
    const { document } = parseHTML(html);
    for (const mark of document.querySelectorAll('blockquote sup')) mark.remove();
    for (const end of document.querySelectorAll('br')) end.replaceWith('\n');
    const quotes = [...document.querySelectorAll('blockquote')].map(({ textContent }) => textContent ?? '');
    return quotes.map((quote) => quote.replace(/^/gmu, '> ')).join('\n\n');
  });
}

/** The number of a desk's replies that were checked. Each must be EXACT for either reader, also when shared and exported. */
async function prove(desk: Desk, question: string): Promise<number> {
  let proven = 0;
  const replies = await everyReply(desk, question);
  const shared = await Promise.all(replies.filter(isKept).map((reply) => sharedReply(reply, desk)));
  for (const reply of [...replies, ...shared]) {
    const { message } = payloadOf(reply);
    const texts = textsOf(message);
    const independent = texts.map((text) => readText(parseMarkdown(text))).join('\n');
    const own = plainText({ content: '', components: message.components } as never);
    const exported = shared.slice(0, EXPORTED).includes(reply) ? await exportedTexts(reply) : [];
    for (const text of [independent, own, ...exported]) {
      const grades = await gradesOf(text, desk);
      if (grades.length === 0) continue;
      expect({ text, grades }).toEqual({ text, grades: ['EXACT'] });
      proven += 1;
    }
  }
  return proven;
}

const hostile = fc.constantFrom(
  ...Object.values(MARKUP),
  'He said “so” and "then", didn’t he?',
  'a\u200Bb\u00ADc \u202Eright\u202C 1\u20605 men',
  'Z\u0335\u0336\u0337\u0338\u0339algo came',
  'half \uD83D of a pair',
  'She waited … and [...] left ... at 10:30',
  '$1.5 million, −5 °C, 20 % and 10² m',
  'line one\nline two  \n  line three',
  'Ｆｕｌｌ width １５ and ﬁne',
  "rock ’n’ roll of the ’90s, the dogs' owners",
  '「はい」と言った。',
  '> > not a quote',
);
const words = fc.array(
  fc.constantFrom('council', 'Alma', 'voted', 'raised', 'in July 2017', 'the', 'budget', 'not', 'Oslo'),
  {
    minLength: 2,
    maxLength: 8,
  },
);
const sentence = fc
  .tuple(words, fc.option(hostile), words)
  .map(([before, trap, after]) => `It ${before.join(' ')} ${trap ?? ''} ${after.join(' ')}.`);
const article = (id: string): fc.Arbitrary<Article> =>
  fc
    .array(sentence, { minLength: 1, maxLength: 6 })
    .map((found) => parseArticle(`${id}.txt`, `Headline “of” ${id}\n\n${found.join(' ')}`));

describe('self-proof: Check quotes on any reply of the bot gives all EXACT', () => {
  test.each(['Who invested in SenseTime?', 'Who said "I quit"?', 'Alibaba'])(
    'on the seed article: %s',
    async (question) => {
      expect(await prove(await deskOver([await seedArticle()]), question)).toBeGreaterThan(10);
    },
  );

  test('I2 on any articles and any question', async () => {
    await fc.assert(
      fc.asyncProperty(article('a'), article('b'), sentence, async (first, second, question) => {
        // Only the reply to /cite quotes something for any input.
        expect(await prove(await deskOver([first, second]), question)).toBeGreaterThan(0);
      }),
      { numRuns: 15 },
    );
  });

  test('an altered quote in a reply is detected', async () => {
    const desk = await deskOver([await seedArticle()]);
    expect(await gradesOf('> In July 2017, it also had closed a $410 million rounds.', desk)).toEqual([
      'EXACT',
    ]);
    expect(await gradesOf('> In July 2017, it also had closed a $470 million rounds.', desk)).toEqual([
      'ALTERED',
    ]);
  });
});
