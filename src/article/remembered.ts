import type { Document } from './article.ts';

/**
 * Caches values computed from documents, for the latest `most` documents; does not keep documents alive. Without a limit, such values
 * would outgrow the archive itself.
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
