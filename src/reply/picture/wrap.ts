/** Spaces at which a line may end; no-break spaces stay where they are. */
const BREAKING = /[^\S\u00A0\u202F]+/u;

/**
 * Breaks a text into lines at most `width` wide, at spaces; a word that is wider than a line goes on in the next one.
 * Nothing is added or left out: the lines hold every character but the breaking spaces. `widthOf` measures in the same unit as `width`.
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
