import { getDocumentProxy } from 'unpdf';
// Loaded with this module, so that loading does not count towards the time limit of a file.
import 'unpdf/pdfjs';
import { structure } from '../../article/structure.ts';
import type { Reading } from '../extracted.ts';
import { IntakeError } from '../intake-error.ts';
import { CharacterMaps } from './character-maps.ts';
import { inReadingOrder } from './columns.ts';
import { linesOf, type Line, type PdfPiece } from './lines.ts';
import { pdfParagraphsOf, type PdfParagraph } from './paragraphs.ts';
import { withoutRunningLines } from './running-lines.ts';
import { type Notice, message } from '../../words/message.ts';

const MAX_PAGES = 300;
/** A headline's font is larger than the text's by at least this factor. */
const HEADLINE_SIZE = 1.2;
/** Characters. */
const HEADLINE_MAX = 300;

type TextItem = Readonly<{
  str: string;
  transform: readonly number[];
  width: number;
  height: number;
  hasEOL: boolean;
  dir: string;
}>;
type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * Reads the text of a PDF: joins lines to paragraphs, and drops running headers, footers and page numbers. Ignores the
 * file's title and author, which mostly come from a template. Throws {@link IntakeError}.
 */
export async function readPdf(bytes: Uint8Array, subject: Notice): Promise<Reading> {
  const pdf = await open(bytes, subject);
  try {
    if (pdf.numPages > MAX_PAGES) {
      throw new IntakeError('too-large', message('intake.pages', { subject, pages: MAX_PAGES }));
    }
    const pages: Line[][] = [];
    for (let number = 1; number <= pdf.numPages; number += 1)
      pages.push(inReadingOrder(linesOf(await piecesOf(pdf, number))));
    const paragraphs = pdfParagraphsOf(withoutRunningLines(pages));
    const text = paragraphs.map((paragraph) => paragraph.text).join('\n\n');
    if (text === '') {
      throw new IntakeError('no-text', message('intake.scan', { subject }));
    }
    if (isUnmapped(text)) {
      throw new IntakeError('no-text', message('intake.letters', { subject }));
    }
    return { text, headline: headlineOf(paragraphs, text) };
  } finally {
    await pdf.destroy();
  }
}

async function open(bytes: Uint8Array, subject: Notice): Promise<Pdf> {
  try {
    // Copies the bytes, since the library transfers their memory to itself; verbosity 0 turns logging off.
    return await getDocumentProxy(new Uint8Array(bytes), {
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
      cMapUrl: 'cmaps/',
      cMapPacked: true,
      BinaryDataFactory: CharacterMaps,
      verbosity: 0,
      maxImageSize: 0,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new IntakeError('locked', message('intake.locked', { subject }), {
        cause: error,
      });
    }
    throw error;
  }
}

async function piecesOf(pdf: Pdf, number: number): Promise<PdfPiece[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const pieces: PdfPiece[] = [];
  for (const item of items) {
    if (!('str' in item)) continue;
    const { str, transform, width, height, hasEOL, dir } = item as TextItem;
    const [a = 0, b = 0, , , x = 0, y = 0] = transform;
    pieces.push({ str, x, y, width, size: Math.hypot(a, b) || height || 1, hasEOL, leftward: dir === 'rtl' });
  }
  page.cleanup();
  return pieces;
}

/** Whether a text comes from a font without a mapping to Unicode: private-use and control characters, or symbols without letters. */
function isUnmapped(text: string): boolean {
  const signs = text.replace(/\s+/gu, '').slice(0, 20_000);
  const strange = [...signs.matchAll(/[\p{Co}\p{Cc}\p{Cn}\ufffd]/gu)].length;
  const letters = [...signs.matchAll(/[\p{L}\p{N}]/gu)].length;
  return signs.length >= 20 && (strange > signs.length * 0.1 || letters < signs.length * 0.4);
}

/** The first paragraph in a clearly larger font than the text, else a first line that looks like a headline. */
function headlineOf(paragraphs: readonly PdfParagraph[], text: string): string | undefined {
  const usual = usualSize(paragraphs);
  const large = paragraphs
    .slice(0, 8)
    .find(
      ({ size, text: words }) =>
        size >= usual * HEADLINE_SIZE && words.length <= HEADLINE_MAX && /\p{L}{2}/u.test(words),
    );
  if (large) return large.text;
  const headline = structure(text).find(({ kind }) => kind === 'headline');
  return headline && text.slice(headline.start, headline.end);
}

/** The font size of most of the text, in points. */
function usualSize(paragraphs: readonly PdfParagraph[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of paragraphs) lengths.set(size, (lengths.get(size) ?? 0) + text.length);
  return [...lengths].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 1;
}
