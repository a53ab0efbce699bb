import { fold } from '../../../src/english/words.ts';
import type { Choice } from '../../../src/desk/ports.ts';
import { AskerError } from '../../../src/reply/error-reply.ts';
import { say } from '../../../src/reply/say.ts';
import { isTimeZone } from '../../../src/store/desk/guild-settings.ts';

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')];

const squeeze = (name: string): string =>
  fold(name)
    .replaceAll(/[\s_]+/gu, ' ')
    .trim();

/** Time zones that contain the typed text, which is often a city. */
export function suggestZones(typed: string): Choice[] {
  const wanted = squeeze(typed);
  return ZONES.filter((name) => squeeze(name).includes(wanted))
    .slice(0, 25)
    .map((name) => ({ name, value: name }));
}

/** The zone with this name, or the only one with this city. Throws {@link AskerError}. */
export function zoneNamed(typed: string): string {
  const name = typed.trim();
  const wanted = squeeze(name);
  const listed = ZONES.find((zone) => squeeze(zone) === wanted);
  if (listed !== undefined) return listed;
  const cities = ZONES.filter((zone) => squeeze(zone).endsWith(`/${wanted}`));
  if (cities.length === 1 && cities[0] !== undefined) return cities[0];
  if (isTimeZone(name)) return name;
  throw new AskerError(say('briefing.no-zone', { typed: name }));
}
