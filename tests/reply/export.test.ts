import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { docxOf } from '../../src/reply/export/docx.ts';
import { htmlOf } from '../../src/reply/export/html.ts';
import { markdownOf } from '../../src/reply/export/markdown.ts';
import { exportPage } from '../../src/reply/export/page.ts';
import { line, title } from '../../src/reply/blocks.ts';
import { quoteOfSentences } from '../../src/reply/quote.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { MARKUP } from '../discord/markup-samples.ts';

const document = documentOf(
  parseArticle(
    'tunnel.txt',
    '---\nurl: https://example.org/tunnel\npublisher: The Post\ndate: 2026-03-04\n---\nTunnel opens\n\nIt cost 340 million euros. It took <nine> years & more.',
  ),
);

function quoted(text: string): Reply['blocks'] {
  const own = documentOf(parseArticle('odd.txt', `Odd\n\n${text}`));
  return own.sentences.map((sentence) => ({
    type: 'quote',
    quote: quoteOfSentences(own, sentence, sentence),
  }));
}

const replyOf = (blocks: Reply['blocks']): Reply => ({ tone: 'found', private: false, blocks });
const [first, second] = document.sentences;
if (!first || !second) throw new RangeError('The article has two sentences.');
const cost = quoteOfSentences(document, first, first, [{ start: first.start + 8, end: first.start + 25 }]);
const years = quoteOfSentences(document, second, second);
const answer = replyOf([
  title('How much did it *cost*?'),
  line('Was ', { news: '430 million', struck: true }, ' ', { news: '340 million', added: true }),
  { type: 'quote', quote: cost, label: 'nearest, not an answer' },
  { type: 'quote', quote: years },
]);

describe('answers as Markdown', () => {
  const text = markdownOf(exportPage([answer, replyOf([{ type: 'quote', quote: cost }])]));

  test('have the question as heading, block quotes with footnotes, and marked differences', () => {
    expect(text).toContain('## How much did it \\*cost\\*?');
    expect(text).toContain('Was ~~430 million~~ **340 million**');
    expect(text).toContain('*nearest, not an answer*');
    expect(text).toContain('> It cost **340 million euros**.[^1]');
    expect(text).toContain('> It took \\<nine\\> years \\& more.[^2]');
  });

  test('list each source once with a link to the sentence', () => {
    expect(text.match(/^\[\^1\]: .*$/gmu)).toEqual([
      expect.stringMatching(
        /“Tunnel opens”, The Post, 2026-03-04, sentence 1, tunnel\.r1\.s1 <https:\/\/example\.org\/tunnel#:~:text=.*>$/u,
      ),
    ]);
    expect(text).not.toContain('[^3]');
  });
});

describe('answers as HTML', () => {
  const page = htmlOf(exportPage([answer]));
  const { document: dom } = parseHTML(page);

  test('have each complete quote in a block quote that cites its source', () => {
    const quotes = [...dom.querySelectorAll('blockquote')];
    expect(quotes.map((quote) => quote.textContent)).toEqual([cost.text, years.text]);
    expect(quotes[0]?.getAttribute('cite')).toBe(cost.deepLink);
    expect(dom.querySelector('blockquote mark')?.textContent).toBe('340 million euros');
    expect(dom.querySelector('del')?.textContent).toBe('430 million');
  });

  test('link quotes to footnotes, and load or run nothing', () => {
    const target = dom.querySelector('sup a')?.getAttribute('href') ?? '';
    expect(dom.querySelector(target)?.textContent).toContain('tunnel.r1.s1');
    expect(page).not.toMatch(/<script|<img|<link|src=|@import|url\(/iu);
  });
});

describe('answers as a Word document', () => {
  const read = async (reply: Reply): Promise<{ quotes: string[]; html: string }> => {
    const options = { styleMap: ["p[style-name='Quote'] => blockquote:fresh"] };
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(docxOf(exportPage([reply]))) },
      options,
    );
    const { document: dom } = parseHTML(`<body>${value}</body>`);
    for (const mark of dom.querySelectorAll('blockquote sup')) mark.remove();
    for (const end of dom.querySelectorAll('br')) end.replaceWith('\n');
    return {
      quotes: [...dom.querySelectorAll('blockquote')].map(({ textContent }) => textContent ?? ''),
      html: value,
    };
  };

  test('have complete quotes with answers in bold, and sources as linked footnotes', async () => {
    const { quotes, html } = await read(answer);
    expect(quotes).toEqual([cost.text, years.text]);
    expect(html).toContain('<strong>340 million euros</strong>');
    expect(html).toContain('<s>430 million</s>');
    expect(html).toMatch(
      /<li id="footnote-2">.*href="https:\/\/example\.org\/tunnel#:~:text=[^"]*".*tunnel\.r1\.s1/u,
    );
    expect(html).toContain('tunnel.r1.s2');
  });

  test('are the same bytes each time', () => {
    expect(docxOf(exportPage([answer]))).toEqual(docxOf(exportPage([answer])));
  });

  test('I2 keep the spaces between parts of a quote', async () => {
    const { 'word/document.xml': xml } = unzipSync(docxOf(exportPage([answer])));
    const texts = new TextDecoder().decode(xml).match(/<w:t\b[^>]*>/gu) ?? [];
    expect(texts.length).toBeGreaterThan(2);
    expect(new Set(texts)).toEqual(new Set(['<w:t xml:space="preserve">']));
  });

  test.each(Object.entries(MARKUP))('I2 hold any text as it is: %s', async (_name, sample) => {
    const blocks = quoted(`It said: ${sample} and so on.`);
    const { quotes } = await read(replyOf(blocks));
    expect(quotes).toEqual(blocks.flatMap((block) => (block.type === 'quote' ? [block.quote.text] : [])));
  });
});

describe('I2 any text stays unchanged', () => {
  test.each(Object.entries(MARKUP))('in HTML: %s', (_name, sample) => {
    const blocks = quoted(`It said: ${sample} and so on.`);
    const { document: dom } = parseHTML(htmlOf(exportPage([replyOf(blocks)])));
    for (const end of dom.querySelectorAll('br')) end.replaceWith('\n');
    const found = [...dom.querySelectorAll('blockquote')].map(({ textContent }) => textContent);
    expect(found).toEqual(blocks.flatMap((block) => (block.type === 'quote' ? [block.quote.text] : [])));
  });

  test.each(Object.entries(MARKUP))('in Markdown, when backslashes are taken off: %s', (_name, sample) => {
    const blocks = quoted(`It said: ${sample} and so on.`);
    const written = markdownOf(exportPage([replyOf(blocks)]));
    const found = written
      .split('\n\n')
      .filter((part) => part.startsWith('> '))
      .map((part) =>
        part
          .replaceAll(/^> /gmu, '')
          .replace(/\[\^\d+\]$/u, '')
          .replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1'),
      );
    expect(found).toEqual(blocks.flatMap((block) => (block.type === 'quote' ? [block.quote.text] : [])));
  });
});
