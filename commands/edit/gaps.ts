import { z } from 'zod';
import type { Gap } from '../../src/store/desk/gaps.ts';
import { defineCommand, editorTools } from '../../src/desk/ports.ts';
import { csvFile } from '../../src/desk/csv.ts';
import { MANAGE_SERVER } from '../../src/desk/options.ts';
import { listed, say } from '../../src/reply/say.ts';
import type { Block, Words } from '../../src/reply/reply.ts';
import { line, list, note, title, when } from '../../src/reply/blocks.ts';

/** Number of questions and notes listed; the files contain up to {@link MOST} of each. */
const SHOWN = 15;
const NOTES = 5;
const MOST = 5000;

export default defineCommand({
  data: {
    name: 'gaps',
    description: 'For editors: what was asked and could not be answered, and answers that did not help',
    default_member_permissions: MANAGE_SERVER,
  },
  input: z.strictObject({}),
  async run(_input, desk) {
    const { archive } = editorTools(desk);
    const [gaps, notes] = await Promise.all([archive.gaps.list(MOST), archive.feedback.list(MOST)]);
    const rest = gaps.length - SHOWN;
    const blocks: Block[] = [
      title(say('gaps.title', { questions: gaps.length })),
      list(gaps.slice(0, SHOWN).map(gapWords)),
      ...when(rest > 0, note(say('gaps.more', { questions: rest }))),
      ...when(
        notes.length > 0,
        line(say('gaps.notes', { notes: notes.length })),
        list(notes.slice(0, NOTES).map(({ reason, receipts }) => [`${reason} (${receipts.join(', ')})`])),
      ),
      note(say('gaps.hash')),
    ];
    const files = [
      csvFile(
        'questions.csv',
        ['question', 'times', 'people', 'unknown words', 'nearest sentences', 'first asked', 'last asked'],
        gaps.map(({ question, times, askers, unknown, nearest, firstAt, lastAt }) => [
          question,
          times,
          askers,
          unknown.join(' '),
          nearest.join(' '),
          firstAt,
          lastAt,
        ]),
      ),
      csvFile(
        'notes.csv',
        ['note', 'receipts', 'at'],
        notes.map(({ reason, receipts, at }) => [reason, receipts.join(' '), at]),
      ),
    ];
    return { tone: 'info', private: true, blocks, files };
  },
  examples: () => ['/gaps'],
  editorsOnly: true,
});

function gapWords({ question, times, askers, unknown, nearest }: Gap): Words {
  return [
    say('gaps.question', { question, times, people: askers }),
    ...(unknown.length === 0 ? [] : [' · ', say('gaps.unknown', { words: listed(unknown) })]),
    ...(nearest.length === 0 ? [] : [' · ', say('gaps.nearest', { receipts: listed(nearest) })]),
  ];
}
