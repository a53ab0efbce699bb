import type { Answer } from '../answer/answer.ts';
import { COMPANY, type Lens } from '../answer/lens.ts';
import { mentions } from '../search/index/mentioning.ts';
import type { Scope } from '../search/index/search-index.ts';
import type { Desk } from './ports.ts';

/** The answer to a lens: the question as shown, and how it was asked when that was otherwise. */
export type LensAnswer = Readonly<{ question: string; answer: Answer; how?: string }>;

/** What is less sure than this without the name is found by the name alone. */
const NAME_ALONE = 0.05;
/** Near misses that are kept. */
const NEAREST = 3;

type Asked = Readonly<{ question: string; at: number; answer: Answer }>;

/**
 * Asks a lens in all of its wordings; the surest answer counts. That a text names the company is no answer: what is hardly
 * found without the name is not sure, or nothing at all, and where nothing is found, articles headed by the company are asked without it, since
 * they go on with "the firm" or "it".
 */
export function askLens(
  desk: Desk,
  { wordings, kind }: Lens,
  company: string | undefined,
  scope: Scope | undefined,
): LensAnswer {
  const ask = (question: string, at: number, within = scope): Asked => ({
    question,
    at,
    answer: desk.ask({ question, scope: within, kind }),
  });
  const alone = wordings.map(([, question]) => question);
  const named = wordings.map(([of]) => of.split(COMPANY).join(company));
  const [question = ''] = company === undefined ? alone : named;
  const told = ({ at, question: asked }: Asked, where = ''): { how?: string } =>
    at === 0 && where === '' ? {} : { how: `Asked as “${asked}”${where}.` };

  if (company === undefined) {
    const found = surest(alone.map((each, at) => ask(each, at)));
    return { question, answer: found.answer, ...told(found) };
  }
  const found = surest(named.map((each, at) => ask(each, at)));
  if (found.answer.verdict !== 'nothing') {
    const { verdict, confidence } = ask(alone[found.at] ?? '', found.at).answer;
    const answer = verdict === 'nothing' ? unsure(found.answer) : found.answer;
    if (confidence >= NAME_ALONE) return { question, answer, ...told(found) };
  }
  const headed = scope?.filter(({ article }) => mentions(article.headline, company)) ?? [];
  const again = surest(alone.map((each, at) => ask(each, at, headed)));
  return again.answer.verdict === 'nothing'
    ? { question, answer: nothing(found.answer) }
    : {
        question,
        answer: unsure(again.answer),
        ...told(again, ' in articles whose headline has the name'),
      };
}

/** The answer that is likeliest to be one; of equals the first. */
const surest = (all: readonly Asked[]): Asked =>
  all.reduce((best, each) => (each.answer.confidence > best.answer.confidence ? each : best));

const unsure = (answer: Answer): Answer => ({ ...answer, verdict: 'unsure' });

const nothing = (answer: Answer): Answer =>
  answer.verdict === 'nothing'
    ? answer
    : { ...answer, verdict: 'nothing', passages: [], nearest: answer.passages.slice(0, NEAREST) };
