import type { Outline } from './outline.ts';

/** The outline of a reply for somebody alone as that of one for all: without the button that shares it, and with one that deletes it; it is told in the language of all. */
export const sharedBy =
  (userId: string) =>
  ({ language: _alone, ...outline }: Outline): Outline => ({
    ...outline,
    buttons: [
      ...outline.buttons.filter((button) => !('action' in button) || !ALONE.has(button.action)),
      { label: { say: 'button.delete' }, action: 'delete', args: [userId], danger: true },
    ],
  });

/** What is for a private reply alone, or the old asker's. */
const ALONE: ReadonlySet<string> = new Set(['share', 'delete']);
