import * as spec from 'discord-api-spec/zod';
import { checkChoices, checkModal } from './fake-command-rules.ts';
import { keptAttachments, saveFiles, showMessage } from './fake-message-routes.ts';
import { PERMISSION, storedMessage, type StoredMessage } from './fake-objects.ts';
import {
  failure,
  MISSING_PERMISSIONS,
  refuse,
  type Answer,
  type Handler,
  type Upload,
} from './fake-answer.ts';
import { againstSpec, checkAttachments, checkMessage, invalid, type Refusal } from './fake-rules.ts';
import { botMay, checkInvariants, type InteractionRecord, type World } from './fake-world.ts';
import { asList, type Json } from './json.ts';

const KIND = { command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const;
const { command, component, autocomplete, modalSubmit } = KIND;
const EPHEMERAL = 64;

/** The kinds of interaction that accept a response of this type. */
const ALLOWED: Record<number, readonly number[]> = {
  4: [command, component, modalSubmit],
  5: [command, component, modalSubmit],
  6: [component, modalSubmit],
  7: [component, modalSubmit],
  8: [autocomplete],
  9: [command, component],
};

/** The first response to an interaction: only once, in time, and of an accepted type. */
export const callback: Handler = (world, [id, token = ''], { body, query, uploads }) => {
  const record = world.interactions.get(token);
  const age = record ? performance.now() - record.sentAt : Infinity;
  if (!record || record.id !== id || (!record.response && age > world.responseWindow))
    return failure(404, 10062, 'Unknown interaction');
  if (record.response) return failure(400, 40060, 'Interaction has already been acknowledged.');
  if (uploads.length > 0 && !botMay(world, String(record.payload['channel_id']), PERMISSION.attachFiles))
    return MISSING_PERMISSIONS;
  const most = Number(record.payload['attachment_size_limit']);
  if (uploads.some((upload) => upload.data.length > most))
    return failure(413, 40005, 'Request entity too large');
  const type = Number(body['type']);
  const data = (body['data'] ?? {}) as Json;
  const refusal = check(record, type, body, uploads);
  if (refusal) return refuse(refusal);
  record.response = { type, data, after: age };
  const message = apply(world, record, type, data, uploads);
  return query.get('with_response') === 'true' ? withResponse(record, type, message) : { status: 204 };
};

function check(
  record: InteractionRecord,
  type: number,
  body: Json,
  uploads: readonly Upload[],
): Refusal | undefined {
  if (!ALLOWED[type]?.includes(Number(record.payload['type'])))
    return invalid({ type: `${type} cannot answer this kind of interaction` });
  if (type === 8) return checkChoices(body, Number(focusedOption(record.payload)?.['type']));
  if (type === 9) return checkModal(body);
  const edits = type === 6 || type === 7;
  const refusal = againstSpec(
    edits
      ? spec.UpdateMessageInteractionCallbackRequestSchema
      : spec.CreateMessageInteractionCallbackRequestSchema,
    body,
  );
  if (refusal || type === 5 || type === 6) return refusal;
  const target = record.payload['message'] as StoredMessage | undefined;
  const data = (body['data'] ?? {}) as Json;
  const old = edits ? (target?.attachments ?? []) : [];
  const kept = keptAttachments({ attachments: old }, data).map(({ filename }) => filename);
  const context = {
    mayBeEphemeral: !edits,
    files: [...uploads.map(({ name }) => name), ...kept],
    ...(edits ? { edits: target?.flags ?? 0 } : {}),
  };
  return checkAttachments(data, uploads, old) ?? checkMessage(data, context);
}

/** Creates or edits the message; a deferral creates an empty one. */
function apply(
  world: World,
  record: InteractionRecord,
  type: number,
  data: Json,
  uploads: readonly Upload[],
): StoredMessage | undefined {
  const what = `response to ${record.id}`;
  const old = record.payload['message'] as StoredMessage | undefined;
  if (type === 6 || type === 7) {
    if (old) record.originalId = old.id;
    const stored = old && world.messages.get(old.id);
    if (type === 7 && stored) {
      checkInvariants(world, what, data);
      showMessage(world, stored, data, saveFiles(world, uploads));
    }
    return stored;
  }
  if (type !== 4 && type !== 5) return undefined;
  if (type === 4) checkInvariants(world, what, data);
  const guildId = record.payload['guild_id'] as string | undefined;
  const message = storedMessage(data, {
    channelId: String(record.payload['channel_id']),
    ...(guildId === undefined ? {} : { guildId }),
    author: world.bot,
    applicationId: world.applicationId,
    files: saveFiles(world, uploads),
  });
  message.ephemeral = (Number(data['flags'] ?? 0) & EPHEMERAL) !== 0;
  record.originalId = message.id;
  world.messages.set(message.id, message);
  if (!message.ephemeral && type === 4) world.announce('MESSAGE_CREATE', message);
  return message;
}

function withResponse(record: InteractionRecord, type: number, message: StoredMessage | undefined): Answer {
  const interaction = {
    id: record.id,
    type: record.payload['type'],
    ...(message ? { response_message_id: message.id } : {}),
  };
  const resource = message ? { resource: { type, message } } : {};
  return { status: 200, body: { interaction, ...resource } };
}

/** The option that is being typed, at any nesting. */
export function focusedOption(payload: Json): Json | undefined {
  const search = (options: Json[]): Json | undefined =>
    options.find((option) => option['focused'] === true) ??
    options.map((option) => search(asList(option['options']))).find(Boolean);
  return search(asList((payload['data'] as Json | undefined)?.['options']));
}
