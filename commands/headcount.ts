import { lensCommand } from '../src/desk/lens-command.ts';

export default lensCommand({
  name: 'headcount',
  description: 'How many people work for a company',
  question: (company) =>
    company ? `How many employees does ${company} have?` : 'How many employees are there?',
  kind: 'number',
});
