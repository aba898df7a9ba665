// Before the log goes out as a workbook: what for. The export is itself an entry.

import { Button, Group, Modal, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../core/clock';
import { useJob, useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { currentLanguage } from '../core/i18n';
import { ErrorLine } from '../core/ui/ErrorLine';
import { ReasonField } from '../core/ui/ReasonField';
import { showDone } from '../core/ui/toasts';
import { useFirstFocus } from '../core/ui/useFirstFocus';
import { wording } from '../core/wording';
import classes from './Audit.module.css';
import { questionOf, type LogFilter } from './log-filter';

export interface ExcelDialogProps {
  readonly filter: LogFilter;
  readonly written: () => void;
  readonly onClose: () => void;
}

const READY = ['accountant', 'authority', 'keep'] as const;

export function ExcelDialog({ filter: narrowed, written, onClose }: ExcelDialogProps) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const filter = questionOf(narrowed, useToday());
  const count = useQuery('audit.list', { filter, before: null, limit: 1 }).data?.matching ?? 0;
  const { start, cancel, running, progress, error } = useJob('audit.toExcel');
  const [purpose, setPurpose] = useState('');
  const [tried, setTried] = useState(false);
  const field = useFirstFocus<HTMLInputElement>();
  const missing = purpose.trim().length < 2;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (missing) return field.current?.focus();
    const result = await start({ language: currentLanguage(), filter, purpose: purpose.trim() });
    if (!result.ok) return;
    written();
    const { cancelled, fileName, rows } = result.value;
    if (!cancelled) showDone(t('excel.done', { name: fileName ?? '', count: rows, shown: format.count(rows) }));
    onClose();
  }
  return (
    <Modal opened onClose={() => running || onClose()} title={t('excel.title')} withCloseButton={false}>
      <form className={classes.dialog} onSubmit={(event) => void submit(event)}>
        <Text size="sm" c="var(--sk-ink-2)">
          {t('excel.body', { count, shown: format.count(count) })}
        </Text>
        <ReasonField
          ref={field}
          label={t('excel.purpose')}
          hint={t('excel.example')}
          ready={READY.map((one) => t(`excel.ready.${one}`))}
          value={purpose}
          error={tried && missing ? t('excel.missing') : undefined}
          onChange={setPurpose}
        />
        {error && error.code !== 'bridge.cancelled' && <ErrorLine>{wording(error)}</ErrorLine>}
        {running && progress?.total && (
          <output className={`num ${classes.quiet}`}>
            {t('excel.running')} {t('excel.of', { done: format.count(progress.done), total: format.count(progress.total) })}
          </output>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={running ? cancel : onClose}>
            {t(running ? 'chain.stop' : 'excel.cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {t('excel.act', { count, shown: format.count(count) })}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
