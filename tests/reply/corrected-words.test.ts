import { describe, expect, test } from 'vitest';
import { runText } from '../../src/reply/say.ts';
import { documentOf } from '../../src/article/document.ts';
import { replyAgain as again } from '../../src/reply/outline/rebuild.ts';
import type { Sight } from '../../src/reply/outline/sights.ts';
import type { Block } from '../../src/reply/reply.ts';
import { deskOver } from '../support/desk.ts';
import {
  article,
  ASKED,
  corrected,
  ferry,
  keptOf,
  png,
  replyAgain,
  replyTo,
  sightsOf,
  tunnel,
  TUNNEL,
} from './rebuilt.ts';

describe('after a correction', () => {
  test.each(ASKED)('separates a correction or tombstone from what follows it: /%s %o', async (name, raw) => {
    const documents = [tunnel, ferry].map(documentOf);
    const reply = await replyTo(await deskOver([tunnel, ferry]), name, raw);
    const kept = keptOf(reply, documents);
    const retracted: Sight = {
      state: 'retracted',
      headline: 'T',
      retractedAt: '2026-03-05',
      reason: 'Wrong.',
    };
    for (const sights of [sightsOf([...documents, corrected]), sightsOf(documents, { tunnel: retracted })]) {
      const told = (block: Block): boolean =>
        (block.type === 'text' || block.type === 'note') &&
        block.words.some(
          (run) => typeof run === 'object' && 'say' in run && /^(?:changed|kept\.retracted)/u.test(run.say),
        );
      const { blocks } = await again(kept, sights, png);
      const last = blocks.filter(
        (block, at) => told(block) && !(blocks[at + 1] && told(blocks[at + 1] as Block)),
      );
      expect(last.filter((block) => !('endsPart' in block))).toEqual([]);
    }
  });

  test.each([
    ['340 million euros, said', '340 million, said'],
    ['340 million euros, said', '340 million euros in all, said'],
    ['said Mayor Ida Holm', 'said the  old  Mayor Ida Holm of Esbjerg'],
    ['It cost', 'It'],
    ['It cost', 'So it cost'],
  ])('marks and spans are whole words after “%s” became “%s”', async (from, to) => {
    const before = await replyTo(await deskOver([tunnel]), 'ask', {
      question: 'How much did the tunnel cost?',
    });
    const later = documentOf(article('tunnel', TUNNEL.replace(from, to), 2));
    const kept = keptOf(before, [documentOf(tunnel)]);
    const name = { start: tunnel.text.indexOf('Ida'), end: tunnel.text.indexOf(' Holm') + 5 };
    const marked = kept.blocks.map((block) =>
      block.type === 'quote' && block.from === 2 ? { ...block, marks: [name] } : block,
    );
    const after = await replyAgain({ ...kept, blocks: marked }, sightsOf([documentOf(tunnel), later]), png);
    const marks = after.blocks.flatMap((block) =>
      block.type === 'quote'
        ? block.quote.marks.map(({ start, end }) => block.quote.text.slice(start, end))
        : [],
    );
    expect(marks).toContain('Ida Holm');
    const spans = after.blocks.flatMap((block) => (block.type === 'spans' ? block.items : []));
    for (const { news } of spans)
      expect(later.article.text).toMatch(new RegExp(`(?<!\\p{L})${news}(?!\\p{L})`, 'u'));
  });

  test.each([
    ['euros, said', 'euros in all, said', 'euros **in all**, said'],
    ['It cost 340', 'It cost 430', 'cost ~~340~~ **430** million'],
    ['to build.', 'to build and to pay.', 'to build **and to pay**.'],
    ['nine years to build.', 'nine years.', 'nine years ~~to build~~.'],
    ['nine years to', 'nine years, to', 'nine years**,** to build'],
    ['to build.', 'to pay.', 'to ~~build~~ **pay**.'],
    ['nine years', '“nine” years', 'took **“**nine**”** years'],
  ])('words of a correction do not touch: “%s” became “%s”', async (from, to, told) => {
    const before = await replyTo(await deskOver([tunnel]), 'summary', { article: 'tunnel', sentences: 3 });
    const later = documentOf(article('tunnel', TUNNEL.replace(from, to), 2));
    const after = await replyAgain(
      keptOf(before, [documentOf(tunnel)]),
      sightsOf([documentOf(tunnel), later]),
      png,
    );
    const text = after.blocks
      .flatMap((block) => (block.type === 'text' ? block.words : []))
      .map((run) => {
        if (typeof run === 'string' || !('news' in run)) return runText(run);
        return run.struck ? `~~${run.news}~~` : run.added ? `**${run.news}**` : run.news;
      });
    expect(text.join('')).toContain(told);
  });
});
