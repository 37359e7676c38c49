import { DesktopOutlined, GlobalOutlined, MoonOutlined, QuestionCircleOutlined, SunOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { queries } from '../api/queries';
import { signOut } from '../api/session';
import type { Language } from '../api/types/access';
import { dropAllDrafts } from '../kit/drafts';
import { LANGUAGES, useChangeLanguage } from '../kit/languages';
import { useSession } from '../kit/session';
import { pageLanguage } from './i18n';
import { showHelp } from './Help';
import { SearchBox } from './SearchBox';
import { showShortcuts } from './Shortcuts';
import { chooseLook, useLook } from './theme';
import type { Look } from './theme';

const LOOKS: { look: Look; icon: ReactNode }[] = [
  { look: 'light', icon: <SunOutlined /> },
  { look: 'dark', icon: <MoonOutlined /> },
  { look: 'system', icon: <DesktopOutlined /> },
];

function LanguageMenu() {
  const { t } = useTranslation();
  const now = pageLanguage();
  const change = useChangeLanguage();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: LANGUAGES.map(({ code, name, tag }) => ({ key: code, label: <span lang={tag}>{name}</span> })),
        selectable: true,
        selectedKeys: [now],
        onClick: ({ key }) => void change(key as Language),
      }}
    >
      <Button type="text" icon={<GlobalOutlined aria-hidden />} aria-label={t('kit.language')}>
        <span className="wide-only">{LANGUAGES.find(({ code }) => code === now)?.name}</span>
      </Button>
    </Dropdown>
  );
}

function LookMenu() {
  const { t } = useTranslation();
  const now = useLook();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: LOOKS.map(({ look, icon }) => ({ key: look, label: t(`app.look.${look}`), icon })),
        selectable: true,
        selectedKeys: [now],
        onClick: ({ key }) => chooseLook(key as Look),
      }}
    >
      <Button type="text" icon={<span aria-hidden>{LOOKS.find(({ look }) => look === now)?.icon}</span>} aria-label={t('app.look.now', { look: t(`app.look.${now}`) })} />
    </Dropdown>
  );
}

function PersonMenu() {
  const { t } = useTranslation();
  const { user } = useSession();
  const navigate = useNavigate();
  const leave = async () => {
    await signOut();
    dropAllDrafts();
    queries.clear();
    location.assign('/');
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { type: 'group', key: 'who', label: user.department ? `${user.name} · ${user.department.name}` : user.name },
          { key: 'account', label: t('app.person.account') },
          { key: 'keys', label: t('kit.keys.title'), extra: <kbd>?</kbd> },
          { key: 'guide', label: t('app.help.guide') },
          { type: 'divider' },
          { key: 'leave', label: t('app.person.leave') },
        ],
        onClick: ({ key }) => {
          if (key === 'account') void navigate('/settings');
          else if (key === 'keys') showShortcuts();
          else if (key === 'guide') void navigate('/help');
          else void leave();
        },
      }}
    >
      <Button type="text" icon={<UserOutlined aria-hidden />} aria-label={t('app.person.menu', { name: user.displayName })}>
        <span className="wide-only person-name">{user.displayName}</span>
      </Button>
    </Dropdown>
  );
}

export function TopBar() {
  const { t } = useTranslation();
  const { organisation } = useSession();
  return (
    <header className="top">
      <SearchBox />
      <div className="top-tools">
        {organisation && <span className="wide-only quiet top-organisation">{organisation}</span>}
        <Tooltip title={t('app.help.tip')}>
          <Button type="text" icon={<QuestionCircleOutlined aria-hidden />} aria-label={t('app.help.open')} aria-keyshortcuts="F1" onClick={showHelp} />
        </Tooltip>
        <LanguageMenu />
        <LookMenu />
        <PersonMenu />
      </div>
    </header>
  );
}
