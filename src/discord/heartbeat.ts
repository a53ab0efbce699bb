export type HeartbeatOptions = Readonly<{
  /** How long an acknowledgement may take. Milliseconds. */
  ack: number;
  /** Sends a beat. */
  beat(): void;
  /** A beat was not acknowledged in time. */
  onSilence(): void;
}>;

/** The heartbeats of one connection to the gateway. */
export function heartbeat({ ack, beat: send, onSilence }: HeartbeatOptions) {
  let acknowledgement: NodeJS.Timeout | undefined;
  let nextBeat: NodeJS.Timeout | undefined;

  function beat(): void {
    send();
    acknowledgement ??= setTimeout(onSilence, ack);
  }

  function beatEvery(interval: number, first: number): void {
    clearTimeout(nextBeat);
    nextBeat = setTimeout(() => {
      beat();
      beatEvery(interval, interval);
    }, first);
  }

  return {
    beat,
    /** The first heartbeat comes at a random moment, so that bots that reconnect together do not send theirs together. */
    every: (interval: number): void => beatEvery(interval, interval * Math.random()),
    acknowledged(): void {
      clearTimeout(acknowledgement);
      acknowledgement = undefined;
    },
    stop(): void {
      clearTimeout(acknowledgement);
      clearTimeout(nextBeat);
    },
  };
}
