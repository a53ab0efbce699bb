import { SCORE_FEATURES } from '../../../../src/search/rank/features/scores.ts';
import { eachFeatureTells } from './compare.ts';

const TWO_PARAGRAPHS =
  'The bridge opened in 1932. The work took eight years.\n\nThe river is long and wild. The work took many lives.';

eachFeatureTells(SCORE_FEATURES, {
  'sentence score': {
    question: 'Who founded the Acme company?',
    text: 'Anna Berg founded Acme in a garage. The town has many garages.',
    higher: 'Anna Berg',
    lower: 'The town',
  },
  'paragraph score': {
    question: 'How long did the work on the bridge take?',
    text: TWO_PARAGRAPHS,
    higher: 'The work took eight',
    lower: 'The work took many',
  },
  'article score': {
    question: 'How long did the work on the bridge take?',
    text: TWO_PARAGRAPHS.split('\n\n'),
    higher: 'The work took eight',
    lower: 'The work took many',
  },
  'score to best': {
    question: 'When did the bridge open?',
    text: TWO_PARAGRAPHS,
    higher: 'The bridge opened',
    lower: 'The river',
  },
});
