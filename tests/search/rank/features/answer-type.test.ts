import { ANSWER_TYPE_FEATURES } from '../../../../src/search/rank/features/answer-type.ts';
import { eachFeatureTells } from './compare.ts';

eachFeatureTells(ANSWER_TYPE_FEATURES, {
  'holds what is asked for': {
    question: 'When did the mill close?',
    text: 'The mill closed in 1999. The mill closed for good.',
    higher: 'The mill closed in',
    lower: 'The mill closed for',
  },
  'holds what is asked for close by': {
    question: 'Who closed the mill?',
    text: 'The mill was closed by Anna Berg. When the mill closed, all the workers left the valley for good, said Anna Berg.',
    higher: 'The mill was',
    lower: 'When the mill',
  },
  'holds a number': {
    question: 'How many workers does the mill have?',
    text: 'The mill has 300 workers. The mill likes its workers.',
    higher: 'The mill has',
    lower: 'The mill likes',
  },
  'holds a date close by': {
    question: 'When did the mill close?',
    text: 'In 1999 the mill closed. The mill closed, its owners sold all that was left of the old machines, and moved away in 2005.',
    higher: 'In 1999',
    lower: 'The mill closed,',
  },
  'holds a place close by': {
    question: 'Where is the mill?',
    text: 'The mill stands in Oslo. The mill belongs to an old family that once lived for a long time in Bern.',
    higher: 'The mill stands',
    lower: 'The mill belongs',
  },
  'holds a reason': {
    question: 'Why did the mill close?',
    text: 'The mill closed because of debts. The mill closed on Monday.',
    higher: 'The mill closed because',
    lower: 'The mill closed on',
  },
  'holds a thing close by': {
    question: 'What does the mill produce?',
    text: 'The mill produces paper. What the mill can produce is this.',
    higher: 'The mill produces',
    lower: 'What the mill',
  },
});
