// A role of the shop's own: a name, and the role it begins like.

import { Button, Group, Modal, Select, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Role } from '../../shared/people/contract';
import { useRoleName } from '../book/role-name';
import { useCommand } from '../core/data';
import { useKeptFields } from '../core/kept-fields';
import { Kbd } from '../core/ui/Kbd';
import { KeptNotice } from '../core/ui/KeptNotice';
import { useWording } from '../core/wording';
import classes from './Permissions.module.css';

const TypedRole = z.object({ name: z.string(), like: z.string() });

export interface RoleAddDialogProps {
  /** All but the owner's, whose rights nobody else gets by a name. */
  readonly roles: readonly Role[];
  readonly close: () => void;
}

export function RoleAddDialog({ roles, close }: RoleAddDialogProps) {
  const { t } = useTranslation('people');
  const say = useWording();
  const nameOf = useRoleName();
  const add = useCommand('people.addRole', { say: (_, { name }) => t('role.added', { name: name.trim() }), quiet: true, final: true });
  const usual = (roles.find(({ key }) => key === 'therapist') ?? roles[0])?.id ?? '';
  const { typed, set, drop, ...kept } = useKeptFields('role-new', TypedRole, { name: '', like: usual });
  const { name } = typed;
  // One that was taken away meanwhile is not begun from.
  const like = roles.some(({ id }) => id === typed.like) ? typed.like : usual;
  const [tried, setTried] = useState(false);
  const missing = name.trim() === '';
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (missing || !(await add.run({ name, like })).ok) return;
    await drop();
    close();
  }
  return (
    <Modal opened onClose={close} title={t('role.addTitle')} withCloseButton={false}>
      <form className={classes.dialog} onSubmit={(event) => void submit(event)}>
        <Text c="var(--sk-ink-2)">{t('role.addBody')}</Text>
        <KeptNotice form={kept} />
        <TextInput
          label={t('role.name')}
          placeholder={t('role.example')}
          value={name}
          maxLength={20}
          data-autofocus
          error={tried && missing ? t('role.missing') : add.error && say(add.error)}
          onChange={(event) => {
            set({ name: event.currentTarget.value });
            add.forget();
          }}
        />
        <Select
          label={t('role.like')}
          value={like}
          data={roles.map((role) => ({ value: role.id, label: nameOf({ role: role.id, roleName: role.name }) }))}
          onChange={(chosen) => set({ like: chosen ?? like })}
        />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" rightSection={<Kbd keys="Escape" />} onClick={close}>
            {t('role.cancel')}
          </Button>
          <Button type="submit" loading={add.busy}>
            {t('role.add')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
