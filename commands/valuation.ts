import { lensCommand } from '../src/desk/lens-command.ts';

export default lensCommand({
  name: 'valuation',
  description: 'What a company is worth',
  question: (company) => (company ? `What is the valuation of ${company}?` : 'What is the valuation?'),
  kind: 'money',
});
