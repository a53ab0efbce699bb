import { describe, expect, test } from 'vitest';
import { actions } from '../../commands/click/index.ts';
import check from '../../commands/read/check.ts';
import cite from '../../commands/read/cite.ts';
import source from '../../commands/read/source.ts';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { customId } from '../../src/desk/action.ts';
import { runAction } from '../../src/desk/dispatch.ts';
import type { Desk } from '../../src/desk/ports.ts';
import { payloadOf } from '../../src/discord/payload.ts';
import { textsOf } from '../discord/invariants.ts';
import { checkButtonsOf, quotesIn, reply, seed, wordsOf } from '../support/checking.ts';
import { deskOver, member } from '../support/desk.ts';

describe('a headline', () => {
  const HEADLINE = 'Alibaba just led a $600 million round for the AI startup SenseTime';
  const APART =
    '---\nheadline: Council backs the new budget by one vote\n---\nThe council met. It approved the plan. Nobody left.';
  const apart = async (text = APART) => deskOver([parseArticle('vote.txt', text)]);

  test.each([
    ['EXACT', HEADLINE],
    ['SAME WORDS', HEADLINE.toUpperCase()],
    ['SHORTENED', 'Alibaba just led a $600 million round […] AI startup SenseTime'],
    ['ALTERED', HEADLINE.replace('600', '700')],
  ])('%s, cited as the headline', async (grade, text) => {
    const found = await reply(check, { text }, await seed());
    expect(wordsOf(found)).toContain(`Quotation checked: ${grade}`);
    const [quote] = quotesIn(found);
    expect(quote?.quote).toMatchObject({
      text: HEADLINE,
      from: 0,
      receipt: 'sensetime-alibaba-round.r1.s0',
      headline: HEADLINE,
    });
    const drawn = textsOf(payloadOf(found).message).join('\n');
    expect(drawn).toMatch(/^-# .* · the headline · sensetime-alibaba-round\.r1\.s0$/mu);
  });

  test('is found by /check and /source even if the text lacks it', async () => {
    const found = await reply(source, { text: 'the new budget by one vote' }, await apart());
    expect(quotesIn(found).map(({ quote }) => [quote.text, quote.receipt])).toEqual([
      ['Council backs the new budget by one vote', 'vote.r1.s0'],
    ]);
  });

  test('is counted together with the sentences of the article', async () => {
    const desk = await apart(
      'Nobody left the council\n\nThe council met. It approved the plan. Nobody left the council.',
    );
    expect(wordsOf(await reply(source, { text: 'Nobody left the council' }, desk))).toContain('2 places');
    expect(wordsOf(await reply(check, { text: 'Nobody left the council' }, desk))).toContain(
      '2 places, in 1 article, the earliest first; also vote.r1.s3.',
    );
  });

  test('can be cited by its receipt, and opened by its buttons', async () => {
    for (const desk of [await apart(), await apart(APART.replace(/---\nheadline: (.*)\n---/u, '$1\n'))]) {
      const cited = await reply(cite, { receipt: 'vote.r1.s0' }, desk);
      expect(quotesIn(cited)[0]?.quote.text).toBe('Council backs the new budget by one vote');
      expect(cited.files?.[0]?.name).toBe('vote.r1.s0.txt');
      expect(wordsOf(cited)).toContain('Status: unchanged');
      const asked = await reply(check, { text: 'Council backs the new budget by one vote' }, desk);
      for (const { action, args } of checkButtonsOf(asked)) {
        // For sharing and exporting posted replies see tests/discord/share.test.ts.
        if (action === 'share' || action === 'export') continue;
        const id = customId(action, args) ?? '';
        const response = await runAction(actions, id, desk, member, { private: true, text: '', fields: {} });
        expect(response).not.toMatchObject({ tone: 'error' });
        const context = [{ type: 'title' }, { quote: { from: 0 } }, { quote: { from: 1, to: 2 } }];
        if (action === 'context') expect(response).toMatchObject({ blocks: context });
      }
    }
    expect(wordsOf(await reply(cite, { receipt: 'vote.r1.s0-2' }, await apart()))).toMatch(
      /no passage here/u,
    );
  });

  test('gets a note when it was reworded later', async () => {
    const earlier = documentOf(parseArticle('vote.txt', APART));
    const later = documentOf({
      ...parseArticle('vote.txt', APART.replace('one vote', 'two votes')),
      revision: 2,
    });
    const desk: Desk = {
      ...(await apart()),
      revision: (_id, n = 2) =>
        Promise.resolve({ state: 'live', document: n === 1 ? earlier : later, newest: 2 }),
    };
    const found = wordsOf(await reply(cite, { receipt: 'vote.r1.s0' }, desk));
    expect(found).toContain('Status: reworded');
    expect(found).toContain('The headline was changed. Struck: until then. Bold: now.');
  });
});
