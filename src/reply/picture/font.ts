import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The typefaces of pictures: DejaVu, under its free licence (Bitstream Vera with public-domain additions). */
const FILES = {
  serif: { family: 'DejaVu Serif', file: 'DejaVuSerif.ttf' },
  serifBold: { family: 'DejaVu Serif', file: 'DejaVuSerif-Bold.ttf' },
  sans: { family: 'DejaVu Sans', file: 'DejaVuSans.ttf' },
  sansBold: { family: 'DejaVu Sans', file: 'DejaVuSans-Bold.ttf' },
} as const;
export type FontName = keyof typeof FILES;

/** The metrics of a font that line breaking needs. */
export type Font = Readonly<{
  family: string;
  weight: 400 | 700;
  /** Width of a text in units of the font size, without kerning, which could only reduce it. */
  widthOf(text: string): number;
  /** Whether the font has a glyph for this code point. */
  has(codePoint: number): boolean;
}>;

const packageFile = createRequire(import.meta.url).resolve;
const pathOf = (name: FontName): string => packageFile(`dejavu-fonts-ttf/ttf/${FILES[name].file}`);

/** Paths of all font files, for the renderer. */
export const fontFiles = (): string[] => (Object.keys(FILES) as FontName[]).map(pathOf);

const opened = new Map<FontName, Font>();

/** Opens a font. Each is read once. */
export function openFont(name: FontName): Font {
  const known = opened.get(name);
  if (known) return known;
  const font = readFont(readFileSync(pathOf(name)), name);
  opened.set(name, font);
  return font;
}

/** Reads the OpenType tables (specification 1.9) with widths and glyphs. */
function readFont(data: Buffer, name: FontName): Font {
  const tables = new Map<string, number>();
  for (let index = 0; index < data.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16;
    tables.set(data.toString('latin1', entry, entry + 4), data.readUInt32BE(entry + 8));
  }
  const at = (table: string): number => {
    const offset = tables.get(table);
    if (offset === undefined) throw new Error(`The font ${FILES[name].file} has no table “${table}”.`);
    return offset;
  };
  const unitsPerEm = data.readUInt16BE(at('head') + 18);
  const metrics = data.readUInt16BE(at('hhea') + 34);
  const glyphs = readCmap(data, at('cmap'));
  const advance = (codePoint: number): number => {
    const glyph = Math.min(glyphs(codePoint), metrics - 1);
    return data.readUInt16BE(at('hmtx') + glyph * 4);
  };
  return {
    family: FILES[name].family,
    weight: name.endsWith('Bold') ? 700 : 400,
    widthOf: (text) =>
      Array.from(text, (character) => advance(character.codePointAt(0) as number)).reduce(
        (sum, width) => sum + width,
        0,
      ) / unitsPerEm,
    has: (codePoint) => glyphs(codePoint) !== 0,
  };
}

/** Glyph numbers by code point, from the table's format 12 (all of Unicode); 0 means no glyph. */
function readCmap(data: Buffer, cmap: number): (codePoint: number) => number {
  const count = data.readUInt16BE(cmap + 2);
  const subtables = Array.from(
    { length: count },
    (_, index) => cmap + data.readUInt32BE(cmap + 4 + index * 8 + 4),
  );
  const table = subtables.find((offset) => data.readUInt16BE(offset) === 12);
  if (table === undefined) throw new Error('The font has no letter table of format 12.');
  const groups = data.readUInt32BE(table + 12);
  return (codePoint) => {
    let low = 0;
    let high = groups - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = table + 16 + middle * 12;
      const first = data.readUInt32BE(group);
      if (codePoint < first) high = middle - 1;
      else if (codePoint > data.readUInt32BE(group + 4)) low = middle + 1;
      else return data.readUInt32BE(group + 8) + codePoint - first;
    }
    return 0;
  };
}
