import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { spoken } from '../../../api/http';
import type { Texts } from '../../../api/types/editor';
import { Frame } from '../../../kit/Frame';
import { LANGUAGES } from '../../../kit/languages';
import { said } from '../../../kit/texts';

interface Props {
  label: string;
  value: Texts;
  required?: boolean;
  most: number;
  /** What is wrong with the text of a language. */
  told?: (language: string) => string | undefined;
  /** Where several texts stand together: whether the other languages are open for all of them, and how to open them. */
  others?: { open: boolean; onOpen?: () => void };
  onChange: (value: Texts) => void;
}

/** Whether anything is said in a language that isn't the reader's. */
export const inOthers = (value: Texts) => LANGUAGES.some(({ code }) => code !== spoken() && value[code].trim() !== '');

/** One text in the reader's language; in the others it is read the same unless something is written there. */
export function TextsField({ label, value, required, most, told, others: together, onChange }: Props) {
  const { t } = useTranslation();
  const own = spoken();
  const others = LANGUAGES.filter(({ code }) => code !== own);
  const [opened, setOpened] = useState(() => inOthers(value));
  const open = (together?.open ?? opened) || others.some(({ code }) => told?.(code) && told(code) !== told(own));
  const same = said(value);
  return (
    <div className="texts">
      {LANGUAGES.filter(({ code }) => code === own || open)
        .sort((one, other) => Number(other.code === own) - Number(one.code === own))
        .map(({ code, name }) => (
          <Frame
            key={code}
            label={t('catalogue.form.inLanguage', { what: label, language: name })}
            required={required && code === own}
            error={told?.(code)}
            beside={
              code === own &&
              !open &&
              (!together || together.onOpen) && (
                <Button type="link" size="small" className="texts-more" onClick={together?.onOpen ?? (() => setOpened(true))} aria-label={together ? undefined : t('catalogue.texts.moreOf', { what: label })}>
                  {t('catalogue.texts.more')}
                </Button>
              )
            }
          >
            {(wiring) => (
              <Input
                {...wiring}
                lang={code}
                maxLength={most}
                value={value[code]}
                placeholder={same && !value[code] ? t('catalogue.texts.same', { text: same }) : undefined}
                onChange={(event) => onChange({ ...value, [code]: event.target.value })}
              />
            )}
          </Frame>
        ))}
    </div>
  );
}
