import { lensCommand } from '../../src/desk/lens-command.ts';

export default lensCommand({
  name: 'products',
  description: 'What a company makes and offers',
  wordings: [
    ['What products does COMPANY develop?', 'What products are developed?'],
    ['What technologies does COMPANY develop?', 'What technologies are developed?'],
    ['What goods does COMPANY sell?', 'What goods are sold?'],
  ],
  kind: 'any',
  tells:
    /\b(?:mak(?:es?|ers?|ing)|sells?|offers?|develop(?:s|ed|er|ing)?|builds?|produc(?:es?|ers?|ing|ts?)|manufactur\w+|provid(?:es?|er)|designs?|platform|speciali[sz]\w+|brews?|bakes?|prints?|publish\w+|runs|operates)\b/iu,
  not: /\b(?:plans? to|will|would|should|agreed to)\b/iu,
});
