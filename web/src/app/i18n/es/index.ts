import widgets from 'antd/es/locale/es_ES';
import type { Spoken } from '..';

export const spoken: Spoken = { widgets, texts: import.meta.glob('./*.json', { import: 'default', eager: true }) };
