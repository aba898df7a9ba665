// Changing the text of one cell for this import; the file itself stays as it is.

import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportProblem } from '../../shared/imports/contract';
import { problemSentence } from '../../shared/imports/words';
import { currentLanguage } from '../core/i18n';
import { Kbd } from '../core/ui/Kbd';
import { useShortcuts } from '../core/ui/shortcuts';
import classes from './Imports.module.css';
import { fixCell } from './steps';

const MOST_CHARACTERS = 4000;

export function FixDialog({ problem, onClose }: { readonly problem: ImportProblem; readonly onClose: () => void }) {
  const { t } = useTranslation('imports');
  const { row, column, title, original, code, details } = problem;
  const [text, setText] = useState(original);
  function save(): void {
    onClose();
    if (column !== null) void fixCell(row, column, text);
  }
  useShortcuts([{ keys: 'Ctrl+Enter', label: t('check.fixSave'), run: save }], { inDialog: true });
  return (
    <Modal opened onClose={onClose} title={t('check.fixOf', { row })} withCloseButton={false}>
      <form
        className={classes.fixForm}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Text c="var(--sk-ink-2)">{problemSentence(currentLanguage(), code, details)}</Text>
        <Textarea
          label={t('check.fixLabel', { row, column: title ?? '' })}
          description={t('check.fixHint')}
          data-autofocus
          minRows={1}
          maxLength={MOST_CHARACTERS}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" rightSection={<Kbd keys="Escape" />} onClick={onClose}>
            {t('check.fixCancel')}
          </Button>
          <Button type="submit" rightSection={<Kbd keys="Ctrl+Enter" />}>
            {t('check.fixSave')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
