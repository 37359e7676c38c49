import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { Mark } from '../kit/Mark';
import { usePhone } from '../kit/media';
import { useSession } from '../kit/session';
import { Offline } from './Offline';
import { roomsFor } from './rooms';
import { Shortcuts } from './Shortcuts';
import { TopBar } from './TopBar';

const KEPT = 'clientela.rail';

function Rail() {
  const { t } = useTranslation();
  const { functions } = useSession();
  const phone = usePhone();
  const [folded, setFolded] = useState(() => localStorage.getItem(KEPT) === 'folded');
  const fold = () => {
    localStorage.setItem(KEPT, folded ? 'open' : 'folded');
    setFolded(!folded);
  };
  return (
    <nav className={folded && !phone ? 'rail rail-folded' : 'rail'} aria-label={t('app.rail')}>
      <NavLink to="/" className="rail-mark" aria-label="Clientela">
        <Mark size={30} />
      </NavLink>
      {roomsFor(functions).map(({ path, text, icon }) => (
        <Tooltip key={path} title={folded && !phone ? t(text) : ''} placement="right">
          <NavLink to={path} className="rail-room" aria-label={t(text)}>
            <span className="rail-icon">{icon}</span>
            <span className="rail-word">{t(text)}</span>
          </NavLink>
        </Tooltip>
      ))}
      <button type="button" className="rail-fold" onClick={fold} aria-expanded={!folded} aria-label={t(folded ? 'app.unfold' : 'app.fold')}>
        {folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
      </button>
    </nav>
  );
}

/** The frame of every screen: rail, top bar, and the room that is open. */
export function Shell() {
  const { t } = useTranslation();
  const going = useNavigation().state === 'loading';
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <Rail />
      <div className="shell-side">
        <TopBar />
        <Offline />
        <main id="content" tabIndex={-1}>
          {going && <div className="going" role="progressbar" aria-label={t('app.going')} />}
          <Suspense>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Shortcuts />
      <ScrollRestoration />
    </div>
  );
}
