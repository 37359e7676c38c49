import widgets from 'antd/es/locale/en_US';
import type { Spoken } from '..';

export const spoken: Spoken = { widgets, texts: import.meta.glob('./*.json', { import: 'default', eager: true }) };
