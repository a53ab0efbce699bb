/** A command `pullquote VERB …`. */
export type Verb = Readonly<{
  usage: string;
  /** What it does, in one line. */
  does: string;
  /** Returns the exit code. */
  run(argv: readonly string[]): Promise<number>;
}>;

/** Help on all verbs. */
export function helpText(verbs: readonly Verb[]): string {
  const entries = verbs.map(({ usage, does }) => `  ${usage}\n      ${does}\n`);
  return `Pullquote answers questions by quoting a newsroom's own articles.\n\n${entries.join('\n')}\nSettings are read from the environment and from .env; README.md explains them.\n`;
}

/** Help on one verb. */
export const verbHelp = ({ usage, does }: Verb): string => `Usage: ${usage}\n${does}\n`;
