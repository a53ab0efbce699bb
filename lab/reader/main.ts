import { parseArgs } from 'node:util';
import { measureReader } from './measure-reader.ts';
import { measureVectors } from './measure-vectors.ts';

const USAGE = `npm run reader -- time [--threads 1|2] [--articles DIR]   how long reading takes, and how much memory
npm run reader -- vectors [--sentences N]                 how long a search among vectors takes
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    threads: { type: 'string', default: '2' },
    articles: { type: 'string', default: 'seeds' },
    sentences: { type: 'string', default: '200000' },
  },
});

const [command] = positionals;
if (command === 'time') await measureReader(values.articles, Number(values.threads));
else if (command === 'vectors') measureVectors(Number(values.sentences));
else process.stderr.write(USAGE);
