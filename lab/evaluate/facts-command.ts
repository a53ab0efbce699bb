import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { commandOptions } from '../options.ts';
import { documentOf } from '../../src/article/document.ts';
import { ArticleError, parseArticle } from '../../src/article/parse.ts';
import { readAnnotations } from './annotations.ts';
import { evaluateFacts, type Annotated, type FactFigures, type Tally } from './facts.ts';

const FOLDER = 'tests/golden/facts';
const ROWS = ['amounts', 'dates', 'filed', 'descriptions', 'conflicts'] as const;

/**
 * `eval facts [FOLDER] [--wrong]`: measures precision and recall of amounts, dates, main dates, descriptions and conflicts, for each
 * folder of articles (`NAME.txt`) with manual annotations (`NAME.facts`). `--wrong` lists each missed or wrong fact. Returns the exit
 * code. Throws {@link ArticleError} for files that cannot be used.
 */
export async function evalFacts(args: readonly string[], out: (line: string) => void): Promise<number> {
  const { wrong, positionals } = commandOptions(args, { wrong: false });
  const [root = FOLDER] = positionals;
  const sets = await annotatedSets(root);
  if (sets.size === 0)
    throw new ArticleError(`${root} holds no annotated articles (NAME.txt and NAME.facts).`);
  for (const [folder, set] of [...sets].toSorted(([a], [b]) => a.localeCompare(b))) {
    const found = evaluateFacts(set);
    out(`${relative(root, folder) || basename(folder)}: ${set.length} articles`);
    for (const row of ROWS) if (found[row].annotated + found[row].read > 0) out(rowOf(row, found));
    if (wrong) for (const line of found.wrong) out(`  ${line}`);
  }
  return 0;
}

function rowOf(row: (typeof ROWS)[number], found: FactFigures): string {
  const { right, read, annotated } = found[row];
  const { precision, recall } = shares(found[row]);
  return `  ${row.padEnd(13)}precision ${precision.toFixed(3)}   recall ${recall.toFixed(3)}   (${right} right, ${read} read, ${annotated} annotated)`;
}

/** Precision and recall from 0 to 1; 1 when there is nothing to divide by. */
export const shares = ({ right, read, annotated }: Tally): { precision: number; recall: number } => ({
  precision: read === 0 ? 1 : right / read,
  recall: annotated === 0 ? 1 : right / annotated,
});

/** The annotated articles of a folder and its subfolders, by folder. */
export async function annotatedSets(root: string): Promise<Map<string, Annotated[]>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new ArticleError(`${root} cannot be read: name a folder of annotated articles.`, { cause: error });
  });
  const sets = new Map<string, Annotated[]>();
  for (const { name, parentPath } of entries.filter((entry) => entry.name.endsWith('.facts'))) {
    const file = name.replace(/\.facts$/u, '.txt');
    const document = documentOf(parseArticle(file, await readFile(join(parentPath, file), 'utf8')));
    const annotations = readAnnotations(await readFile(join(parentPath, name), 'utf8'), document);
    sets.set(parentPath, [...(sets.get(parentPath) ?? []), { document, annotations }]);
  }
  return sets;
}
