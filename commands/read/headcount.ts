import { lensCommand } from '../../src/desk/lens-command.ts';

export default lensCommand({
  name: 'headcount',
  description: 'How many people work for a company',
  wordings: [
    ['How many employees does COMPANY have?', 'How many employees are there?'],
    ['How many people work for COMPANY?', 'How many people work there?'],
    ['How many people does COMPANY employ?', 'How many people are employed?'],
  ],
  kind: 'number',
  tells:
    /\b(?:employ(?:s|ed|ees?|ing)?|staff|workforce|headcount|personnel|payroll|team of|\d[\d.,]* (?:\p{L}+ ){0,2}(?:workers|people|jobs|collaborators)|has \d[\d.,]*\b)/iu,
  not: /\b(?:will (?:go|have|hire|cut|create|add)|plans? to|should|to hire|would|hopes? to|aims? to|could|expects? to|by the end of|by 20\d\d|cut|cuts|laid off|lay off|layoffs)\b/iu,
});
