import { commandOptions } from '../options.ts';
import { measureReader } from './measure-reader.ts';
import { measureVectors } from './measure-vectors.ts';

const USAGE = `npm run reader -- time [--threads 1|2] [--articles DIR]   how long reading takes, and how much memory
npm run reader -- vectors [--sentences N]                 how long a search among vectors takes
`;

const { threads, articles, sentences, positionals } = commandOptions(process.argv.slice(2), {
  threads: 2,
  articles: 'seeds',
  sentences: 200_000,
});

const [command] = positionals;
if (command === 'time') await measureReader(articles, threads);
else if (command === 'vectors') measureVectors(sentences);
else process.stderr.write(USAGE);
