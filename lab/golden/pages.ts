import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { extract } from '../../src/intake/extract.ts';

/** The expected reading of a golden page: its paragraphs, and its details by name. */
export type PageReading = Readonly<{ text: string; details: Readonly<Record<string, string>> }>;

/** Reads a page as intake does. Throws IntakeError. */
export async function readPage(bytes: Uint8Array, name: string): Promise<PageReading> {
  const { text, id: _id, reading: _reading, ...details } = await extract(bytes, { name: `${name}.html` });
  const known = Object.entries(details).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, value]],
  );
  return { text, details: Object.fromEntries(known) as PageReading['details'] };
}

/** The expected reading of a folder; undefined when the folder does not exist. */
export async function expectedOf(folder: string): Promise<PageReading | undefined> {
  try {
    const text = await readFile(path.join(folder, 'expected.txt'), 'utf8');
    const details = await readFile(path.join(folder, 'expected.json'), 'utf8');
    return { text: text.trimEnd(), details: JSON.parse(details) as PageReading['details'] };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Paragraphs and details in only one of two readings: `-` marks the first, `+` the second. */
export function differences(before: PageReading, after: PageReading): string[] {
  const lines = ({ text, details }: PageReading): string[] => [
    ...Object.entries(details).map(([name, value]) => `${name}: ${value}`),
    ...text.split('\n\n'),
  ];
  const [old, now] = [lines(before), lines(after)];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

/** Writes a golden page's three files. */
export async function writePage(
  folder: string,
  source: Uint8Array,
  { text, details }: PageReading,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'source.html'), source);
  await writeFile(path.join(folder, 'expected.txt'), `${text}\n`);
  await writeFile(path.join(folder, 'expected.json'), `${JSON.stringify(details, null, 2)}\n`);
}
