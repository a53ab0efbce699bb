import { lensCommand } from '../src/desk/lens-command.ts';

export default lensCommand({
  name: 'funding',
  description: 'How much money a company raised',
  question: (company) =>
    company ? `How much funding did ${company} raise?` : 'How much funding was raised?',
  kind: 'money',
});
