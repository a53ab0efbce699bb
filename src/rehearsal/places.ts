import type { Asker } from '../desk/ports.ts';
import type { Named, Person, PersonKey, Place, PlaceKey } from './view.ts';

/** The bot itself, as a user. */
export const BOT = {
  id: '900000000000000001',
  name: 'Pullquote',
  avatar: '/page/pictures/pullquote.svg',
} as const;

/** Who can be played: what they may do differs, so that permissions can be seen. */
export const PEOPLE: readonly Person[] = [
  {
    key: 'member',
    id: '900000000000000011',
    name: 'Mia',
    role: 'Member',
    avatar: '/page/pictures/member.svg',
  },
  {
    key: 'editor',
    id: '900000000000000012',
    name: 'Edda',
    role: 'Editor',
    avatar: '/page/pictures/editor.svg',
  },
];

/** Two servers, so that one can be seen not to know the other's articles. */
export const PLACES: readonly (Place & Readonly<{ guildId: string; channelId: string }>)[] = [
  {
    key: 'first',
    name: 'Morning Edition',
    initials: 'ME',
    channel: 'newsroom',
    guildId: '900000000000000021',
    channelId: '900000000000000022',
  },
  {
    key: 'second',
    name: 'Night Desk',
    initials: 'ND',
    channel: 'newsroom',
    guildId: '900000000000000031',
    channelId: '900000000000000032',
  },
];

/** A role, to be chosen where a command wants one. */
const EDITORS = { id: '900000000000000041', kind: 'role', name: 'Editors' } as const;

/** Whatever can be mentioned in a place, or chosen where a command wants a person, channel or role. */
export const namedIn = (key: PlaceKey): readonly Named[] => [
  ...[BOT, ...PEOPLE].map(({ id, name }) => ({ id, kind: 'user', name }) as const),
  { id: placeNamed(key).channelId, kind: 'channel', name: placeNamed(key).channel },
  EDITORS,
];

export const placeNamed = (key: PlaceKey): (typeof PLACES)[number] =>
  PLACES.find((place) => place.key === key) as (typeof PLACES)[number];

export const personNamed = (key: PersonKey): Person => PEOPLE.find((person) => person.key === key) as Person;

/** A person in a place, as commands see them. */
export function askerOf(person: PersonKey, place: PlaceKey): Asker {
  const { guildId, channelId } = placeNamed(place);
  const isEditor = person === 'editor';
  return {
    userId: personNamed(person).id,
    guildId,
    channels: [channelId],
    roles: isEditor ? [EDITORS.id] : [],
    mayEdit: isEditor,
    mayModerate: isEditor,
    maySpeak: true,
  };
}
