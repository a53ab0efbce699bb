import { onTestFinished } from 'vitest';
import { sqlitePlace, type Place } from '../store/stores.ts';

/** A SQLite store in a folder of its own, removed when the test has finished. */
export async function testPlace(): Promise<Place> {
  const place = await sqlitePlace();
  onTestFinished(() => place.remove());
  return place;
}
