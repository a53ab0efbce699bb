import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customId, readCustomId } from '../../src/desk/action.ts';

describe('custom ids', () => {
  test('can be read back unchanged, whatever the arguments contain', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z-]{1,12}$/u),
        fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }),
        (action, args) => {
          const id = customId(action, args);
          const whole = args.map((argument) => argument.toWellFormed());
          if (id === undefined) expect(args.join('').length).toBeGreaterThan(20);
          else expect(readCustomId(id)).toEqual({ action, args: whole });
        },
      ),
    );
  });

  test('T18 of foreign origin are undefined', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const read = readCustomId(id);
        expect(read === undefined || customId(read.action, read.args) === id).toBe(true);
      }),
    );
    for (const id of [
      '',
      'context:a',
      '2:context:a',
      '1:CONTEXT:a',
      '1:context:%',
      '1:context:%41',
      `1:context:${'a'.repeat(100)}`,
    ]) {
      expect(readCustomId(id)).toBeUndefined();
    }
  });
});
