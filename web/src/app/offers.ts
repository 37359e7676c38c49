import { useTranslation } from 'react-i18next';
import { MAY } from '../api/functions';
import type { Language } from '../api/types/access';
import { useViews } from '../api/views';
import { CHAPTERS } from '../kit/chapters';
import { LANGUAGES, useChangeLanguage } from '../kit/languages';
import { useMay, useSession } from '../kit/session';
import { paramsOf } from '../rooms/customers/listing';
import { listingOf } from '../rooms/customers/views/views';
import { pageLanguage } from './i18n';
import { matching } from './match';
import { roomsFor } from './rooms';
import { showShortcuts } from './Shortcuts';
import { chooseLook } from './theme';

/** Something to go to or to do, found by its name and by what else it is called. */
export interface Offer {
  key: string;
  label: string;
  kind: 'page' | 'action' | 'view';
  to?: string;
  act?: () => void;
}

interface Named extends Offer {
  /** Other names: synonyms, and in Chinese the sound and its initials. */
  alias: string;
}

const MOST = 6;

/** Screens, actions and views that answer the words typed, the best first. */
export function useOffers(words: string): Offer[] {
  const { t } = useTranslation();
  const { functions } = useSession();
  const change = useChangeLanguage();
  const mayRead = useMay(MAY.read);
  const views = useViews(mayRead);
  const may = (...any: string[]) => any.length === 0 || any.some((one) => functions.includes(one));
  const page = (to: string, text: string, ...needs: string[]): Named[] => (may(...needs) ? [{ key: to, kind: 'page', to, label: t(text), alias: t(aliasOf(text), { defaultValue: '' }) }] : []);
  const action = (name: string, what: Pick<Offer, 'to' | 'act'>, ...needs: string[]): Named[] =>
    may(...needs) ? [{ key: `do:${name}`, kind: 'action', label: t(`app.actions.${name}`), alias: t(`app.alias.${name}`, { defaultValue: '' }), ...what }] : [];
  const now = pageLanguage();
  const all: Named[] = [
    ...roomsFor(functions).flatMap(({ path, text }) => page(path, text)),
    ...page('/settings/people', 'settings.users.title', MAY.manageAccess),
    ...page('/settings/roles', 'rights.roles.title', MAY.manageAccess),
    ...page('/settings/departments', 'settings.departments.title'),
    ...CHAPTERS.map((chapter): Named => ({ key: `/help/${chapter}`, kind: 'page', to: `/help/${chapter}`, label: t('app.search.chapter', { chapter: t(`help.chapters.${chapter}`) }), alias: t(`help.chapters.${chapter}`) })),
    ...action('newIndividual', { to: '/customers/new?type=individual' }, MAY.create),
    ...action('newEnterprise', { to: '/customers/new?type=enterprise' }, MAY.create),
    ...action('import', { to: '/imports' }, MAY.import),
    ...action('password', { to: '/settings' }),
    ...action('dark', { act: () => chooseLook('dark') }),
    ...action('light', { act: () => chooseLook('light') }),
    ...action('keys', { act: showShortcuts }),
    ...LANGUAGES.filter(({ code }) => code !== now).map(
      ({ code, name }): Named => ({ key: `do:language:${code}`, kind: 'action', label: t('app.actions.language', { name }), alias: `${t('app.alias.language')} ${ALIASES[code]}`, act: () => void change(code) }),
    ),
    ...(views.data?.items ?? [])
      .filter(({ withheld }) => !withheld)
      .map((view): Named => ({ key: `view:${view.id}`, kind: 'view', label: view.name, alias: '', to: `/customers?${paramsOf(listingOf(view), String(view.id)).toString()}` })),
  ];
  return all
    .map((offer) => ({ offer, rank: matching(words, [offer.label, offer.alias]) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, MOST)
    .map(({ offer: { key, label, kind, to, act } }) => ({ key, label, kind, to, act }));
}

/** Languages by the names people of all three call them. */
const ALIASES: Record<Language, string> = { zh: '中文 zhongwen chinese chino', en: '英文 yingwen english ingles', es: '西班牙文 xibanyawen spanish espanol' };

/** Where the other names of a screen stand, by the text it is called by. */
function aliasOf(text: string): string {
  const name = text.split('.').slice(-2).join('_');
  return `app.alias.${name}`;
}
