// Before anything goes out: what for, how many rows, a password for the file if wanted, and a second person above one's own limit.

import { Button, Group, Modal, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exported } from '../../shared/exports/contract';
import type { AppError } from '../../shared/errors';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { ErrorLine } from '../core/ui/ErrorLine';
import { Kbd } from '../core/ui/Kbd';
import { ReasonField } from '../core/ui/ReasonField';
import { useFirstFocus } from '../core/ui/useFirstFocus';
import { wording } from '../core/wording';
import { ApprovalFields, approvalOf, isApprovalError, NO_APPROVAL } from '../people/ApprovalFields';
import classes from './Exports.module.css';
import { ExportColumns } from './ExportColumns';
import { ExportPassword, NO_PASSWORD, passwordOf } from './ExportPassword';
import { useExportColumns } from './useExportColumns';
import { startExport, type ExportAsk } from './start-export';

export interface ExportDialogProps {
  readonly what: ExportAsk;
  /** What is exported, for the title. */
  readonly named: string;
  readonly onClose: () => void;
  readonly onWritten?: (exported: Exported) => void;
}

const READY = ['accounts', 'contact', 'keep'] as const;

export function ExportDialog({ what, named, onClose, onWritten }: ExportDialogProps) {
  const { t } = useTranslation('exports');
  const size = useQuery('exports.size', what);
  const { columns, without, choose, written } = useExportColumns(what);
  const [purpose, setPurpose] = useState('');
  const [password, setPassword] = useState(NO_PASSWORD);
  const [approval, setApproval] = useState(NO_APPROVAL);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const field = useFirstFocus<HTMLInputElement>();
  const { rows, over } = useSize(size.data, error);
  const missing = purpose.trim().length < 2;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const given = passwordOf(password);
    const agreed = over ? approvalOf(approval) : null;
    if (missing || given === undefined || (over && agreed === null)) return;
    setBusy(true);
    setError(null);
    const result = await startExport(what, { purpose: purpose.trim(), password: given, approval: agreed }, without, onClose);
    setBusy(false);
    if (result.ok) {
      if (!result.value.cancelled) {
        if (columns) written();
        onWritten?.(result.value);
      }
      return onClose();
    }
    setApproval({ ...approval, pin: '' });
    setError(result.error);
  }
  return (
    <Modal opened onClose={() => busy || onClose()} title={t('dialog.title', { named })} withCloseButton={false}>
      <form className={classes.dialog} onSubmit={(event) => void submit(event)}>
        <Size rows={rows} limit={size.data?.limit ?? null} />
        {columns && <ExportColumns columns={columns} without={without} onChange={choose} />}
        <ReasonField
          ref={field}
          label={t('dialog.purpose')}
          hint={t('dialog.purposeHint')}
          ready={READY.map((one) => t(`dialog.ready.${one}`))}
          value={purpose}
          error={tried && missing ? t('dialog.purposeMissing') : undefined}
          onChange={setPurpose}
        />
        <ExportPassword value={password} onChange={setPassword} tried={tried} />
        {over && (
          <ApprovalFields
            id="export"
            question={{ for: 'export', rows: rows ?? 0 }}
            lead={t('dialog.over')}
            value={approval}
            onChange={setApproval}
            error={error}
            tried={tried}
          />
        )}
        {error && error.code !== 'exports.over-limit' && !isApprovalError(error) && <ErrorLine>{wording(error)}</ErrorLine>}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" rightSection={<Kbd keys="Escape" />} disabled={busy} onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" loading={busy} leftSection={<IconFileSpreadsheet size={16} stroke={1.6} aria-hidden="true" />}>
            {t('dialog.act')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** The list may have grown since it was counted: then the refusal knows better. */
function useSize(size: { readonly rows: number; readonly limit: number | null } | undefined, error: AppError | null) {
  const refused = error?.code === 'exports.over-limit';
  const rows = size?.rows ?? null;
  return { rows, over: refused || (size !== undefined && size.limit !== null && size.rows > size.limit) };
}

function Size({ rows, limit }: { readonly rows: number | null; readonly limit: number | null }) {
  const { t } = useTranslation('exports');
  const format = useFormat();
  if (rows === null) return <Text c="var(--sk-ink-2)">{t('dialog.logged')}</Text>;
  const words = { rows: format.count(rows), limit: limit === null ? '' : format.count(limit), count: rows };
  return (
    <Text c="var(--sk-ink-2)">
      {limit === null ? t('dialog.size', words) : t('dialog.sizeOf', words)}
      {t('dialog.logged')}
    </Text>
  );
}
