import { EllipsisOutlined, MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Dropdown, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate } from 'react-router';
import { Mark } from '../kit/Mark';
import { usePhone } from '../kit/media';
import { useSession } from '../kit/session';
import { groupsFor, roomsFor } from './rooms';
import type { Room } from './rooms';

const KEPT = 'clientela.rail';
/** As many words as stand side by side on a phone without being cut off. */
const ON_A_PHONE = 5;

function RoomLink({ room: { path, text, icon }, folded }: { room: Room; folded?: boolean }) {
  const { t } = useTranslation();
  return (
    <Tooltip title={folded ? t(text) : ''} placement="right">
      <NavLink to={path} className="rail-room" aria-label={t(text)}>
        <span className="rail-icon">{icon}</span>
        <span className="rail-word">{t(text)}</span>
      </NavLink>
    </Tooltip>
  );
}

/** On a phone: a bar at the bottom, with what doesn't fit behind three dots. */
function Bar() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const rooms = roomsFor(useSession().functions);
  const fit = rooms.length > ON_A_PHONE ? ON_A_PHONE - 1 : rooms.length;
  return (
    <nav className="rail" aria-label={t('app.rail')}>
      {rooms.slice(0, fit).map((room) => (
        <RoomLink key={room.path} room={room} />
      ))}
      {fit < rooms.length && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rooms.slice(fit).map(({ path, text, icon }) => ({ key: path, label: t(text), icon })),
            onClick: ({ key }) => void navigate(key),
          }}
        >
          <button type="button" className="rail-room">
            <span className="rail-icon">
              <EllipsisOutlined />
            </span>
            <span className="rail-word">{t('app.moreRooms')}</span>
          </button>
        </Dropdown>
      )}
    </nav>
  );
}

/** The rooms of the house by what they are for; folded, their signs only. */
export function Rail() {
  const { t } = useTranslation();
  const { functions } = useSession();
  const phone = usePhone();
  const [folded, setFolded] = useState(() => localStorage.getItem(KEPT) === 'folded');
  const fold = () => {
    localStorage.setItem(KEPT, folded ? 'open' : 'folded');
    setFolded(!folded);
  };
  if (phone) return <Bar />;
  return (
    <nav className={folded ? 'rail rail-folded' : 'rail'} aria-label={t('app.rail')}>
      <NavLink to="/" className="rail-mark" aria-label={t('app.home')}>
        <Mark size={30} />
      </NavLink>
      {groupsFor(functions).map(([group, rooms]) => (
        <div key={group} className="rail-group" role="group" aria-label={t(`app.groups.${group}`)}>
          {/* One room by itself says what it is. */}
          {rooms.length > 1 && (
            <span className="rail-title" aria-hidden>
              {t(`app.groups.${group}`)}
            </span>
          )}
          {rooms.map((room) => (
            <RoomLink key={room.path} room={room} folded={folded} />
          ))}
        </div>
      ))}
      <button type="button" className="rail-fold" onClick={fold} aria-expanded={!folded} aria-label={t(folded ? 'app.unfold' : 'app.fold')}>
        {folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
      </button>
    </nav>
  );
}
