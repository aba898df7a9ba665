// The palette (Ctrl K): one field for clients and commands, everything by keyboard.

import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { palette } from './palette-store';
import { PaletteBody } from './PaletteBody';
import classes from './Palette.module.css';

export function Palette() {
  const { t } = useTranslation('search');
  return (
    <Modal
      opened={palette.useOpen()}
      onClose={palette.close}
      withCloseButton={false}
      size={640}
      yOffset={96}
      padding={0}
      attributes={{ content: { 'aria-label': t('title') } }}
      classNames={{ body: classes.body, content: classes.content }}
    >
      <PaletteBody close={palette.close} />
    </Modal>
  );
}
