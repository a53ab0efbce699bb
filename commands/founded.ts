import { lensCommand } from '../src/desk/lens-command.ts';

export default lensCommand({
  name: 'founded',
  description: 'When, and by whom, a company was founded',
  question: (company) => (company ? `When was ${company} founded?` : 'When was it founded?'),
  kind: 'date',
});
