import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePhone } from '../kit/media';
import { ChapterText } from '../rooms/help/ChapterText';

/** A chapter of the guide beside the page it is about. */
export function HelpDrawer({ chapter, open, onClose }: { chapter: string; open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const phone = usePhone();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={phone ? '100%' : 520}
      mask={phone}
      title={t(`help.chapters.${chapter}`)}
      extra={<Link to={`/help/${chapter}`}>{t('app.help.whole')}</Link>}
      closable={{ 'aria-label': t('kit.close') }}
      destroyOnHidden
    >
      <ChapterText chapter={chapter} />
    </Drawer>
  );
}
