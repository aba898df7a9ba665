// Asking for hidden values from a list, where no client's page is open: the same question, answered once.

import { modals } from '@mantine/modals';
import i18next from 'i18next';
import type { Revealed, RevealKind } from '../../shared/reveals/contract';
import { RevealForm } from './RevealForm';

/** Null when the person thought better of it. */
export function askReveal(client: { readonly id: string; readonly name: string }, what: RevealKind): Promise<Revealed | null> {
  return new Promise((resolve) => {
    const id = modals.open({
      title: i18next.t(`title.${what}`, { ns: 'reveals', name: client.name }),
      withCloseButton: false,
      onClose: () => resolve(null),
      children: (
        <RevealForm
          clientId={client.id}
          what={what}
          onShown={(revealed) => {
            resolve(revealed);
            modals.close(id);
          }}
          onCancel={() => modals.close(id)}
        />
      ),
    });
  });
}
