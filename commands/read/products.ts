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
});
