import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draft, EDITOR, type MakePlace } from '../stores.ts';

/** All 100,000 strings of T25: `STRINGS=100000 npx vitest run tests/store/contract.test.ts -t T25`. */
const RUNS = Number(process.env['STRINGS'] ?? 2000) / 4;

/** Any string, and strings that break concatenated SQL. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), minLength: 1 }),
  fc
    .tuple(
      fc.constantFrom(
        `'`,
        `"`,
        `');`,
        `\\'`,
        '--',
        '?',
        '$1',
        '\0',
        '%',
        `' OR 1=1 --`,
        '"; DROP TABLE article',
      ),
      fc.string(),
    )
    .map((parts) => parts.join('')),
);
const printable = hostile.filter((text) => text.trim() !== '').map((text) => `${text.slice(0, 900)}.`);

/** Strings with a meaning for databases (T25). */
export function hostileStringsContract(makePlace: MakePlace): void {
  test('T25 any strings are stored, found and distinguished without harm', async () => {
    const place = await makePlace();
    const archive = (await place.open()).guild('1');
    let n = 0;
    await fc.assert(
      fc.asyncProperty(printable, printable, hostile, hostile, async (headline, text, id, reason) => {
        n += 1;
        const numbered = `${n} ${text}`;
        const [added] = await archive.add([{ draft: draft({ id: `a${n}`, headline, text: numbered }) }], {
          by: id,
          host: reason,
        });
        expect(added?.outcome).toBe('added');
        const found = await archive.article(`a${n}`);
        if (found.state !== 'live') throw new Error(`Came back ${found.state}.`);
        expect(found.stored.article.text).toHaveLength(numbered.length);
        expect(found.stored.article.text).toBe(numbered.toWellFormed().replaceAll('\0', '\uFFFD'));
        if (!/^a\d+$/u.test(id)) expect(await archive.article(id)).toEqual({ state: 'unknown' });
        if (n % 10 === 0)
          expect(await archive.retract(`a${n}`, reason, id)).toMatchObject({ outcome: 'retracted' });
      }),
      { numRuns: RUNS },
    );
    const { articles, damaged } = await archive.articles();
    expect([articles.length, damaged.length, (await archive.tombstones()).length]).toEqual([
      n - Math.floor(n / 10),
      0,
      Math.floor(n / 10),
    ]);
    await archive.add([{ draft: draft({ id: 'last', text: 'The table is still there.' }) }], EDITOR);
    expect(await archive.article('last')).toMatchObject({ state: 'live' });
    await place.remove();
  }, 600_000);
}
