import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettingGroups } from '../../../api/administration';
import { MAY } from '../../../api/functions';
import { Problem } from '../../../kit/Problem';
import { Unsaved } from '../../../kit/Unsaved';
import { SettingsFrame } from '../SettingsFrame';
import { GroupForm } from './GroupForm';

// What everybody meets first stands first; groups of later rooms follow.
const ORDER = ['organisation', 'address', 'numbering', 'sign_in', 'lifecycle', 'pool'];
const place = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);

function Groups() {
  const groups = useSettingGroups();
  const [dirty, setDirty] = useState<string[]>([]);
  const onDirty = useCallback((key: string, is: boolean) => setDirty((before) => (before.includes(key) === is ? before : is ? [...before, key] : before.filter((one) => one !== key))), []);
  if (groups.error) return <Problem error={groups.error} again={() => void groups.refetch()} />;
  if (!groups.data) return <div className="section" aria-busy><span className="bone" style={{ width: '60%' }} /></div>;
  return (
    <>
      {groups.data
        .toSorted((a, b) => place(a.key) - place(b.key))
        .map((group) => (
          <GroupForm key={`${group.key} ${group.version}`} group={group} onDirty={onDirty} />
        ))}
      <Unsaved dirty={dirty.length > 0} />
    </>
  );
}

/** What holds for the whole organisation; each group is kept with a reason and from a moment on. */
export function GeneralPage() {
  const { t } = useTranslation();
  return (
    <SettingsFrame title={t('administration.general.title')} lead={t('administration.general.lead')} needs={[MAY.manageSettings]}>
      <Groups />
    </SettingsFrame>
  );
}
