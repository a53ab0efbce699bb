import { FORM_FEATURES } from '../../../../src/search/rank/features/form.ts';
import { eachFeatureTells } from './compare.ts';

eachFeatureTells(FORM_FEATURES, {
  'new words around the matches': {
    question: 'What does the mill produce?',
    text: 'The mill near the old stone bridge over the wild river may one day produce. The mill produces paper.',
    higher: 'The mill near',
    lower: 'The mill produces',
  },
  'new numbers': {
    question: 'What does the mill produce?',
    text: 'The mill produced 40 of 90 in 12 of 30. The mill produces fine paper.',
    higher: 'The mill produced',
    lower: 'The mill produces',
  },
});
