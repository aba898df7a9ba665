// Who of the book sent this client.

import { Button, Group, Modal, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import type { Known } from '../../shared/relations/contract';
import { useCommand } from '../core/data';
import { ErrorLine } from '../core/ui/ErrorLine';
import { wording } from '../core/wording';
import { ClientChoice } from '../follow-ups/ClientChoice';
import classes from './Relations.module.css';

export interface ReferrerDialogProps {
  readonly client: Pick<ClientPage, 'id' | 'name'>;
  /** Somebody is noted already. */
  readonly known: boolean;
  readonly onClose: () => void;
}

export function ReferrerDialog({ client: { id, name }, known, onClose }: ReferrerDialogProps) {
  const { t } = useTranslation(['relations', 'core']);
  const other = useRef('');
  const refer = useCommand('relations.refer', {
    quiet: true,
    say: (_, { byId }) => (byId === null ? t('said.notReferred', { name }) : t('said.referred', { name, other: other.current })),
  });
  async function choose(by: Pick<Known, 'id' | 'name'> | null): Promise<void> {
    other.current = by?.name ?? '';
    if ((await refer.run({ clientId: id, byId: by?.id ?? null })).ok) onClose();
  }
  return (
    <Modal opened onClose={onClose} title={t('referrer.title', { name })} closeButtonProps={{ 'aria-label': t('close', { ns: 'core' }) }}>
      <div className={classes.form}>
        <Text className={classes.lead ?? ''}>{t('referrer.lead')}</Text>
        <ClientChoice label={t('referrer.label')} except={id} onChoose={(by) => void choose(by)} />
        {refer.error && <ErrorLine>{wording(refer.error)}</ErrorLine>}
        <Group justify="flex-end" gap={8}>
          {known && (
            <Button variant="subtle" color="gray" mr="auto" onClick={() => void choose(null)}>
              {t('referrer.drop')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('referrer.close')}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
