import type { InferenceSession } from 'onnxruntime-node';

/** Token numbers of one text or pair; tokens from `second` on are of the second segment. */
export type NetworkInput = Readonly<{ ids: readonly number[]; second: number }>;

/** What a network gives: for each named output its numbers, token after token. */
export type NetworkOutput = (name: string) => Float32Array;

/**
 * One input at a time: 8-bit networks scale their numbers by the largest of the whole batch, so that in a batch an answer
 * would depend on what else is read; nor is a batch faster on a processor, and it would be padded.
 */
export type Network = Readonly<{ run(input: NetworkInput): Promise<NetworkOutput> }>;

/** Opens networks; made once the native library has loaded. */
export type Runtime = Readonly<{ open(file: string): Promise<Network> }>;

/**
 * Without prepacking a network needs 20 MB less and is as fast. Threads that spin while they wait double the use of the
 * processor, and would take it from the thread that answers Discord. Processors without VNNI instructions would clip sums of
 * 8-bit products, which moves margins by up to 2; with `x64quantprecision` they take a slower way, and are within 0.3.
 */
const SESSION = {
  executionProviders: ['cpu'],
  graphOptimizationLevel: 'all',
  logSeverityLevel: 3,
  extra: { session: { disable_prepacking: '1', x64quantprecision: '1', intra_op: { allow_spinning: '0' } } },
} as const satisfies InferenceSession.SessionOptions;

/** Loads the inference runtime, the one place that does. Rejects where it has no native library for the platform. */
export async function loadRuntime(threads: number): Promise<Runtime> {
  const { InferenceSession: Sessions, Tensor } = await import('onnxruntime-node');

  /** The three inputs of a BERT network. */
  function feedsOf({ ids, second }: NetworkInput): Record<string, InstanceType<typeof Tensor>> {
    const tensor = (values: readonly bigint[]) =>
      new Tensor('int64', BigInt64Array.from(values), [1, values.length]);
    return {
      input_ids: tensor(ids.map(BigInt)),
      token_type_ids: tensor(ids.map((_, token) => (token < second ? 0n : 1n))),
      attention_mask: tensor(ids.map(() => 1n)),
    };
  }

  return {
    async open(file) {
      const session = await Sessions.create(file, { ...SESSION, intraOpNumThreads: threads });
      return {
        async run(input) {
          const output = await session.run(feedsOf(input));
          return (name) => {
            const data = output[name]?.data;
            if (!(data instanceof Float32Array)) throw new Error(`${file} has no output “${name}”.`);
            return data;
          };
        },
      };
    },
  };
}
