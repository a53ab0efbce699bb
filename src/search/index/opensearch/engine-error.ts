/** Why the search engine cannot be used. */
export type EngineFault =
  /** Nothing answers at its address. */
  | 'down'
  /** No answer in time. */
  | 'slow'
  /** It takes no writes: its disk is full, or somebody made it so. */
  | 'readonly'
  /** The index is not there or not whole yet. */
  | 'building'
  /** Its address, user or password is wrong. */
  | 'refused'
  /** Anything else. */
  | 'failed';

const SENTENCES: Readonly<Record<EngineFault, string>> = {
  down: 'The search engine does not answer, so nothing can be searched now: try again in a few minutes.',
  slow: 'The search engine took too long to answer, so nothing was searched: try again in a moment.',
  readonly:
    'The search engine takes no new articles: its disk is probably full. Whoever runs it has to make room.',
  building:
    'The index of this archive is being built, so nothing can be searched yet: /status tells how far it is.',
  refused:
    'The search engine refuses Pullquote: whoever runs it has to check the user and password in SEARCH_URL.',
  failed: 'The search engine failed, so nothing could be searched: the log has the cause.',
};

/** The search engine cannot do what was asked; the message is one sentence for the asker, `cause` is for the log. */
export class EngineError extends Error {
  override name = 'EngineError';
  readonly fault: EngineFault;

  constructor(fault: EngineFault, cause?: unknown) {
    super(SENTENCES[fault], { cause });
    this.fault = fault;
  }
}
