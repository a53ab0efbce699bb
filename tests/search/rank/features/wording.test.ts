import { WORDING_FEATURES } from '../../../../src/search/rank/features/wording.ts';
import { eachFeatureTells } from './compare.ts';

eachFeatureTells(WORDING_FEATURES, {
  'telling stop words': {
    question: 'What did Acme sell before the war?',
    text: 'Before the war it was soap. Since the war it is wine.',
    higher: 'Before',
    lower: 'Since',
  },
  'denial asked for': {
    question: 'What did the mayor not promise?',
    text: 'The mayor never promised a road. The mayor promised a school.',
    higher: 'The mayor never',
    lower: 'The mayor promised',
  },
  'name in quotes or brackets': {
    question: 'What is the plan called?',
    text: 'The plan is widely known as "Blue Sky". The plan is widely liked.',
    higher: 'The plan is widely known',
    lower: 'The plan is widely liked',
  },
});
