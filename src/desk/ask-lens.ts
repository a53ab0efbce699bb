import type { Answer, Passage } from '../answer/answer.ts';
import { COMPANY, type Lens } from '../answer/lens/lens.ts';
import { answering, sentencesOf } from '../answer/lens/pick.ts';
import type { Scope } from '../search/index/search-index.ts';
import type { Text } from '../reply/reply.ts';
import { say } from '../reply/say.ts';
import type { Desk } from './ports.ts';

/** The answer to a lens: the question as shown, and a note when it was asked in other words. */
export type LensAnswer = Readonly<{ question: string; answer: Answer; how?: Text }>;

/** Number of near misses kept. */
const NEAREST = 3;
/** Up to this many articles are read sentence by sentence when ranking finds nothing. */
const FEW_ARTICLES = 12;

/**
 * Tries the wordings of a lens one by one, until a passage answers what the lens asks about the company. If none does and there are few
 * articles, reads all their sentences; such an answer is never "found". All passages shown are about the company, so another company's
 * value is never marked.
 */
export async function askLens(
  desk: Desk,
  lens: Lens,
  company: string | undefined,
  scope: Scope | undefined,
): Promise<LensAnswer> {
  const worded = ([of, alone]: Lens['wordings'][number]): string =>
    company === undefined ? alone : of.split(COMPANY).join(company);
  const question = worded(lens.wordings[0]);
  let first: Answer | undefined;
  for (const [at, wording] of lens.wordings.entries()) {
    const asked = worded(wording);
    const answer = await desk.ask({
      question: asked,
      scope,
      kind: lens.kind,
      spanned: Number.POSITIVE_INFINITY,
    });
    first ??= answer;
    const passages = answering(lens, company, [...answer.passages, ...answer.nearest]);
    if (passages.length === 0) continue;
    return {
      question,
      answer: withPassages(answer, passages),
      ...(at > 0 && { how: say('answer.asked-as', { question: asked }) }),
    };
  }
  if (!first) throw new RangeError(`/${lens.name} has no wording.`);
  const documents = scope ?? desk.index.documents();
  const rest =
    company === undefined || documents.length > FEW_ARTICLES
      ? []
      : answering(lens, company, sentencesOf([...first.passages, ...first.nearest], documents));
  if (rest.length > 0) return { question, answer: { ...withPassages(first, rest), verdict: 'unsure' } };
  return { question, answer: nothing(first) };
}

/** An answer from passages with their spans: found only when a span is marked. */
function withPassages(answer: Answer, passages: readonly Passage[]): Answer {
  const [first] = passages;
  const sure = first !== undefined && first.spans.length > 0;
  const kept = answer.verdict === 'found' && first === answer.passages[0];
  return { ...answer, verdict: kept || sure ? 'found' : 'unsure', passages, nearest: [] };
}

const nothing = (answer: Answer): Answer => ({
  ...answer,
  verdict: 'nothing',
  passages: [],
  nearest: [...answer.passages, ...answer.nearest].slice(0, NEAREST),
});
