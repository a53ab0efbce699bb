import { COVERAGE_FEATURES } from '../../../../src/search/rank/features/coverage.ts';
import { eachFeatureTells } from './compare.ts';

eachFeatureTells(COVERAGE_FEATURES, {
  'same words': {
    question: 'What was raised last week?',
    text: 'Doubts were raised. Raising cattle pays.',
    higher: 'Doubts',
    lower: 'Raising',
  },
  stems: {
    question: 'Who is investing in Acme?',
    text: 'Berg invested in Acme. Berg lives in Rome.',
    higher: 'Berg invested',
    lower: 'Berg lives',
  },
  concepts: {
    question: 'When did the Zanzibari minister resign?',
    text: 'The minister resigned on Monday. A Zanzibari cook was hired.',
    higher: 'The minister',
    lower: 'A Zanzibari',
  },
  'target words': {
    question: 'Which city did the company choose?',
    text: 'It likes the city of Rome. It likes the sea.',
    higher: 'It likes the city',
    lower: 'It likes the sea',
  },
  'plain words': {
    question: 'Why did Anna Berg resign?',
    text: 'The founder resigned over a loss. Anna Berg likes tea.',
    higher: 'The founder',
    lower: 'Anna Berg',
  },
  'last word': {
    question: 'What do the mills of Acme produce?',
    text: 'They produce paper. The mills of Acme are old.',
    higher: 'They produce',
    lower: 'The mills',
  },
  'only here in the paragraph': {
    question: 'When did Acme open its mill?',
    text: 'Acme is old. The mill was built in 1900. Acme is big. Acme is rich.',
    higher: 'The mill',
    lower: 'Acme is big',
  },
  'telling in the paragraph': {
    question: 'When did Acme open its mill?',
    text: 'Acme is old. The mill was built in 1900. Acme is big. Acme is rich.',
    higher: 'The mill',
    lower: 'Acme is big',
  },
  'telling in the list': {
    question: 'When did Acme open its mill?',
    text: ['Acme is old.', 'The mill was built in 1900.', 'Acme is big.', 'Acme is rich.'],
    higher: 'The mill',
    lower: 'Acme is big',
  },
  'telling in the article': {
    question: 'When did Acme open its mill?',
    text: ['Acme is old. The mill was built in 1900. Acme is big.', 'A mill is a mill. Mills turn.'],
    higher: 'The mill was',
    lower: 'Acme is big',
  },
  'beyond the headline': {
    question: 'When was Acme founded?',
    headline: 'Acme to close its mill',
    text: 'Acme is a mill. The company was founded in 1900.',
    higher: 'The company',
    lower: 'Acme is',
  },
  'repeated words': {
    question: 'What does Viper do?',
    text: 'Viper sees cars, and Viper counts them. Viper sees cars.',
    higher: 'Viper sees cars,',
    lower: 'Viper sees cars.',
  },
  'similar words': {
    question: 'Which banks were fined?',
    text: 'The bankers paid. The farmers paid.',
    higher: 'The bankers',
    lower: 'The farmers',
  },
});
