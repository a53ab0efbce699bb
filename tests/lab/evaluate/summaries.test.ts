import { expect, test } from 'vitest';
import { evaluateSummaries } from '../../../lab/evaluate/summaries.ts';

const line = (text: string, reference: string): string => JSON.stringify({ text, reference });

test('our summaries and the first sentences are measured on the same articles', () => {
  const lead = 'The council of Aldborough voted on Tuesday to close the indoor pool in June.';
  const again = 'The indoor pool of Aldborough will close in June, the council voted on Tuesday.';
  const news = 'Repairs would have cost the town 4.2 million euros.';
  const {
    articles,
    ours,
    lead: first,
    better,
  } = evaluateSummaries(line(`${lead} ${again} ${news}`, `${lead}\n${news}`), 2);
  expect(articles).toBe(1);
  expect(ours).toEqual({ rouge1: 1, rouge2: 1, rougeLsum: 1 });
  expect(first.rouge1).toBeLessThan(1);
  expect(better).toBe(1);
});

test('a text without a headline keeps all its sentences', () => {
  const { lead } = evaluateSummaries(line('One short line\n\nA second line that ends.', 'One short line'), 1);
  expect(lead.rouge1).toBe(1);
});

test('a line that cannot be used is named', () => {
  expect(() => evaluateSummaries(`${line('A text.', 'A text.')}\n{"text": 1}`, 3)).toThrow(/Line 2/u);
  expect(() => evaluateSummaries('\n', 3)).toThrow(/no articles/u);
});
