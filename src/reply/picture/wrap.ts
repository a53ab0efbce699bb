/** Spaces where a line may break. No-break spaces are not among them. */
const BREAKING = /[^\S\u00A0\u202F]+/u;

/**
 * Breaks a text at spaces into lines at most `width` wide; a wider word continues on the next line. Lines keep every character but the
 * spaces at breaks. `widthOf` measures in the unit of `width`.
 */
export function wrapText(text: string, width: number, widthOf: (text: string) => number): string[] {
  const space = widthOf(' ');
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const end = (): void => {
    if (line !== '') lines.push(line);
    line = '';
    used = 0;
  };
  for (const word of text.trim().split(BREAKING)) {
    const wide = widthOf(word);
    if (line !== '' && used + space + wide > width) end();
    if (line !== '') {
      line += ` ${word}`;
      used += space + wide;
      continue;
    }
    for (const character of wide > width ? word : [word]) {
      const more = widthOf(character);
      if (line !== '' && used + more > width) end();
      line += character;
      used += more;
    }
  }
  end();
  return lines;
}
