import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Texts } from '../../../api/types/editor';
import { Frame } from '../../../kit/Frame';
import { LANGUAGES } from '../../../kit/languages';

interface Props {
  label: string;
  value: Texts;
  required?: boolean;
  most: number;
  /** What is wrong with the text of a language. */
  told?: (language: string) => string | undefined;
  onChange: (value: Texts) => void;
}

/** One text in the three languages of the product, side by side. */
export function TextsField({ label, value, required, most, told, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className="texts">
      {LANGUAGES.map(({ code, name }) => (
        <Frame key={code} label={t('catalogue.form.inLanguage', { what: label, language: name })} required={required} error={told?.(code)}>
          {(wiring) => <Input {...wiring} lang={code} maxLength={most} value={value[code]} onChange={(event) => onChange({ ...value, [code]: event.target.value })} />}
        </Frame>
      ))}
    </div>
  );
}
