import { HourglassOutlined, ImportOutlined, SettingOutlined, TeamOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { MAY } from '../api/functions';

export interface Room {
  path: string;
  text: string;
  icon: ReactNode;
  /** Any one of these functions opens the room; none needed where empty. */
  needs: string[];
}

const ROOMS: Room[] = [
  { path: '/customers', text: 'app.rooms.customers', icon: <TeamOutlined />, needs: [MAY.read] },
  { path: '/imports', text: 'app.rooms.imports', icon: <ImportOutlined />, needs: [MAY.import] },
  { path: '/jobs', text: 'app.rooms.jobs', icon: <HourglassOutlined />, needs: [MAY.readJobs, MAY.import, MAY.export] },
  { path: '/settings', text: 'app.rooms.settings', icon: <SettingOutlined />, needs: [] },
];

/** The rooms on the rail of someone with these functions. */
export function roomsFor(functions: string[]): Room[] {
  return ROOMS.filter(({ needs }) => needs.length === 0 || needs.some((need) => functions.includes(need)));
}
