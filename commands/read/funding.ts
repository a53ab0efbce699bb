import { lensCommand } from '../../src/desk/lens-command.ts';

export default lensCommand({
  name: 'funding',
  description: 'How much money a company raised',
  wordings: [
    ['How much funding did COMPANY raise?', 'How much funding was raised?'],
    ['How much money did COMPANY raise?', 'How much money was raised?'],
    ['How big was the funding round of COMPANY?', 'How big was the funding round?'],
  ],
  kind: 'money',
  tells:
    /\b(?:rais(?:e|es|ed|ing)|rounds?|funding|funded|invested|financ(?:e|ing)|secured?|took|injection|seed|series [a-h])\b/iu,
  not: /\b(?:dividends?|profits?|prices?|wages|salar\w+|taxes|rates?|fees|forecasts?|invest(?:s|ed|ing)? (?:[$€£¥]\S+ (?:\p{L}+ )?)?in (?:a|an|the|new|its)\b)/iu,
});
