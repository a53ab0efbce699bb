import type { Answer, Passage } from '../answer/answer.ts';
import { COMPANY, type Lens } from '../answer/lens/lens.ts';
import { answering, sentencesOf } from '../answer/lens/pick.ts';
import type { Scope } from '../search/index/search-index.ts';
import type { Text } from '../reply/reply.ts';
import { say } from '../reply/say.ts';
import type { Desk } from './ports.ts';

/** The answer to a lens: the question as shown, and how it was asked when that was otherwise. */
export type LensAnswer = Readonly<{ question: string; answer: Answer; how?: Text }>;

/** Near misses that are kept. */
const NEAREST = 3;
/** So few articles are looked through sentence by sentence where ranking found nothing. */
const FEW_ARTICLES = 12;

/**
 * Asks a lens in its wordings, one after the other, until a passage tells what the lens asks for, and tells it of the company.
 * Where no wording finds one, the sentences of few articles are looked through; what is found there is never sure. All passages
 * shown are about the company: a value of another one is never marked.
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

/** An answer with passages that tell what is asked of the company: found where the part that answers is marked. */
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
