// The ? sheet: every key that works now, the page's own and those of the frame.

import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Keys } from '../core/ui/Kbd';
import { useShortcutLines, type ShortcutLine } from '../core/ui/shortcuts';
import classes from '../core/ui/ui.module.css';
import { shortcutSheet } from './shortcut-store';

export function ShortcutSheet() {
  const { t } = useTranslation('core');
  const opened = shortcutSheet.useOpen();
  const lines = useShortcutLines();
  const here = lines.filter((line) => !line.everywhere);
  return (
    <Modal
      opened={opened}
      onClose={shortcutSheet.close}
      title={t('shortcuts.title')}
      size={640}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.sheet}>
        {here.length > 0 && <Group title={t('shortcuts.here')} lines={here} />}
        <Group title={t('shortcuts.everywhere')} lines={lines.filter((line) => line.everywhere)} />
      </div>
      <Text size="sm" c="var(--sk-ink-3)">
        {t('shortcuts.letters')}
      </Text>
    </Modal>
  );
}

function Group({ title, lines }: { readonly title: string; readonly lines: readonly ShortcutLine[] }) {
  return (
    <section className={classes.sheetGroup}>
      <h3>{title}</h3>
      {lines.map(({ keys, label }) => (
        <div key={label} className={classes.sheetRow}>
          <span>{label}</span>
          <Keys keys={keys} />
        </div>
      ))}
    </section>
  );
}
