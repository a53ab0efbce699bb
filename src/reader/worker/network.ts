import type { InferenceSession } from 'onnxruntime-node';

/** Token numbers of a text or pair; tokens from `second` on are in the second segment. */
export type NetworkInput = Readonly<{ ids: readonly number[]; second: number }>;

/** A network's outputs by name, token after token. */
export type NetworkOutput = (name: string) => Float32Array;

/**
 * Runs one input at a time. Quantised networks scale their numbers by the largest of the whole batch, so in a batch a result would
 * depend on the other inputs. Batches are not faster on a CPU either, and would need padding.
 */
export type Network = Readonly<{ run(input: NetworkInput): Promise<NetworkOutput> }>;

/** Opens networks, after the native library is loaded. */
export type Runtime = Readonly<{ open(file: string): Promise<Network> }>;

/**
 * Without prepacking a network needs 20 MB less and is as fast. Spinning threads would double the CPU use and take it from the thread
 * that answers Discord. CPUs without VNNI instructions saturate sums of 8-bit products, which changes margins by up to 2; with
 * `x64quantprecision` they take a slower path and stay within 0.3.
 */
const SESSION = {
  executionProviders: ['cpu'],
  graphOptimizationLevel: 'all',
  logSeverityLevel: 3,
  extra: { session: { disable_prepacking: '1', x64quantprecision: '1', intra_op: { allow_spinning: '0' } } },
} as const satisfies InferenceSession.SessionOptions;

/** Loads the inference runtime; the only import of it. Rejects when there is no native library for the platform. */
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
