import { theme as antd } from 'antd';
import type { ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';
import { followPrinting, isPrinting } from '../kit/printing';
import { dark, light } from './palette';
import type { Palette } from './palette';

export type Look = 'light' | 'dark' | 'system';
const KEPT = 'clientela.look';
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function chosenLook(): Look {
  const kept = localStorage.getItem(KEPT);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

function isDark(): boolean {
  const look = chosenLook();
  // Paper is white, whatever the screen is.
  if (isPrinting()) return false;
  return look === 'dark' || (look === 'system' && prefersDark.matches);
}

/** Sets the colours on the page itself, so that our style sheets and antd show the same. */
export function paintPage() {
  const shade = isDark();
  const root = document.documentElement;
  root.dataset.theme = shade ? 'dark' : 'light';
  root.style.colorScheme = shade ? 'dark' : 'light';
  for (const [name, value] of Object.entries(shade ? dark : light)) root.style.setProperty(`--${name}`, value as string);
}

export function chooseLook(look: Look) {
  if (look === 'system') localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, look);
  changed();
}

function changed() {
  paintPage();
  listeners.forEach((listener) => listener());
}
prefersDark.addEventListener('change', changed);
followPrinting(changed);

function follow(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useDark(): boolean {
  return useSyncExternalStore(follow, isDark);
}

/** What the person chose, which may be to look as the system does. */
export function useLook(): Look {
  return useSyncExternalStore(follow, chosenLook);
}

export const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';

export function antdTheme(shade: boolean): ThemeConfig {
  const c: Palette = shade ? dark : light;
  return {
    algorithm: shade ? antd.darkAlgorithm : antd.defaultAlgorithm,
    cssVar: { key: 'clientela' },
    hashed: false,
    token: {
      fontFamily: FONT,
      fontSize: 14,
      borderRadius: 6,
      controlHeight: 34,
      // Menus and dialogs are there at once: the page is used with a phone at the ear.
      motion: false,
      colorPrimary: c.action,
      colorPrimaryHover: c.actionHover,
      colorPrimaryActive: c.actionHover,
      colorPrimaryText: c.link,
      colorTextLightSolid: c.onAction,
      colorLink: c.link,
      colorLinkHover: c.link,
      colorSuccess: c.good,
      colorWarning: c.attention,
      colorError: c.danger,
      colorInfo: c.information,
      colorErrorText: c.danger,
      colorSuccessBg: c.goodGround,
      colorWarningBg: c.attentionGround,
      colorErrorBg: c.dangerGround,
      colorInfoBg: c.informationGround,
      colorSuccessBorder: c.good,
      colorWarningBorder: c.attention,
      colorErrorBorder: c.danger,
      colorInfoBorder: c.information,
      colorText: c.text,
      colorTextSecondary: c.muted,
      colorTextTertiary: c.muted,
      colorTextDescription: c.muted,
      colorTextPlaceholder: c.muted,
      colorIcon: c.muted,
      colorBgLayout: c.ground,
      colorBgContainer: c.surface,
      colorBgElevated: c.raised,
      colorBorder: c.edge,
      colorBorderSecondary: c.line,
      colorSplit: c.line,
      controlItemBgActive: c.chosen,
      controlItemBgHover: c.hover,
    },
    components: {
      // The colour of actions is a ground: as a word, under the pointer too, it is the colour of links.
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
        defaultHoverColor: c.link,
        defaultHoverBorderColor: c.link,
        defaultActiveColor: c.link,
        defaultActiveBorderColor: c.link,
      },
      Dropdown: { colorPrimary: c.link },
      Segmented: { itemSelectedBg: c.action, itemSelectedColor: c.onAction, trackBg: c.hover, itemColor: c.text },
      Select: { optionSelectedBg: c.chosen, optionSelectedColor: c.text, optionActiveBg: c.hover },
      Progress: { defaultColor: shade ? c.link : c.action, remainingColor: c.line },
      Tabs: { itemSelectedColor: c.link, inkBarColor: c.link, itemHoverColor: c.link },
      Tooltip: { colorBgSpotlight: '#22343b', colorTextLightSolid: '#ffffff' },
    },
  };
}
