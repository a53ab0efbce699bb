import type { Store } from '../../src/store/archive.ts';
import type { FollowKind, FollowPlace } from '../../src/store/desk/follows.ts';
import { draft, EDITOR } from '../store/stores.ts';
import { followerOn } from '../support/following.ts';
import { GUILD } from '../support/newsroom.ts';
import { fakeOutlet } from '../support/running.ts';
import { testPlace } from '../support/test-place.ts';

/** A thread and its channel. */
export const CHANNEL: FollowPlace = { channel: '31', here: ['31', '30'] };
export const PERSON: FollowPlace = { person: '21' };

/** A server with one article, what follows it, and a Discord that keeps what is posted. */
export async function openedFollowing(perHour?: number) {
  const place = await testPlace();
  const clock = { now: new Date('2026-03-01T10:00:00Z') };
  const now = () => clock.now;
  let store: Store = await place.open({ now });
  const discord = fakeOutlet();
  let follower = followerOn(store, discord.outlet, now, perHour);
  await store
    .guild(GUILD)
    .add([{ draft: draft({ id: 'first', text: 'Nothing of note happened.' }) }], EDITOR);
  return {
    ...discord,
    clock,
    archive: () => store.guild(GUILD),
    follow: (where: FollowPlace, kind: FollowKind, subject: string) =>
      store.guild(GUILD).follows.add({ place: where, kind, subject, createdBy: '21' }),
    add: (id: string, text: string, visibility = {}) =>
      store.guild(GUILD).add([{ draft: draft({ id, headline: `On ${id}`, text }), visibility }], EDITOR),
    correct: (id: string, text: string) =>
      store.guild(GUILD).correct(draft({ id, headline: `On ${id}`, text }), EDITOR),
    later: (minutes: number) => (clock.now = new Date(clock.now.getTime() + minutes * 60_000)),
    settled: () => follower.settled(),
    /** Makes collected news due, and posts it. */
    async told() {
      await follower.settled();
      clock.now = new Date(clock.now.getTime() + 2000);
      await follower.told();
    },
    logged: () => follower.logged,
    /** Ends the program and starts another on the same store. */
    async restart() {
      await follower.close();
      await store.close();
      store = await place.open({ now });
      follower = followerOn(store, discord.outlet, now, perHour);
    },
  };
}

/** Two of its three sentences name Ferrow. */
export const FERROW =
  'Ferrow raised 40 million euros. The weather was fine. Ferrow plans a plant in Esbjerg.';
