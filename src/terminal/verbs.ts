/** Something that `pullquote VERB …` does. */
export type Verb = Readonly<{
  usage: string;
  /** What it does, in one line. */
  does: string;
  /** Returns the exit code. */
  run(argv: readonly string[]): Promise<number>;
}>;

/** What every verb does and how it is called. */
export function helpText(verbs: readonly Verb[]): string {
  const entries = verbs.map(({ usage, does }) => `  ${usage}\n      ${does}\n`);
  return `Pullquote answers questions by quoting a newsroom's own articles.\n\n${entries.join('\n')}\nSettings are read from the environment and from .env; README.md explains them.\n`;
}

/** How one verb is called. */
export const verbHelp = ({ usage, does }: Verb): string => `Usage: ${usage}\n${does}\n`;
