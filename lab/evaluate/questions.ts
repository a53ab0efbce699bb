import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ArticleError } from '../../src/article/parse.ts';

const line = z.object({
  id: z.string().optional(),
  /** The article's id: its file name without ending. */
  article: z.string(),
  /** Which paragraph of it holds the answer, from 1, the headline not counted. */
  paragraph: z.int().min(1),
  q: z.string().trim().min(1),
  answerable: z.boolean().default(true),
  /** The sentence or sentences that hold the answer. */
  gold: z.array(z.string()).default([]),
  /** Accepted answer strings. */
  answers: z.array(z.string()).default([]),
});

/** A question with its known answer, as evaluation data give it. */
export type KnownQuestion = z.output<typeof line>;

/** Reads questions, one JSON object a line. Throws {@link ArticleError} naming the file and line that cannot be used. */
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
      throw new ArticleError(
        `${file}, line ${index + 1} is not a question with "q", "article", "paragraph" and "gold".`,
      );
    }
    found.push(parsed.data);
  }
  return found;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
