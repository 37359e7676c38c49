import { MAY } from '../../../api/functions';
import { PlusOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Segmented, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { saveLayout, useEditor } from '../../../api/editor';
import { queries } from '../../../api/queries';
import type { EditedField, Group, KeptField } from '../../../api/types/editor';
import { Problem } from '../../../kit/Problem';
import { SettingsFrame } from '../SettingsFrame';
import { edited, fresh } from './draft';
import { FieldDrawer } from './FieldDrawer';
import { GroupDialog } from './GroupDialog';
import { GroupList } from './GroupList';
import './fields.css';

interface Opened {
  field: EditedField;
  kept?: KeptField;
}

function Arranged({ onUndo }: { onUndo: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      {t('catalogue.layout.saved')}
      <Button type="link" size="small" onClick={onUndo}>
        {t('catalogue.layout.undo')}
      </Button>
    </>
  );
}

const arranged = (onUndo: () => void) => <Arranged onUndo={onUndo} />;

/** The fields of every record type, group by group as they stand on the form; moved with the mouse or the keyboard. */
export function FieldsPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [params, setParams] = useSearchParams();
  const editor = useEditor();
  const [words, setWords] = useState('');
  const [retired, setRetired] = useState(false);
  const [opened, setOpened] = useState<Opened>();
  const [group, setGroup] = useState<Group | 'new'>();
  const types = editor.data?.types ?? [];
  const type = types.find(({ key }) => key === params.get('type')) ?? types[0];
  const arranging = useMutation({
    mutationFn: ({ groups }: { groups: Group[]; undo?: Group[] }) => saveLayout(type?.key ?? '', groups, type?.layoutVersion ?? 0),
    onSuccess: (_, { undo }) => {
      if (undo) void message.success({ key: 'arranged', duration: 6, content: arranged(() => arranging.mutate({ groups: undo })) });
      else message.destroy('arranged');
    },
    onError: (error) => void message.error(error.message, 6),
    onSettled: () => queries.invalidateQueries({ queryKey: ['catalogue'] }),
  });
  // What was moved stands there at once; if it can't be kept, the next reading puts it back.
  const groups = arranging.isPending ? arranging.variables.groups : (type?.groups ?? []);
  const arrange = (next: Group[]) => arranging.mutate({ groups: next, undo: type?.groups });
  const add = () => editor.data && type && setOpened({ field: fresh(type.key, type.groups[0]?.key ?? '', editor.data.offered) });

  return (
    <SettingsFrame
      title={t('catalogue.fields.title')}
      lead={t('catalogue.fields.lead')}
      needs={[MAY.manageCatalogue]}
      wide
      actions={
        <>
          <Button onClick={() => setGroup('new')} disabled={!type}>
            {t('catalogue.layout.addGroup')}
          </Button>
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={add} disabled={!type}>
            {t('catalogue.fields.add')}
          </Button>
        </>
      }
    >
      <Problem error={editor.error} again={() => void editor.refetch()} />
      {type && editor.data && (
        <>
          <div className="field-tools">
            <Segmented
              aria-label={t('catalogue.fields.type')}
              value={type.key}
              onChange={(key) => setParams({ type: key }, { replace: true })}
              options={types.map(({ key, label }) => ({ value: key, label }))}
            />
            <Input.Search className="field-search" allowClear aria-label={t('catalogue.fields.search')} placeholder={t('catalogue.fields.search')} value={words} onChange={(event) => setWords(event.target.value)} />
            <label className="field-all">
              <Switch size="small" checked={retired} onChange={setRetired} /> {t('catalogue.fields.retired')}
            </label>
          </div>
          <GroupList
            type={type}
            groups={groups}
            words={words.trim().toLowerCase()}
            retired={retired}
            onArrange={arrange}
            onOpen={(kept) => setOpened({ field: edited(kept), kept })}
            onName={setGroup}
          />
          {opened && <FieldDrawer key={opened.field.key || 'new'} start={opened.field} kept={opened.kept} type={type} offered={editor.data.offered} onClose={() => setOpened(undefined)} />}
          {group && (
            <GroupDialog
              group={group === 'new' ? undefined : group}
              taken={type.groups.map(({ key }) => key)}
              onClose={() => setGroup(undefined)}
              onDone={(done) => {
                arrange(group === 'new' ? [...type.groups, done] : type.groups.map((one) => (one.key === done.key ? done : one)));
                setGroup(undefined);
              }}
            />
          )}
        </>
      )}
    </SettingsFrame>
  );
}
