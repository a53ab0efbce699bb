import { note } from '../blocks.ts';
import type { File, Reply } from '../reply.ts';
import { say } from '../say.ts';
import { docxOf } from './docx.ts';
import { htmlOf } from './html.ts';
import { markdownOf } from './markdown.ts';
import { exportPage, type ExportPage } from './page.ts';

/** The formats of exported answers. */
export const EXPORT_FORMATS = ['docx', 'html', 'markdown'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const WRITERS: Readonly<
  Record<ExportFormat, Readonly<{ ending: string; write(page: ExportPage): Uint8Array }>>
> = {
  docx: { ending: 'docx', write: docxOf },
  html: { ending: 'html', write: (page) => new TextEncoder().encode(htmlOf(page)) },
  markdown: { ending: 'md', write: (page) => new TextEncoder().encode(markdownOf(page)) },
};

/** Exports replies, each in its language, as files that only the asker sees. */
export function exportReply(replies: readonly Reply[], formats: readonly ExportFormat[]): Reply {
  const page = exportPage(replies);
  const files = formats.map((format): File => {
    const { ending, write } = WRITERS[format];
    return { name: `${replies.length === 1 ? 'answer' : 'answers'}.${ending}`, data: write(page) };
  });
  return {
    tone: 'info',
    private: true,
    blocks: [note(say('export.done', { answers: replies.length, sources: page.footnotes.length }))],
    files,
  };
}
