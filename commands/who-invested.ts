import { lensCommand } from '../src/desk/lens-command.ts';

export default lensCommand({
  name: 'who-invested',
  description: 'Who invested in a company, and who led the round',
  question: (company) => (company ? `Who invested in ${company}?` : 'Who invested?'),
  kind: 'name',
});
