import type { Outline } from './outline.ts';

/**
 * Converts the outline of a private reply to a public one: replaces the share button by a delete button, and uses the server's language.
 */
export const sharedBy =
  (userId: string) =>
  ({ language: _alone, ...outline }: Outline): Outline => ({
    ...outline,
    buttons: [
      ...outline.buttons.filter((button) => !('action' in button) || !ALONE.has(button.action)),
      { label: { say: 'button.delete' }, action: 'delete', args: [userId], danger: true },
    ],
  });

/** Buttons that only suit a private reply or its asker. */
const ALONE: ReadonlySet<string> = new Set(['share', 'delete']);
