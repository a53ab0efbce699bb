import { lensCommand } from '../../src/desk/lens-command.ts';

export default lensCommand({
  name: 'plans',
  description: 'What a company is planning',
  wordings: [
    ['What is COMPANY planning?', 'What is planned?'],
    ['What does COMPANY want to do?', 'What do they want to do?'],
  ],
  kind: 'any',
  tells:
    /\b(?:will|would|plans?|planning|planned|to be|intends?|aims?|aiming|hopes?|wants?|expects? to|agreed to|is (?:to|set to|due to|going to)|next (?:year|month|week|quarter)|by (?:the end of |mid-|early |late )?20\d\d|should allow|considering|in talks)\b/iu,
  not: /\b(?:will be kept|would not|will not|denied|was (?:founded|set up|started)|said it would not|the companies said)\b/iu,
});
