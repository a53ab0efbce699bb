import type { Level } from '../levels.ts';
import { GAP } from '../term-line.ts';

/** The field of each level's terms, and the field of how many there are. */
export const FIELDS: Readonly<Record<Level, Readonly<{ terms: string; length: string }>>> = {
  sentence: { terms: 'own', length: 'length' },
  paragraph: { terms: 'paragraph', length: 'paragraphLength' },
  article: { terms: 'whole', length: 'wholeLength' },
};

/** How an index in use is kept: what was written is durable when that is acknowledged, and shown a second later. */
export const IN_USE = {
  // A copy of each shard as soon as there is a second node.
  auto_expand_replicas: '0-1',
  refresh_interval: '1s',
  'translog.durability': 'request',
};

/**
 * How an index is kept while it is built, which takes half the work: it is searched by nobody, and of what a crash takes the articles are
 * missing as wholes, so that they are written again.
 */
const BEING_BUILT = {
  auto_expand_replicas: false,
  number_of_replicas: 0,
  refresh_interval: '-1',
  'translog.durability': 'async',
};

/** The settings and fields of an index that is to be built. Documents are described in `entries.ts`. */
export const indexOf = ({ shards }: Readonly<{ shards: number }>): object => ({
  settings: {
    index: {
      number_of_shards: shards,
      ...BEING_BUILT,
      // The default allows for few positions only; articles of many sentences delete many documents.
      max_result_window: 20_000,
    },
    analysis: {
      // Pullquote's own analysis makes the terms; a gap stands where a stop word stood, so that phrases keep their distances.
      filter: { gaps: { type: 'stop', stopwords: [GAP] } },
      analyzer: { terms: { type: 'custom', tokenizer: 'whitespace', filter: ['gaps'] } },
    },
  },
  mappings: {
    dynamic: 'strict',
    // Everything is built from the store again: the engine need not keep what it was sent.
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
