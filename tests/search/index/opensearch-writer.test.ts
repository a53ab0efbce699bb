import { expect, test } from 'vitest';
import { documentOf } from '../../../src/article/document.ts';
import { sha256Of } from '../../../src/article/article.ts';
import type { EngineClient, EngineRequest } from '../../../src/search/index/opensearch/client.ts';
import { EngineError } from '../../../src/search/index/opensearch/engine-error.ts';
import { createWriter } from '../../../src/search/index/opensearch/writer.ts';

const text = 'The council met. It voted.';
const document = documentOf({ id: 'a', headline: 'Vote', text, revision: 1, sha256: sha256Of(text) });
const articles = [{ document, visibility: {} }];
const how = { change: 1, replace: false };

/** A cluster that answers `_bulk` requests with these responses in turn and records them. */
function cluster(answers: readonly unknown[]) {
  const sent: EngineRequest[] = [];
  const client: EngineClient = {
    place: 'here',
    async send(request, schema) {
      const answer = answers[sent.length];
      sent.push(request);
      if (answer instanceof Error) throw answer;
      return schema.parse(answer);
    },
    close: async () => undefined,
  };
  return { client, sent };
}

const TAKEN = { errors: false, items: [] };
const refused = (status: number, reason: string) => ({
  errors: true,
  items: [{ index: { status: 200 } }, { index: { status, error: { reason } } }],
});

test('an overloaded node is sent the same documents again', async () => {
  const { client, sent } = cluster([new EngineError('slow'), refused(429, 'queue is full'), TAKEN]);
  await createWriter(client).put('index', '1', articles, how);
  expect(sent).toHaveLength(3);
  expect(sent[2]).toEqual(sent[0]);
});

test('a document that exists under a higher change number counts as written', async () => {
  const { client, sent } = cluster([refused(409, 'version conflict')]);
  await createWriter(client).put('index', '1', articles, how);
  expect(sent).toHaveLength(1);
});

test.each([
  [403, 'index [x] blocked by: [FORBIDDEN/12/index read-only]', 'readonly'],
  [404, 'no such index', 'building'],
  [400, 'mapping set to strict', 'failed'],
])('one document that is refused with %i fails the whole batch', async (status, reason, fault) => {
  const { client } = cluster([refused(status, reason)]);
  await expect(createWriter(client).put('index', '1', articles, how)).rejects.toMatchObject({ fault });
});
