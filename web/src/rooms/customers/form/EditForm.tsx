import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeCustomer, readCustomer } from '../../../api/customers';
import { isProblem } from '../../../api/http';
import type { Catalogue } from '../../../api/types/catalogue';
import type { CustomerFile } from '../../../api/types/customers';
import { draftKey } from '../../../kit/drafts';
import { Frame } from '../../../kit/Frame';
import { Problem } from '../../../kit/Problem';
import { useSession } from '../../../kit/session';
import { Conflict } from './Conflict';
import { isEmpty, sentLists, sentValues, useDraft } from './draft';
import type { Draft } from './draft';
import { keepMine, meanwhile, takeTheirs } from './meanwhile';
import { RecordForm } from './RecordForm';

interface Props {
  file: CustomerFile;
  catalogue: Catalogue;
  focus?: string;
  onSaved: (file: CustomerFile) => void;
  onLeave: () => void;
  onUndoLeave: () => void;
}

/** Changes a file in place. A file changed by somebody else meanwhile is shown beside what was typed, and nothing is lost. */
export function EditForm({ file, catalogue, focus, onSaved, onLeave, onUndoLeave }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { user } = useSession();
  const { draft, setDraft, restoredAt, forget, keep } = useDraft(draftKey(user.id, file.number), catalogue.fields);
  const [reason, setReason] = useState('');
  const [base, setBase] = useState(file);
  const [met, setMet] = useState<CustomerFile>();
  /** Places changed by both for which one's own text was chosen. */
  const [mine, setMine] = useState<string[]>([]);
  const notice = useRef<HTMLDivElement>(null);

  // A draft that comes back was typed over an older file: what was changed since is shown at once, and until it is nothing is
  // saved, because the version the form opened with would let it overwrite that in silence.
  const [typedOver] = useState(() => (restoredAt !== undefined && draft.base !== undefined && draft.base < file.version ? draft.base : undefined));
  const restored = typedOver !== undefined && restoredAt !== undefined;
  const then = useQuery({
    queryKey: ['customer', file.number, 'typed over', typedOver],
    queryFn: async ({ signal }) => {
      const older = await readCustomer(file.number, String(typedOver), signal);
      if (older.version !== typedOver) throw new Error(`version ${older.version} instead of ${typedOver}`);
      return older;
    },
    enabled: restored,
    staleTime: Infinity,
  });
  const before = met ?? then.data;
  const uncompared = restored && !before;

  const send = (version: number) => changeCustomer(file.number, version, { values: sentValues(draft.touched), lists: sentLists(draft), reason: reason.trim() || undefined });
  const saving = useMutation({
    mutationFn: async () => {
      try {
        return await send(base.version);
      } catch (failure) {
        if (isProblem(failure) && failure.status === 412) {
          const now = await readCustomer(file.number);
          // What rules have set meanwhile is nobody's to weigh against what was typed.
          if (!before && meanwhile(base, now, catalogue, draft).every(({ field }) => field.derived)) return send(now.version);
          setMet(before ?? base);
          setBase(now);
          setMine([]);
          setTimeout(show);
        }
        throw failure;
      }
    },
    onSuccess: (changed) => {
      forget();
      onSaved(changed);
    },
  });
  /** The notice stands at the top of a long form; nobody should save again without having seen it. */
  const show = () => {
    notice.current?.scrollIntoView({ block: 'center' });
    notice.current?.focus();
  };
  const changes = before ? meanwhile(before, base, catalogue, draft) : [];
  const undecided = changes.filter(({ clash, place }) => clash && !mine.includes(place));
  const type = (next: Draft) => setDraft({ ...next, base: next.base ?? base.version });
  const save = () => {
    if (isEmpty(draft)) leave();
    else if (uncompared || undecided.length > 0) show();
    else saving.mutate();
  };
  const stale = isProblem(saving.error) && saving.error.status === 412;

  const leave = () => {
    if (!isEmpty(draft)) {
      const typed = draft;
      const note = message.info({
        content: (
          <>
            {t('customers.form.left')}{' '}
            <Button
              size="small"
              onClick={() => {
                keep(typed);
                note();
                onUndoLeave();
              }}
            >
              {t('customers.form.undo')}
            </Button>
          </>
        ),
        duration: 8,
      });
    }
    forget();
    onLeave();
  };

  return (
    <RecordForm
      type={file.type}
      number={file.number}
      catalogue={catalogue}
      cells={base.values}
      lists={base.lists}
      draft={draft}
      onDraft={type}
      restoredAt={restoredAt}
      onForget={forget}
      error={stale ? null : saving.error}
      saving={saving.isPending || (uncompared && !then.isError)}
      focus={focus}
      notice={
        uncompared && then.isError ? (
          <div ref={notice} tabIndex={-1}>
            <Problem error={then.error} again={() => void then.refetch()} lead={t('customers.form.uncompared')} />
          </div>
        ) : (
          before &&
          changes.length > 0 && (
            <div ref={notice} tabIndex={-1}>
              <Conflict
                changes={changes}
                mine={mine}
                onMine={(one) => {
                  setMine([...mine, one.place]);
                  setDraft(keepMine(draft, one, before));
                }}
                onTheirs={(one) => setDraft(takeTheirs(draft, one, base))}
              />
            </div>
          )
        )
      }
      foot={
        <div className="reason">
          <Frame label={t('customers.form.reason')}>
            {(wiring) => <Input {...wiring} maxLength={200} placeholder={t('customers.form.reasonHint')} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Frame>
        </div>
      }
      onSave={save}
      onLeave={leave}
    />
  );
}
