import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ArticleError } from '../../src/article/parse.ts';

const line = z.object({
  id: z.string().optional(),
  /** The article's id: its file name without extension. */
  article: z.string().nullish(),
  /** The paragraph with the answer, from 1, not counting the headline. */
  paragraph: z.int().min(1).optional(),
  q: z.string().trim().min(1),
  answerable: z.boolean().optional(),
  /** The sentences with the answer. */
  gold: z.array(z.string()).default([]),
  /** Accepted answer strings. */
  answers: z.array(z.string()).default([]),
  /** The shortest answer, if the data have one. */
  answer: z.string().nullish(),
  /** Expected spans, if the data have them. */
  spans: z.array(z.string()).default([]),
});

/** A question with its known answer. `article` is absent when it is only asked of all articles. */
export type KnownQuestion = Readonly<{
  id: string;
  q: string;
  article?: string;
  paragraph?: number;
  answerable: boolean;
  gold: readonly string[];
  answers: readonly string[];
}>;

/** Reads questions, one JSON object per line. Throws {@link ArticleError} with the file and line that cannot be used. */
export async function readQuestions(file: string): Promise<KnownQuestion[]> {
  const content = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new ArticleError(`The questions ${file} cannot be read: name a file of one JSON object a line.`, {
      cause: error,
    });
  });
  const found: KnownQuestion[] = [];
  for (const [index, text] of content.split('\n').entries()) {
    if (text.trim() === '') continue;
    const parsed = line.safeParse(parseJson(text));
    if (!parsed.success) {
      throw new ArticleError(`${file}, line ${index + 1} is not a question with "q" and "gold".`);
    }
    found.push(known(parsed.data, index + 1));
  }
  return found;
}

/** Normalises the formats of different data sets. A question without a gold sentence counts as unanswerable, unless it says otherwise. */
function known(read: z.output<typeof line>, number: number): KnownQuestion {
  const { id = String(number), q, article, paragraph, answerable, gold, answers, answer, spans } = read;
  return {
    id,
    q,
    ...(article ? { article } : {}),
    ...(paragraph === undefined ? {} : { paragraph }),
    answerable: (answerable ?? true) && gold.length > 0,
    gold,
    answers: [...answers, ...(answer ? [answer] : []), ...spans],
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
