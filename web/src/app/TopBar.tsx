import { GlobalOutlined, QuestionCircleOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { queries } from '../api/queries';
import { signOut } from '../api/session';
import type { Language } from '../api/types/access';
import { dropAllDrafts } from '../kit/drafts';
import { LANGUAGES, useChangeLanguage } from '../kit/languages';
import { useSession } from '../kit/session';
import { pageLanguage } from './i18n';
import { SearchBox } from './SearchBox';
import { showShortcuts } from './Shortcuts';
import { chooseLook, chosenLook, useDark } from './theme';
import type { Look } from './theme';

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

function PersonMenu() {
  const { t } = useTranslation();
  const { user } = useSession();
  const navigate = useNavigate();
  useDark();
  const leave = async () => {
    await signOut();
    dropAllDrafts();
    queries.clear();
    location.assign('/');
  };
  const looks: Look[] = ['light', 'dark', 'system'];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [chosenLook()],
        selectable: true,
        items: [
          { type: 'group', key: 'who', label: user.department ? `${user.name} · ${user.department.name}` : user.name },
          { key: 'account', label: t('app.person.account') },
          { type: 'divider' },
          { type: 'group', key: 'look', label: t('app.person.look'), children: looks.map((look) => ({ key: look, label: t(`app.look.${look}`) })) },
          { type: 'divider' },
          { key: 'leave', label: t('app.person.leave') },
        ],
        onClick: ({ key }) => {
          if (key === 'account') void navigate('/settings');
          else if (key === 'leave') void leave();
          else chooseLook(key as Look);
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
  return (
    <header className="top">
      <SearchBox />
      <div className="top-tools">
        <Button className="wide-only" type="text" icon={<QuestionCircleOutlined aria-hidden />} aria-label={t('app.keys.title')} onClick={showShortcuts} />
        <LanguageMenu />
        <PersonMenu />
      </div>
    </header>
  );
}
