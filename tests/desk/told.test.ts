import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { briefingReply, type BriefingSources } from '../../src/desk/told/briefing-reply.ts';
import { newsReply } from '../../src/desk/told/news-reply.ts';
import { payloadOf } from '../../src/discord/payload.ts';
import type { Lookup } from '../../src/store/articles/stored.ts';
import { checkQuotes, quotesOf } from '../discord/invariants.ts';
import type { Json } from '../discord/json.ts';
import { MARKUP } from '../discord/markup-samples.ts';

const sentence = fc
  .tuple(
    fc.constantFrom(
      ...Object.values(MARKUP),
      'He said “so” and "then"',
      '> > not a quote',
      'a\u200Bb 1\u20605',
    ),
    fc.nat(99),
  )
  .map(([trap, n]) => `Ferrow bought ${trap} for ${n} euros.`);
const text = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));

/** A corrected article in an archive: revision 1, and the newest, 2. */
function archiveOf(before: string, after: string) {
  const lookup = (n: number): Lookup => ({
    state: 'live',
    stored: {
      article: {
        ...parseArticle('a.txt', `On “Ferrow” *today*\n\n${n === 1 ? before : after}`),
        revision: n,
      },
      newestRevision: 2,
      visibility: {},
      addedBy: '1',
      addedAt: '2026-03-01T00:00:00.000Z',
      ...(n > 1 && { correctedAt: '2026-03-02T00:00:00.000Z' }),
    },
  });
  const texts = [1, 2].map((n) => {
    const found = lookup(n);
    return found.state === 'live' ? found.stored.article.text : '';
  });
  return { article: async () => lookup(2), revision: async (_id: string, n: number) => lookup(n), texts };
}

test('I2 news about something followed is quoted from the article as it now reads', async () => {
  const follow = {
    id: 'f',
    place: { channel: '1', here: ['1'] },
    kind: 'company' as const,
    subject: 'Ferrow',
    createdBy: '1',
    createdAt: '',
  };
  await fc.assert(
    fc.asyncProperty(text, text, fc.constantFrom(0, 1), async (before, after, since) => {
      const archive = archiveOf(before, after);
      const news = { articleId: 'a', state: 'r2' as const, since, follows: ['f'] };
      const telling = { archive, follows: [follow], here: ['1'], now: new Date() };
      for (const told of [[news], [news, { ...news }]]) {
        const reply = await newsReply(told, telling);
        const body = payloadOf(reply ?? { tone: 'info', private: false, blocks: [] })
          .message as unknown as Json;
        expect(checkQuotes(body, archive.texts.slice(1))).toEqual([]);
        const isNew = documentOf(parseArticle('a.txt', `H\n\n${after}`)).sentences.length > 0 && since === 0;
        if (isNew) expect(quotesOf(body).length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 40 },
  );
});

test('I2 a digest quotes articles as they now read, and no replaced wording', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, fc.boolean(), async (before, after, isNew) => {
      const { article, revision, texts } = archiveOf(before, after);
      const archive = {
        article,
        revision,
        changedBetween: async () => ({
          added: isNew ? ['a'] : [],
          corrected: isNew ? [] : [{ articleId: 'a', before: 1, now: 2 }],
          retracted: [],
        }),
        gaps: { list: async () => [] },
      } as unknown as BriefingSources['archive'];
      const times = { from: '2026-03-01T00:00:00.000Z', to: '2026-03-03T00:00:00.000Z' };
      const reply = await briefingReply({
        archive,
        here: [],
        gaps: true,
        every: 'day',
        now: new Date(),
        ...times,
      });
      const body = payloadOf(reply ?? { tone: 'info', private: false, blocks: [] })
        .message as unknown as Json;
      expect(checkQuotes(body, texts.slice(1))).toEqual([]);
      if (isNew) expect(quotesOf(body)).toHaveLength(1);
    }),
    { numRuns: 40 },
  );
});
