import { lensCommand } from '../../src/desk/lens-command.ts';

export default lensCommand({
  name: 'who-invested',
  description: 'Who invested in a company, and who led the round',
  wordings: [
    ['Who invested in COMPANY?', 'Who invested?'],
    ['Who took part in the funding round of COMPANY?', 'Who took part in the funding round?'],
    ['Which investors backed COMPANY?', 'Which investors backed it?'],
  ],
  kind: 'name',
  tells:
    /\b(?:invest(?:s|ed|ing|ors?|ment)?|back(?:s|ed|ers?|ing)|(?:co-)?led by|leads?|headed|took part|joined|followed by|stake|shareholders?|owners?|owned|from|funded)\b/iu,
});
