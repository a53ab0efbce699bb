import type { Level } from '../levels.ts';
import { GAP } from '../term-line.ts';

/** For each level, the fields with its terms and their number. */
export const FIELDS: Readonly<Record<Level, Readonly<{ terms: string; length: string }>>> = {
  sentence: { terms: 'own', length: 'length' },
  paragraph: { terms: 'paragraph', length: 'paragraphLength' },
  article: { terms: 'whole', length: 'wholeLength' },
};

/** Settings of an index in use: writes are durable when acknowledged, and visible a second later. */
export const IN_USE = {
  // One replica of each shard as soon as there is a second node.
  auto_expand_replicas: '0-1',
  refresh_interval: '1s',
  'translog.durability': 'request',
};

/**
 * Settings of an index during its build, which halve the work. Nobody searches it yet, and articles lost in a crash are missing as a
 * whole, so they are written again.
 */
const BEING_BUILT = {
  auto_expand_replicas: false,
  number_of_replicas: 0,
  refresh_interval: '-1',
  'translog.durability': 'async',
};

/** The settings and mapping of a new index. For its documents see `entries.ts`. */
export const indexOf = ({ shards }: Readonly<{ shards: number }>): object => ({
  settings: {
    index: {
      number_of_shards: shards,
      ...BEING_BUILT,
      // The default is too small for paging through the documents of articles with many sentences.
      max_result_window: 20_000,
    },
    analysis: {
      // Pullquote analyses the text itself; gaps stand for stop words, so that phrases keep their distances.
      filter: { gaps: { type: 'stop', stopwords: [GAP] } },
      analyzer: { terms: { type: 'custom', tokenizer: 'whitespace', filter: ['gaps'] } },
    },
  },
  mappings: {
    dynamic: 'strict',
    // Everything can be rebuilt from the store, so the engine need not keep the source.
    _source: { enabled: false },
    properties: {
      server: { type: 'keyword' },
      article: { type: 'keyword' },
      revision: { type: 'integer' },
      date: { type: 'keyword' },
      channels: { type: 'keyword' },
      embargo: { type: 'keyword' },

      n: { type: 'integer' },
      own: { type: 'text', analyzer: 'terms' },
      length: { type: 'integer', index: false },

      paragraph: { type: 'text', analyzer: 'terms', index_options: 'freqs' },
      paragraphLength: { type: 'integer', index: false },

      whole: { type: 'text', analyzer: 'terms', index_options: 'freqs' },
      wholeLength: { type: 'integer', index: false },
      sentences: { type: 'integer', index: false },
      change: { type: 'long', index: false },
      key: { type: 'keyword' },
      headline: { type: 'text', analyzer: 'terms' },
      names: { type: 'keyword' },
    },
  },
});
