// Another name for one of the shop's own roles.

import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../shared/people/contract';
import { useJob } from '../core/data';
import { Kbd } from '../core/ui/Kbd';
import { showDone } from '../core/ui/toasts';
import { useWording } from '../core/wording';
import classes from './Permissions.module.css';

export function RoleNameDialog({ role, close }: { readonly role: Role; readonly close: () => void }) {
  const { t } = useTranslation('people');
  const say = useWording();
  const rename = useJob('people.renameRole');
  const [name, setName] = useState(role.name ?? '');
  const [tried, setTried] = useState(false);
  const missing = name.trim() === '';
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    const result = await rename.start({ id: role.id, name });
    if (!result.ok) return;
    showDone(t('role.renamed', { name: name.trim() }));
    close();
  }
  return (
    <Modal opened onClose={close} title={t('role.renameTitle', { name: role.name ?? '' })} withCloseButton={false}>
      <form className={classes.dialog} onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t('role.name')}
          value={name}
          maxLength={20}
          data-autofocus
          error={tried && missing ? t('role.missing') : rename.error && say(rename.error)}
          onChange={(event) => {
            setName(event.currentTarget.value);
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
