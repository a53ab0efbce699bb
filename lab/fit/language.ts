import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPartsOfSpeech } from './parts-of-speech.ts';
import { readLanguage } from './wordnet.ts';

/**
 * `npm run fit:language`: reduces WordNet to the table of common and related words that ranking reads, and to the table
 * of words that are no nouns, by which spans tell phrases apart.
 */
const source = join(import.meta.dirname, '..', '..', 'src');
const write = async (file: string, content: object): Promise<void> => {
  await writeFile(join(source, file), `${JSON.stringify(content, undefined, 2)}\n`);
  process.stdout.write(`src/${file} written\n`);
};
await write('search/rank/language.json', await readLanguage());
await write('answer/spans/parts-of-speech.json', await readPartsOfSpeech());
