import type { Document } from '../article/article.ts';
import { isEnglish } from '../reader/readable.ts';
import type { Window } from '../reader/reader.ts';
import { windowsOf } from '../reader/windows.ts';

/** A sentence worth reading, likeliest first. */
export type Lead = Readonly<{ document: Document; n: number }>;

/** With fewer sentences per window than this, all windows of an article can be read. */
const SENTENCES_PER_WINDOW = 8;

/**
 * Chooses at most `limit` windows to read for a question: all windows of short articles, else those in which the likeliest sentences are
 * most central, alternating between `byWords` and `byMeaning`. `documents` are the articles asked, or none when they are many. Only
 * English is read.
 */
export function chooseWindows(
  documents: readonly Document[],
  byWords: readonly Lead[],
  byMeaning: readonly Lead[],
  limit: number,
): Window[] {
  const sentences = documents.reduce((sum, document) => sum + document.sentences.length, 0);
  if (documents.length > 0 && sentences <= limit * SENTENCES_PER_WINDOW) {
    const all = documents
      .filter((document) => isEnglish(document))
      .flatMap((document) => windowsOf(document));
    if (all.length <= limit) return all;
  }
  const grids = new Map<Document, readonly Window[]>();
  const chosen = new Set<Window>();
  for (let turn = 0; turn < Math.max(byWords.length, byMeaning.length); turn++) {
    for (const lead of [byWords[turn], byMeaning[turn]]) {
      if (!lead || !isEnglish(lead.document)) continue;
      const grid = grids.get(lead.document) ?? windowsOf(lead.document);
      grids.set(lead.document, grid);
      const window = mostCentral(grid, lead.n);
      if (window) chosen.add(window);
      if (chosen.size >= limit) return [...chosen];
    }
  }
  return [...chosen];
}

/** The window in which a sentence is most central; undefined for a sentence that is not read. */
function mostCentral(windows: readonly Window[], n: number): Window | undefined {
  let best: Window | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const window of windows) {
    const at = window.sentences.findIndex((sentence) => sentence.n === n);
    const off = Math.abs(at - (window.sentences.length - 1) / 2);
    if (at >= 0 && off < least) [best, least] = [window, off];
  }
  return best;
}
