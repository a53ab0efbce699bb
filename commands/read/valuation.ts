import { lensCommand } from '../../src/desk/lens-command.ts';

export default lensCommand({
  name: 'valuation',
  description: 'What a company is worth',
  wordings: [
    ['What is the valuation of COMPANY?', 'What is the valuation?'],
    ['How much is COMPANY worth?', 'How much is it worth?'],
    ['At how much is COMPANY valued?', 'At how much is it valued?'],
  ],
  kind: 'money',
  tells:
    /\b(?:worth|valu(?:e|es|ed|ing|ation)|valorisation|market cap(?:itali[sz]ation)?|price tag|priced at)\b/iu,
  not: /\b(?:lost a third of its value$|shares? at|dividends?|profits?|revenues?)\b/iu,
});
