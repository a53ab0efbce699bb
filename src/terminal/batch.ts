import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { Answer, Passage } from '../answer/answer.ts';
import type { Desk } from '../desk/ports.ts';

const line = z.object({
  q: z.string().trim().min(1).max(6000),
  article: z.string().optional(),
  id: z.unknown().optional(),
});

/**
 * Answers questions, one JSON object per line, in order. An invalid line gets an `error` line, and the rest continue.
 * Returns the number of failed lines.
 */
export async function answerBatch(
  input: Readable,
  output: Writable,
  desk: Pick<Desk, 'index' | 'ask'>,
): Promise<number> {
  let failed = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() === '') continue;
    const result = await answerLine(text, desk);
    if ('error' in result) failed += 1;
    if (!output.write(`${JSON.stringify(result)}\n`)) await once(output, 'drain');
  }
  return failed;
}

async function answerLine(text: string, desk: Pick<Desk, 'index' | 'ask'>): Promise<object> {
  const json = parseJson(text);
  if (json === undefined)
    return { error: 'This line is not valid JSON: write one object a line, such as {"q":"Who invested?"}.' };
  const parsed = line.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) =>
      [path.join('.'), message].filter(Boolean).join(': '),
    );
    return { error: `This line is not a question such as {"q":"Who invested?"} (${faults.join('; ')}).` };
  }
  const { q, article, id } = parsed.data;
  const known = id === undefined ? {} : { id };
  const wanted = article === undefined ? undefined : desk.index.document(article);
  if (article !== undefined && !wanted) return { ...known, q, error: `There is no article “${article}”.` };
  const started = performance.now();
  const answer = await desk.ask({ question: q, scope: wanted && [wanted] });
  return { ...known, q, ...plainAnswer(answer), ms: Number((performance.now() - started).toFixed(3)) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An answer as plain JSON; offsets are UTF-16 units in the article's text. */
function plainAnswer(answer: Answer): object {
  const { verdict, confidence, against, searched } = answer;
  return {
    verdict,
    confidence,
    ...(against === undefined ? {} : { against }),
    passages: answer.passages.map(plainPassage),
    nearest: answer.nearest.map(plainPassage),
    searched,
  };
}

const plainPassage = ({ document, sentence, quote, score, spans, evidence }: Passage): object => ({
  article: document.article.id,
  revision: sentence.revision,
  sentence: sentence.n,
  start: sentence.start,
  end: sentence.end,
  quote,
  score,
  ...evidence,
  spans: spans.map(({ start, end, text }) => ({ start, end, text })),
});
