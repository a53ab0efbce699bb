import { lensCommand } from '../../src/desk/lens-command.ts';

export default lensCommand({
  name: 'founded',
  description: 'When, and by whom, a company was founded',
  wordings: [
    ['When was COMPANY founded?', 'When was it founded?'],
    ['Who founded COMPANY?', 'Who founded it?'],
    ['When was COMPANY started?', 'When was it started?'],
  ],
  kind: 'date',
  tells:
    /\b(?:found(?:ed|ers?|ing)|fund(?:ed|ers?) in|set up|started|established|created|began|launched in|formed|incorporated|dates (?:back|from)|born in)\b/iu,
});
