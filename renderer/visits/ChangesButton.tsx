// In the head of a visit that is being corrected: what was changed of it before.

import { ActionIcon } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Visit } from '../../shared/visits/contract';
import { VisitChanges } from '../timeline/VisitChanges';

export function ChangesButton({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation('visits');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <ActionIcon size={28} aria-label={t('changes')} onClick={() => setOpened(true)}>
        <IconHistory size={18} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
      {opened && <VisitChanges visit={visit} onClose={() => setOpened(false)} />}
    </>
  );
}
