import { PHRASE_FEATURES } from '../../../../src/search/rank/features/phrase.ts';
import { eachFeatureTells } from './compare.ts';

const BANK = 'The central bank raised rates. In a central street a bank was robbed.';

eachFeatureTells(PHRASE_FEATURES, {
  'word pairs': {
    question: 'What did the central bank do?',
    text: BANK,
    higher: 'The central',
    lower: 'In a',
  },
  'longest run': {
    question: 'What did the central bank do?',
    text: BANK,
    higher: 'The central',
    lower: 'In a',
  },
  'matches begin late': {
    question: 'What did the minister promise?',
    text: 'The minister promised a road. Farmers who had waited for years met the minister.',
    higher: 'Farmers',
    lower: 'The minister',
  },
  'first concept early': {
    question: 'What did the minister promise?',
    text: 'The minister promised a road. Farmers who had waited for years met the minister.',
    higher: 'The minister',
    lower: 'Farmers',
  },
});
