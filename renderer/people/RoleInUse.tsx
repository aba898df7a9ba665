// A role with people in it stays: says how many, and what to do first.

import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface RoleInUseProps {
  readonly name: string;
  readonly people: number;
  readonly close: () => void;
}

export function RoleInUse({ name, people, close }: RoleInUseProps) {
  const { t } = useTranslation('people');
  return (
    <Modal opened onClose={close} title={t('role.inUseTitle', { name, count: people })} withCloseButton={false}>
      <Text c="var(--sk-ink-2)">{t('role.inUseBody')}</Text>
      <Group justify="flex-end" mt={16}>
        <Button variant="default" data-autofocus onClick={close}>
          {t('role.understood')}
        </Button>
      </Group>
    </Modal>
  );
}
