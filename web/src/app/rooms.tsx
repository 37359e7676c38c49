import { DiffOutlined, HourglassOutlined, ImportOutlined, InboxOutlined, SettingOutlined, TeamOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { MAY } from '../api/functions';

/** What the rail is divided into, in the order of a day's work. */
const GROUPS = ['customers', 'collect', 'settings'] as const;
export type Group = (typeof GROUPS)[number];

export interface Room {
  group: Group;
  path: string;
  text: string;
  icon: ReactNode;
  /** Any one of these functions opens the room; none needed where empty. */
  needs: string[];
}

const ROOMS: Room[] = [
  { group: 'customers', path: '/customers', text: 'app.rooms.customers', icon: <TeamOutlined />, needs: [MAY.read] },
  { group: 'customers', path: '/pool', text: 'app.rooms.pool', icon: <InboxOutlined />, needs: [MAY.claim] },
  { group: 'customers', path: '/duplicates', text: 'app.rooms.duplicates', icon: <DiffOutlined />, needs: [MAY.reviewDuplicates] },
  { group: 'collect', path: '/imports', text: 'app.rooms.imports', icon: <ImportOutlined />, needs: [MAY.import] },
  { group: 'settings', path: '/jobs', text: 'app.rooms.jobs', icon: <HourglassOutlined />, needs: [MAY.readJobs, MAY.manageJobs, MAY.import, MAY.export, MAY.readAudit] },
  { group: 'settings', path: '/settings', text: 'app.rooms.settings', icon: <SettingOutlined />, needs: [] },
];

/** The rooms on the rail of someone with these functions. */
export function roomsFor(functions: string[]): Room[] {
  return ROOMS.filter(({ needs }) => needs.length === 0 || needs.some((need) => functions.includes(need)));
}

/** The same by group; a group without a room isn't there. */
export function groupsFor(functions: string[]): [Group, Room[]][] {
  const rooms = roomsFor(functions);
  return GROUPS.map((group): [Group, Room[]] => [group, rooms.filter((room) => room.group === group)]).filter(([, inside]) => inside.length > 0);
}
