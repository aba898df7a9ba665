// Another name for one of the shop's own roles.

import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Role } from '../../shared/people/contract';
import { useJob } from '../core/data';
import { useKeptFields } from '../core/kept-fields';
import { Kbd } from '../core/ui/Kbd';
import { KeptNotice } from '../core/ui/KeptNotice';
import { showDone } from '../core/ui/toasts';
import { useWording } from '../core/wording';
import classes from './Permissions.module.css';

const TypedName = z.object({ name: z.string() });

export function RoleNameDialog({ role, close }: { readonly role: Role; readonly close: () => void }) {
  const { t } = useTranslation('people');
  const say = useWording();
  const rename = useJob('people.renameRole');
  const { typed, set, drop, ...kept } = useKeptFields(`role:${role.id}`, TypedName, { name: role.name ?? '' });
  const { name } = typed;
  const [tried, setTried] = useState(false);
  const missing = name.trim() === '';
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    const result = await rename.start({ id: role.id, name });
    if (!result.ok) return;
    await drop();
    showDone(t('role.renamed', { name: name.trim() }));
    close();
  }
  return (
    <Modal opened onClose={close} title={t('role.renameTitle', { name: role.name ?? '' })} withCloseButton={false}>
      <form className={classes.dialog} onSubmit={(event) => void submit(event)}>
        <KeptNotice form={kept} />
        <TextInput
          label={t('role.name')}
          value={name}
          maxLength={20}
          data-autofocus
          error={tried && missing ? t('role.missing') : rename.error && say(rename.error)}
          onChange={(event) => {
            set({ name: event.currentTarget.value });
            rename.forget();
          }}
        />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" rightSection={<Kbd keys="Escape" />} onClick={close}>
            {t('role.cancel')}
          </Button>
          <Button type="submit" loading={rename.running}>
            {t('role.rename')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
