/**
 * `npm run golden -- add FILE [--name NAME]` shows how a page is read and how that differs from its golden folder, then writes source,
 * expected text and details there. `npm run golden` shows the differences of all pages.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { slugOf } from '../../src/intake/extract.ts';
import { IntakeError } from '../../src/intake/intake-error.ts';
import { commandOptions } from '../options.ts';
import { differences, expectedOf, readPage, writePage, type PageReading } from './pages.ts';

const PAGES = path.join(import.meta.dirname, '../../tests/golden/pages');
const NOTHING: PageReading = { text: '', details: {} };

const options = commandOptions(process.argv.slice(2), { name: undefined, folder: PAGES });
const [verb, file] = options.positionals;
try {
  if (verb === undefined) await compare(options.folder);
  else if (verb === 'add' && file !== undefined) await add(file, options.folder, options.name);
  else usage();
} catch (error) {
  if (!(error instanceof IntakeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function usage(): void {
  console.error(
    'Usage: npm run golden -- add FILE [--name NAME]; without words, the differences of all pages.',
  );
  process.exitCode = 2;
}

async function add(source: string, pages: string, given: string | undefined): Promise<void> {
  const bytes = new Uint8Array(await readFile(source));
  const name = slugOf(given ?? path.basename(source).replace(/\.[^.]+$/u, ''));
  const folder = path.join(pages, name);
  const before = await expectedOf(folder);
  const now = await readPage(bytes, name);
  const changes = differences(before ?? NOTHING, now);
  console.log(changes.length === 0 ? 'It is read as expected.' : changes.join('\n\n'));
  await writePage(folder, bytes, now);
  console.log(
    `\nWritten to ${path.relative(process.cwd(), folder)}: now correct expected.txt and expected.json by hand, as a careful editor would copy the page. They say what should be read, not what is.`,
  );
}

async function compare(pages: string): Promise<void> {
  const names = (await readdir(pages)).toSorted();
  let wrong = 0;
  for (const name of names) {
    const folder = path.join(pages, name);
    const source = new Uint8Array(await readFile(path.join(folder, 'source.html')));
    const changes = differences((await expectedOf(folder)) ?? NOTHING, await readPage(source, name));
    if (changes.length === 0) continue;
    wrong += 1;
    console.log(`${name}\n${changes.join('\n')}\n`);
  }
  console.log(`${names.length - wrong} of ${names.length} pages are read as expected.`);
  process.exitCode = wrong === 0 ? 0 : 1;
}
