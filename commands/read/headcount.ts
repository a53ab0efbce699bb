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
});
