import { NEIGHBOUR_FEATURES } from '../../../../src/search/rank/features/neighbours.ts';
import { eachFeatureTells } from './compare.ts';

const BERG = 'Anna Berg founded Acme. She was born in Rome.\n\nThe mayor came late. She was born in Bern.';

eachFeatureTells(NEIGHBOUR_FEATURES, {
  'paragraph holds the rest': {
    question: 'Where was Anna Berg born?',
    text: BERG,
    higher: 'She was born in Rome',
    lower: 'She was born in Bern',
  },
  'rest is near': {
    question: 'Where was Anna Berg born?',
    text: 'Anna Berg founded Acme. She was born in Rome. The sea is near. People were born in boats.',
    higher: 'She was born',
    lower: 'People were born',
  },
  'beats its paragraph': {
    question: 'Where was Anna Berg born?',
    text: 'Anna Berg was born in Rome. Berg likes tea.',
    higher: 'Anna Berg',
    lower: 'Berg likes',
  },
  'beats its paragraph by stems': {
    question: 'Where was Anna Berg born?',
    text: 'Anna Berg was born in Rome. Berg likes tea.',
    higher: 'Anna Berg',
    lower: 'Berg likes',
  },
  'previous holds all': {
    question: 'When did Acme close?',
    text: 'Acme closed. That was in May. It rained.',
    higher: 'That was',
    lower: 'It rained',
  },
  'pronoun for the previous': {
    question: 'Where was Anna Berg born?',
    text: BERG,
    higher: 'She was born in Rome',
    lower: 'She was born in Bern',
  },
  'first of its paragraph': {
    question: 'Where was Anna Berg born?',
    text: BERG,
    higher: 'Anna Berg',
    lower: 'She was born in Rome',
  },
});
