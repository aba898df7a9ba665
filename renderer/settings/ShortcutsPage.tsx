// The keys that work everywhere, to read at leisure.

import { useTranslation } from 'react-i18next';
import { Keys } from '../core/ui/Kbd';
import { Page } from '../core/ui/Page';
import { useShortcutLines } from '../core/ui/shortcuts';
import classes from './Settings.module.css';

export function ShortcutsPage() {
  const { t } = useTranslation('settings');
  const lines = useShortcutLines().filter(({ everywhere }) => everywhere);
  return (
    <Page title={t('pages.shortcuts')} lead={t('shortcuts.lead')}>
      <table className={classes.table} style={{ maxWidth: 520, marginTop: 12 }}>
        <tbody>
          {lines.map(({ keys, label }) => (
            <tr key={label}>
              <td>{label}</td>
              <td className={classes.number}>
                <Keys keys={keys} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Page>
  );
}
