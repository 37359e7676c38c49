import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal, Select, Switch, Tooltip } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveUser, useFunctions } from '../../../api/access';
import type { UserOrder } from '../../../api/access';
import { isProblem } from '../../../api/http';
import { queries } from '../../../api/queries';
import type { Department, Language, Role, User } from '../../../api/types/access';
import { sentences } from '../../../kit/format';
import { Frame } from '../../../kit/Frame';
import { LANGUAGES } from '../../../kit/languages';
import { Problem } from '../../../kit/Problem';
import { branches } from '../departments/tree';
import { useRoleWords } from '../roles/words';

interface Props {
  id?: string | number;
  /** As it was read, so that somebody else's change isn't lost. */
  version?: number;
  order: UserOrder;
  departments: Department[];
  roles: Role[];
  onClose: () => void;
  /** A user entered without a password comes in once by this code. */
  onCode: (user: User) => void;
}

/** Enters a person, or changes what is kept about one. */
export function UserDialog({ id, version, order: before, departments, roles, onClose, onCode }: Props) {
  const { t, i18n } = useTranslation();
  const form = useId();
  const roleWords = useRoleWords(useFunctions().data);
  const [order, setOrder] = useState(before);
  const set = (changes: Partial<UserOrder>) => setOrder({ ...order, ...changes });
  const saving = useMutation({
    mutationFn: () => saveUser({ ...order, name: order.name.trim(), displayName: order.displayName.trim(), password: order.password || undefined }, id, version),
    onSuccess: (user) => {
      if (user.code) onCode(user);
      void queries.invalidateQueries({ queryKey: ['users'] });
      void queries.invalidateQueries({ queryKey: ['roles'] });
      void queries.invalidateQueries({ queryKey: ['sight'] });
      onClose();
    },
  });
  const told = (field: string) => {
    const found = isProblem(saving.error) ? saving.error.fields.find((fault) => fault.field === field) : undefined;
    return found && sentences(found.message, found.remedy);
  };
  const ready = order.name.trim() !== '' && order.displayName.trim() !== '';
  return (
    <Modal
      open
      title={t(id === undefined ? 'settings.users.add' : 'settings.users.edit')}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button type="primary" htmlType="submit" form={form} disabled={!ready} loading={saving.isPending}>
            {t('kit.save')}
          </Button>
        </>
      }
      width={560}
      className="user-dialog"
    >
      <form
        id={form}
        className="small-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) saving.mutate();
        }}
      >
        <Problem error={saving.error} />
        <Frame label={t('settings.users.name')} required error={told('name')}>
          {(wiring) => <Input {...wiring} autoFocus autoComplete="off" value={order.name} onChange={(event) => set({ name: event.target.value })} />}
        </Frame>
        <Frame label={t('settings.users.displayName')} required error={told('displayName')}>
          {(wiring) => <Input {...wiring} autoComplete="off" value={order.displayName} onChange={(event) => set({ displayName: event.target.value })} />}
        </Frame>
        <Frame label={t('settings.users.password')} hint={t(id === undefined ? 'settings.users.passwordFirst' : 'settings.users.passwordKeep')} error={told('password')}>
          {(wiring) => <Input.Password {...wiring} autoComplete="new-password" value={order.password ?? ''} onChange={(event) => set({ password: event.target.value })} />}
        </Frame>
        <Frame label={t('settings.users.language')}>
          {(wiring) => <Select<Language> {...wiring} value={order.language} onChange={(language) => set({ language })} options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))} />}
        </Frame>
        <Frame label={t('settings.users.department')} error={told('departmentId')}>
          {(wiring) => (
            <Select
              {...wiring}
              allowClear
              value={order.departmentId ?? undefined}
              onChange={(departmentId?: string | number) => set({ departmentId: departmentId ?? null })}
              showSearch={{ optionFilterProp: 'name' }}
              optionLabelProp="name"
              options={branches(departments, i18n.language)
                .filter(({ department }) => !department.retired || department.id === before.departmentId)
                .map(({ department: { id: value, name }, depth }) => ({ value, name, label: <span style={{ paddingInlineStart: depth * 14 }}>{name}</span> }))}
            />
          )}
        </Frame>
        <Frame label={t('settings.users.active')} hint={t('settings.users.activeHint')}>
          {(wiring) => <Switch id={wiring.id} className="start" checked={order.active} onChange={(active) => set({ active })} />}
        </Frame>
        <Frame label={t('settings.users.roles')} wide error={told('roles')}>
          {(wiring) => (
            <Checkbox.Group
              className="roles"
              aria-describedby={wiring['aria-describedby']}
              value={order.roles}
              onChange={(chosen) => set({ roles: chosen })}
              options={roles.map((role) => ({
                value: role.key,
                label: (
                  <Tooltip title={roleWords(role)} placement="right">
                    <span>
                      <b>{role.label}</b> <span className="quiet">{t(`rights.reach.${role.scope}.short`)}</span>
                    </span>
                  </Tooltip>
                ),
              }))}
            />
          )}
        </Frame>
      </form>
    </Modal>
  );
}
