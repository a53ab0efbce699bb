import type { Document } from './article.ts';

/**
 * Remembers what was worked out of documents, of the last `most` that were new; nothing is kept of a document that is gone. Without a limit,
 * what questions work out of an archive would come to take more than the archive.
 */
export function remembered<Known>(most: number): Readonly<{
  of(document: Document): Known | undefined;
  keep(document: Document, known: Known): void;
}> {
  const all = new WeakMap<Document, Known>();
  const ring: WeakRef<Document>[] = [];
  let next = 0;
  return {
    of: (document) => all.get(document),
    keep(document, known) {
      if (!all.has(document)) {
        const oldest = ring[next]?.deref();
        if (oldest) all.delete(oldest);
        ring[next] = new WeakRef(document);
        next = (next + 1) % most;
      }
      all.set(document, known);
    },
  };
}
