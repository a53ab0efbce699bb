import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { evalSentences } from '../../../lab/evaluate/sentences-command.ts';

async function run(file: string): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await evalSentences(file, (line) => lines.push(line));
  return { code, lines };
}

describe('evalSentences', () => {
  it('prints the figures of a file', async () => {
    const file = fileURLToPath(new URL('../../golden/sentences/golden-rules.jsonl', import.meta.url));
    const { code, lines } = await run(file);
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^texts wholly right {2}\d+ of 52$/u);
    expect(lines[1]).toMatch(/^sentences +F1 \d+\.\d {3}precision \d+\.\d {3}recall \d+\.\d/u);
    expect(lines.some((line) => /^speed +\d+\.\d million characters a second$/u.test(line))).toBe(true);
  });

  it('names a file that is not there', async () => {
    const { code, lines } = await run('nowhere.jsonl');
    expect(code).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^nowhere\.jsonl cannot be measured: ENOENT/u);
  });

  it('names the line of a file that is something else', async () => {
    const { code, lines } = await run(
      fileURLToPath(new URL('../../golden/sentences/LICENSE.md', import.meta.url)),
    );
    expect(code).toBe(2);
    expect(lines[0]).toContain('Line 1 is not');
  });
});
