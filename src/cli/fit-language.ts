import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLanguage } from '../fit/wordnet.ts';

/** `npm run fit:language`: reduces WordNet to the table of common and related words that ranking reads. */
const file = join(import.meta.dirname, '..', 'search', 'language.json');
const language = await readLanguage();
await writeFile(file, `${JSON.stringify(language, undefined, 2)}\n`);
process.stdout.write(
  `${Object.keys(language.background).length} common words and ${Object.keys(language.related).length} words with relations written to ${file}\n`,
);
