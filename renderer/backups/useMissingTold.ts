// Says once a day that a folder of the backups is missing, then tells main that it was said.

import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../core/api';
import { useFormat } from '../core/format';
import { showFailure, showNotice } from '../core/ui/toasts';
import { useBackups } from './useBackups';

export function useMissingTold(): void {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const { tellMissing = [], folders = [] } = useBackups() ?? {};
  const missing = folders.filter(({ id }) => tellMissing.includes(id)).map(({ own, name }) => (own ? t('own') : name));
  const names = format.list(missing);
  const tell = useEffectEvent(() => {
    showNotice(t('tellMissing', { names }));
    api.backups.told(null).catch(showFailure);
  });
  useEffect(() => {
    if (names !== '') tell();
  }, [names]);
}
