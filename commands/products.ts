import { lensCommand } from '../src/desk/lens-command.ts';

export default lensCommand({
  name: 'products',
  description: 'What a company makes and offers',
  question: (company) =>
    company ? `What products does ${company} develop?` : 'What products are developed?',
  kind: 'any',
});
