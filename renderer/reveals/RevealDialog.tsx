// The question before something hidden is shown.

import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Revealed, RevealKind } from '../../shared/reveals/contract';
import { RevealForm } from './RevealForm';

export interface RevealDialogProps {
  readonly client: { readonly id: string; readonly name: string };
  readonly what: RevealKind;
  readonly onShown: (revealed: Revealed) => void;
  readonly onClose: () => void;
}

export function RevealDialog({ client, what, onShown, onClose }: RevealDialogProps) {
  const { t } = useTranslation('reveals');
  return (
    <Modal opened onClose={onClose} title={t(`title.${what}`, { name: client.name })} withCloseButton={false}>
      <RevealForm clientId={client.id} what={what} onShown={onShown} onCancel={onClose} />
    </Modal>
  );
}
