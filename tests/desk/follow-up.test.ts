import { expect, test } from 'vitest';
import { carriedWords, readPrevious } from '../../src/desk/follow-up.ts';
import { runText, spokenIn } from '../../src/reply/say.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { deskOver, seedArticle } from '../support/desk.ts';

test.each(LANGUAGES.map((language) => [language.tag, language] as const))(
  'what was carried over is read again from the reply, in %s',
  async (_tag, language) => {
    const desk = await deskOver([await seedArticle()]);
    for (const question of ['', 'Who led it, “Alibaba”?'])
      for (const names of [[], ['SenseTime', 'Temasek']]) {
        const carried = carriedWords({ question, names }, desk.index.documents());
        const told = spokenIn(carried, language).map(runText).join('');
        const previous = readPrevious(`and when\n> x\nsensetime-alibaba-round.r1.s3\n${told}`, desk);
        expect(previous).toMatchObject({ question, names });
      }
  },
);
