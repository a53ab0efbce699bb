import { customId } from '../../src/desk/action.ts';
import type { PayloadFormat } from '../../src/rehearsal/carry-out.ts';
import { runText } from '../../src/reply/say.ts';
import type { Block } from '../../src/reply/reply.ts';

const lineOf = (block: Block): string => {
  if (block.type === 'quote') return `${block.quote.text}\n${block.quote.receipt}`;
  if (!('words' in block)) return '';
  return block.words.map(runText).join('');
};

/** The words of a reply as one text, with its buttons. */
export const wordsAlone: PayloadFormat = {
  payloadOf: (reply) => ({
    message: {
      components: [
        { type: 10, content: reply.blocks.map(lineOf).join('\n') },
        ...(reply.buttons ?? []).flatMap((button) =>
          'action' in button
            ? [
                {
                  type: 2,
                  label: runText(button.label),
                  custom_id: customId(button.action, button.args) ?? '',
                },
              ]
            : [],
        ),
      ],
    },
    files: reply.files ?? [],
  }),
  formOf: ({ title, action, args }) => ({
    title: runText(title),
    custom_id: customId(action, args) ?? '',
    components: [],
  }),
  plainText: ({ content = '', components = [] }) =>
    [content, ...components.map((component) => component.content ?? '')].join('\n'),
};
