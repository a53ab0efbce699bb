import { describe, expect, test } from 'vitest';
import { documentOf } from '../../src/article/document.ts';
import { standsIn } from '../../src/answer/quotes/past.ts';
import { quotes as isKept } from '../../src/desk/posted.ts';
import type { Desk } from '../../src/desk/ports.ts';
import { writeOutline } from '../../src/reply/outline/outline.ts';
import { sharedBy } from '../../src/reply/outline/shared.ts';
import type { Sight } from '../../src/reply/outline/sights.ts';
import type { Block, Reply } from '../../src/reply/reply.ts';
import { deskOver, seedArticle } from '../support/desk.ts';
import { textOf } from '../support/session.ts';
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

describe('a reply rebuilt from its outline', () => {
  test.each(ASKED)('is unchanged while nothing changed: /%s %o', async (name, raw) => {
    const documents = [tunnel, ferry].map(documentOf);
    const reply = await replyTo(await deskOver([tunnel, ferry]), name, raw);
    expect(isKept(reply)).toBe(true);
    const shown = await replyAgain(keptOf(reply, documents), sightsOf(documents), png);
    expect(shown.outline).toBeDefined();
    expect({ ...shown, outline: undefined, unspoken: undefined }).toEqual({
      ...reply,
      private: false,
      ...(reply.files?.length === 0 && { files: undefined }),
      made: undefined,
      outline: undefined,
      unspoken: undefined,
    });
  });

  test.each([
    ['ask', { question: 'Who invested in SenseTime?' }],
    ['who-invested', { company: 'SenseTime' }],
    ['valuation', { company: 'SenseTime' }],
    ['timeline', {}],
    ['figures', {}],
    ['summary', {}],
  ])('about the seed article is unchanged: /%s %o', async (name, raw) => {
    const seed = await seedArticle();
    const reply = await replyTo(await deskOver([seed]), name, raw);
    const kept = keptOf(reply, [documentOf(seed)]);
    const shown = await replyAgain(kept, sightsOf([documentOf(seed)]), png);
    expect(shown.blocks).toEqual(reply.blocks);
    expect(shown.buttons).toEqual(reply.buttons);
    expect(shown.files ?? []).toEqual(reply.files ?? []);
  });

  test('T27 stores no word of an article outside its list of our own words', async () => {
    for (const [name, raw] of ASKED) {
      const reply = await replyTo(await deskOver([tunnel, ferry]), name, raw);
      const { shape } = writeOutline(keptOf(reply, [documentOf(tunnel), documentOf(ferry)]));
      expect(shape).not.toMatch(/Esbjerg|million|harbour|Holm|nine/u);
    }
  });
});

describe('after a correction', () => {
  const answer = async (name: string, raw: object): Promise<{ before: Reply; after: Reply }> => {
    const before = await replyTo(await deskOver([tunnel, ferry]), name, raw);
    const documents = [tunnel, ferry].map(documentOf);
    const after = await replyAgain(keptOf(before, documents), sightsOf([...documents, corrected]), png);
    return { before, after };
  };
  const types = ({ blocks }: Reply): string[] => blocks.map(({ type }) => type);
  const quoted = (reply: Reply) => reply.blocks.flatMap((block) => (block.type === 'quote' ? [block] : []));

  test('T28 an answer keeps question, verdict, order and counts, and shows the old span struck beside the new one', async () => {
    const { before, after } = await answer('ask', { question: 'How much did the tunnel cost?' });
    const spans = (reply: Reply): Extract<Block, { type: 'spans' }>['items'] =>
      reply.blocks.flatMap((block) => (block.type === 'spans' ? block.items : []));
    expect(spans(before)[0]?.news).toContain('340 million euros');
    expect(spans(after)[0]).toMatchObject({
      was: spans(before)[0]?.news,
      news: spans(before)[0]?.news.replace('340', '430'),
      receipt: 'tunnel.r2.s2',
    });
    expect(after.tone).toBe(before.tone);
    expect(after.blocks[0]).toEqual(before.blocks[0]);
    expect(after.blocks.at(-1)).toEqual(before.blocks.at(-1));
    const texts = quoted(before).map(({ quote }) => quote.text.replace('340', '430'));
    expect(quoted(after).map(({ quote }) => quote.text)).toEqual(texts);
    const at = types(after).indexOf('quote');
    expect(textOf({ ...after, blocks: after.blocks.slice(at + 1, at + 2) })).toMatch(
      /^Corrected; sentence 2 now: .*340 430 million/u,
    );
  });

  test('T28 marks move to the corrected quote', async () => {
    const { after } = await answer('ask', { question: 'How much did the tunnel cost?' });
    const [first] = quoted(after);
    expect(first?.quote.marks.map(({ start, end }) => first.quote.text.slice(start, end))).toEqual([
      expect.stringContaining('430 million euros'),
    ]);
  });

  test('T28 buttons refer to the sentences of the newest revision', async () => {
    const { before, after } = await answer('quote', { phrase: 'million euros' });
    const labels = (reply: Reply): unknown[] => (reply.buttons ?? []).map(({ label }) => label);
    expect(labels(after)).toEqual(labels(before));
    const copy = (reply: Reply) => reply.buttons?.find(({ label }) => label === 'Copy exact');
    expect(JSON.stringify(copy(before))).toMatch(/\.1\.2"/u);
    expect(JSON.stringify(copy(after))).toMatch(/\.2\.2"/u);
    expect(JSON.stringify(quoted(after)[0]?.buttons)).toMatch(/\.2\.2"/u);
  });

  test('T28 headings of figures and dates show old and new values, and pictures are redrawn', async () => {
    const { before, after } = await answer('figures', {});
    expect(textOf(before)).toMatch(/Sums in EUR: 340 million euros, 12 million euros/u);
    expect(textOf(after)).toMatch(/Sums in EUR: 340 million euros 430 million euros, 12 million euros/u);
    const pictures = (reply: Reply): string =>
      (reply.files ?? []).map(({ data }) => new TextDecoder().decode(data)).join('');
    expect(pictures(before)).toContain('340 million');
    expect(pictures(after)).toContain('430 million');
    expect(pictures(after)).not.toContain('340 million');
  });

  test('T28 a card is redrawn, with the changes listed', async () => {
    const { before, after } = await answer('card', { receipt: 'tunnel.r1.s2' });
    expect(before.files?.[0]?.alt).toContain('340');
    expect(after.files?.map(({ name }) => name)).toEqual(before.files?.map(({ name }) => name));
    expect(after.files?.[0]?.alt).toContain('430');
    expect(textOf(after)).toMatch(/tunnel\.r2\.s2, word for word[^]*Corrected; sentence 2 now/u);
  });

  test('a citation keeps the cited wording, and says how it changed', async () => {
    const { after } = await answer('cite', { receipt: 'tunnel.r1.s2' });
    expect(textOf(after)).toContain('Status: reworded, from revision 1 to the newest, 2.');
    expect(new TextDecoder().decode(after.files?.[0]?.data)).toContain('340 million');
  });

  test('a check keeps its grade and difference, with a note that they are older', async () => {
    const { before, after } = await answer('check', {
      text: '“It cost 350 million euros, said Mayor Ida Holm”',
    });
    expect(textOf(before)).toContain('ALTERED');
    const difference = (reply: Reply): Block | undefined =>
      reply.blocks.find((block) => block.type === 'text' && JSON.stringify(block).includes('"added"'));
    expect(difference(after)).toEqual(difference(before));
    expect(textOf(after)).toContain('Graded before the correction');
  });

  test('a sentence that is gone is struck, and its span too', async () => {
    const before = await replyTo(await deskOver([tunnel]), 'ask', {
      question: 'How much did the tunnel cost?',
    });
    const shorter = documentOf(article('tunnel', TUNNEL.replace(/ It cost[^.]*\./u, ''), 2));
    const sights = sightsOf([documentOf(tunnel), shorter]);
    const after = await replyAgain(keptOf(before, [documentOf(tunnel)]), sights, png);
    expect(after.blocks).toContainEqual({
      type: 'spans',
      items: [expect.objectContaining({ struck: true, receipt: 'tunnel.r1.s2' })],
    });
    expect(textOf(after)).toContain('sentence 2 was removed: It cost 340 million euros');
  });
});

const CHECK_LEGEND = 'Struck: only in the article. Bold: only in the quotation.';
const PAST_LEGEND = 'Struck: until the correction. Bold: since then.';

describe('after a retraction', () => {
  const gone: Sight = {
    state: 'retracted',
    headline: 'Tunnel opens',
    retractedAt: '2026-03-09T10:00:00Z',
    reason: 'Not so.',
  };
  const afterwards = async (name: string, raw: object, sight: Sight): Promise<Reply> => {
    const documents = [tunnel, ferry].map(documentOf);
    const before = await replyTo(await deskOver([tunnel, ferry]), name, raw);
    return replyAgain(keptOf(before, documents), sightsOf([documentOf(ferry)], { tunnel: sight }), png);
  };

  test('T27 one tombstone replaces the article’s quotes, and the rest stays', async () => {
    const after = await afterwards('figures', {}, gone);
    const text = textOf(after);
    expect(text.match(/Retracted: “Tunnel opens”/gu)).toHaveLength(1);
    expect(text).toContain('On 2026-03-09: Not so.');
    expect(text).toContain('It had cost 12 million euros a year.');
    expect(JSON.stringify(after.blocks)).not.toMatch(/340|Holm/u);
    expect(after.files ?? []).toEqual([]);
  });

  test.each(['card', 'cite'])('T27 only the tombstone is left of /%s', async (name) => {
    const after = await afterwards(name, { receipt: 'tunnel.r1.s2' }, gone);
    expect(textOf(after)).toBe('Retracted: “Tunnel opens”\nOn 2026-03-09: Not so.');
    expect(after.files).toBeUndefined();
    expect(
      (after.buttons ?? [])
        .map(({ label }) => label)
        .filter((label) => label !== 'Delete' && label !== 'Export'),
    ).toEqual([]);
  });

  test('T16 an article that may not be quoted here is left out, including its headline', async () => {
    const after = await afterwards('quote', { phrase: '340 million euros' }, { state: 'hidden' });
    expect(textOf(after)).toContain('A quote that stood here is no longer shown in this channel.');
    expect(JSON.stringify(after.blocks)).not.toMatch(/Tunnel|Holm/u);
  });

  test('the legend of marks is left out when what they marked is', async () => {
    const check = { text: '“It cost 350 million euros, said Mayor Ida Holm”' };
    expect(textOf(await replyTo(await deskOver([tunnel, ferry]), 'check', check))).toContain(CHECK_LEGEND);
    const after = await afterwards('check', check, gone);
    expect(textOf(after)).toContain('Retracted: “Tunnel opens”');
    expect(textOf(after)).not.toContain('Struck');
  });

  test('the legend of an earlier wording is left out with it', async () => {
    const quotation = 'It cost 340 million euros, said Mayor Ida Holm';
    const source = standsIn(quotation, documentOf(tunnel));
    if (!source) throw new Error('It does not stand there.');
    const desk: Desk = {
      ...(await deskOver([corrected.article, ferry])),
      past: async () => ({
        state: 'corrected',
        source,
        newest: corrected,
        correctedAt: '2026-03-05T10:00:00Z',
      }),
    };
    const before = await replyTo(desk, 'check', { text: `“${quotation}”` });
    expect(textOf(before)).toContain(PAST_LEGEND);
    const kept = keptOf(before, [documentOf(tunnel), corrected]);
    expect(textOf(await replyAgain(kept, new Map([['tunnel', gone]]), png))).not.toContain('Struck');
  });

  test('words removed by a retraction are left out', async () => {
    const before = await replyTo(await deskOver([tunnel]), 'quote', { phrase: '340 million euros' });
    const kept = keptOf(before, [documentOf(tunnel)]);
    const words = kept.words.map((word) => (word?.includes('340') ? null : word));
    const after = await replyAgain({ ...kept, words }, new Map([['tunnel', gone]]), png);
    expect(after.blocks.map(({ type }) => type)).not.toContain('title');
    expect(textOf(after)).toContain('1 of 1 sentence with these words');
  });
});

test('a shared reply has a delete button for its new owner instead of a share button', async () => {
  const before = await replyTo(await deskOver([tunnel]), 'quote', { phrase: 'million euros', hide: true });
  const kept = sharedBy('77')(keptOf(before, [documentOf(tunnel)]));
  const after = await replyAgain(kept, sightsOf([documentOf(tunnel)]), png);
  const labels = (after.buttons ?? []).map(({ label }) => label);
  expect(labels).toEqual(['Copy exact', 'Card', 'Export', 'Not helpful', 'Delete']);
  expect(after.blocks).toEqual(before.blocks);
  expect(after.private).toBe(false);
});
