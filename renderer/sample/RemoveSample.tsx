// The way to be rid of the sample salon from the settings, whichever of the two books is open.

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSample } from './useSample';

export function RemoveSample() {
  const { t } = useTranslation('sample');
  const { state, remove, busy } = useSample();
  if (!state?.made) return null;
  return (
    <Button variant="subtle" color="gray" size="compact-md" disabled={busy} onClick={() => void remove()}>
      {t('remove')}
    </Button>
  );
}
