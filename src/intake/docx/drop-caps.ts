const MARK = /w:dropCap="(?:drop|margin)"/gu;
/** Drop caps beyond this number are left as they are. */
const MAX = 200;

/**
 * Joins drop caps to their paragraphs: Word keeps such a first letter in a paragraph of its own, in a frame. Source:
 * ECMA-376, 17.3.1.11, framePr.
 */
export function withoutDropCaps(xml: string): string {
  const marks = [...xml.matchAll(MARK)].slice(0, MAX);
  let joined = xml;
  for (const { index } of marks.toReversed()) joined = joinedAt(joined, index);
  return joined;
}

function joinedAt(xml: string, mark: number): string {
  const start = Math.max(xml.lastIndexOf('<w:p>', mark), xml.lastIndexOf('<w:p ', mark));
  const end = xml.indexOf('</w:p>', mark);
  const next = nextParagraph(xml, end);
  if (start < 0 || end < 0 || next === undefined) return xml;
  const from = runsOf(xml, xml.indexOf('>', start) + 1);
  return xml.slice(0, start) + xml.slice(end + 6, next) + xml.slice(from, end) + xml.slice(next);
}

/** The offset of the runs of the next paragraph after `end`. */
function nextParagraph(xml: string, end: number): number | undefined {
  const found = /^<\/w:p>\s{0,20}<w:p(?:\s[^<>]{0,400})?>/u.exec(xml.slice(end, end + 500));
  return found === null ? undefined : runsOf(xml, end + found[0].length);
}

/** The offset after a paragraph's properties. */
function runsOf(xml: string, at: number): number {
  if (xml.startsWith('<w:pPr/>', at)) return at + 8;
  if (!xml.startsWith('<w:pPr', at)) return at;
  const end = xml.indexOf('</w:pPr>', at);
  return end < 0 ? at : end + 8;
}
