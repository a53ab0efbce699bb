import type { z } from 'zod';
import { inEnglish, message, type Notice } from './message.ts';

/** What a schema's own check tells, in English. */
const TOLD: ReadonlyMap<string, Notice> = new Map(
  [
    message('fault.empty'),
    message('fault.other'),
    message('fault.list'),
    message('fault.day'),
    message('fault.id'),
    message('fault.address'),
    message('fault.feed-address'),
    message('fault.calendar'),
    message('fault.language'),
  ].map((told) => [inEnglish(told), told]),
);

/** What a schema found wrong, as it is told to people: a part of a sentence, behind the name of what is wrong. */
export function faultNotice(issue: z.core.$ZodIssue): Notice {
  const own = TOLD.get(issue.message);
  if (own !== undefined) return own;
  if (issue.code === 'too_small' && issue.origin === 'string') return message('fault.empty');
  if (issue.code === 'too_big' && issue.origin === 'string')
    return message('fault.long', { characters: Number(issue.maximum) });
  return message('fault.other');
}

/** The first thing that a schema found wrong. */
export const firstFault = ({ issues: [first] }: z.ZodError): Notice =>
  first ? faultNotice(first) : message('fault.other');
