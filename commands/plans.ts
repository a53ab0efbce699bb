import { lensCommand } from '../src/desk/lens-command.ts';

export default lensCommand({
  name: 'plans',
  description: 'What a company is planning',
  question: (company) => (company ? `What is ${company} planning?` : 'What is planned?'),
  kind: 'any',
});
