import { lensCommand } from '../../src/desk/lens-command.ts';

export default lensCommand({
  name: 'plans',
  description: 'What a company is planning',
  wordings: [
    ['What is COMPANY planning?', 'What is planned?'],
    ['What does COMPANY want to do?', 'What do they want to do?'],
  ],
  kind: 'any',
});
