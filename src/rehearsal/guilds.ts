import type { Asker } from '../desk/ports.ts';
import type { PageNamed, Person, PersonKey, PageGuild, GuildKey } from './view.ts';

/** The bot itself, as a user. */
export const BOT = {
  id: '900000000000000001',
  name: 'Pullquote',
  avatar: '/page/pictures/pullquote.svg',
} as const;

/** The people that a visitor can play; their permissions differ. */
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

/** Two servers, to show that neither has the other's articles. */
export const GUILDS: readonly (PageGuild & Readonly<{ guildId: string; channelId: string }>)[] = [
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

/** A role, for options that take one. */
const EDITORS = { id: '900000000000000041', kind: 'role', name: 'Editors' } as const;

/** Everything in a guild that can be mentioned, or chosen for an option that takes a person, channel or role. */
export const namedIn = (key: GuildKey): readonly PageNamed[] => [
  ...[BOT, ...PEOPLE].map(({ id, name }) => ({ id, kind: 'user', name }) as const),
  { id: guildNamed(key).channelId, kind: 'channel', name: guildNamed(key).channel },
  EDITORS,
];

export const guildNamed = (key: GuildKey): (typeof GUILDS)[number] =>
  GUILDS.find((guild) => guild.key === key) as (typeof GUILDS)[number];

export const personNamed = (key: PersonKey): Person => PEOPLE.find((person) => person.key === key) as Person;

/** A person in a guild, as commands see them. */
export function pageAsker(person: PersonKey, guild: GuildKey): Asker {
  const { guildId, channelId } = guildNamed(guild);
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
