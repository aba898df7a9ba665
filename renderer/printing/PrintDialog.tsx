// Before anything is printed: which sheet, on which paper, in which language; to the printer or as a PDF.

import { Button, Group, Modal, SegmentedControl, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientId } from '../../shared/ids';
import type { LoyaltyQuestion } from '../../shared/loyalty/contract';
import { PAPERS, Paper, type Printed, type PrintOrder } from '../../shared/printing/contract';
import { api, asAppError } from '../core/api';
import { currentLanguage } from '../core/i18n';
import { LANGUAGES, type Language } from '../core/language';
import { useRights } from '../core/rights';
import { ErrorLine } from '../core/ui/ErrorLine';
import { showDone } from '../core/ui/toasts';
import { wording } from '../core/wording';
import type { AppError } from '../../shared/errors';
import { showInFolder } from '../exports/exportToExcel';
import classes from './Printing.module.css';

type SheetKind = 'card' | 'visits' | 'consent' | 'day' | 'loyal';

export type PrintSubject =
  { readonly of: 'client'; readonly id: ClientId } | { readonly of: 'day' } | { readonly of: 'loyal'; readonly question: LoyaltyQuestion };

export interface PrintDialogProps {
  readonly what: PrintSubject;
  readonly onClose: () => void;
}

export function PrintDialog({ what, onClose }: PrintDialogProps) {
  const { t } = useTranslation('printing');
  const { can } = useRights();
  const kinds = kindsOf(what, can('visits.see'));
  const [kind, setKind] = useState<SheetKind>(kinds[0]);
  const [paper, setPaper] = useState<Paper>(kind === 'card' ? 'A5' : 'A4');
  const [language, setLanguage] = useState<Language>(currentLanguage());
  const { busy, error, put } = usePrinting(kind, what, onClose);
  return (
    <Modal opened onClose={() => busy || onClose()} title={t('title', { named: t(kind) })} withCloseButton={false}>
      <div className={classes.choices}>
        {kinds.length > 1 && <Choice label={t('what')} value={kind} options={kinds} name={(one) => t(one)} onChange={setKind} />}
        <Choice label={t('paper')} value={paper} options={PAPERS} name={(one) => one} onChange={setPaper} />
        <Choice label={t('language')} value={language} options={LANGUAGES} name={(one) => t(`languages.${one}`)} onChange={setLanguage} />
      </div>
      <Text c="var(--sk-ink-2)" mt={16}>
        {t(`onPaper.${kind}`)}
        {t('logged')}
        {can('export.change') && t('pdfNote')}
      </Text>
      {error && <ErrorLine>{wording(error)}</ErrorLine>}
      <Group justify="flex-end" gap={8} mt={24}>
        <Button variant="default" disabled={busy} onClick={onClose}>
          {t('cancel')}
        </Button>
        {can('export.change') && (
          <Button variant="default" disabled={busy} onClick={() => void put({ paper, language, to: 'pdf' })}>
            {t('pdf')}
          </Button>
        )}
        <Button
          data-autofocus
          loading={busy}
          leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden="true" />}
          onClick={() => void put({ paper, language, to: 'printer' })}
        >
          {t('print')}
        </Button>
      </Group>
    </Modal>
  );
}

/** The first is what the dialog opens with. */
function kindsOf({ of }: PrintSubject, seesVisits: boolean): readonly [SheetKind, ...SheetKind[]] {
  if (of !== 'client') return [of];
  return seesVisits ? ['card', 'visits', 'consent'] : ['card', 'consent'];
}

function usePrinting(kind: SheetKind, what: PrintSubject, onClose: () => void) {
  const { t } = useTranslation('printing');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  async function put(order: PrintOrder): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const { done, fileName, token } = await ask(kind, what, order);
      setBusy(false);
      if (!done) return;
      onClose();
      if (fileName !== null && token !== null) showDone(t('saved', { name: fileName }), null, <ShowFile token={token} label={t('show')} />);
    } catch (failure) {
      setBusy(false);
      setError(asAppError(failure));
    }
  }
  return { busy, error, put };
}

function ask(kind: SheetKind, what: PrintSubject, order: PrintOrder): Promise<Printed> {
  if (what.of === 'day') return api.printing.day(order);
  if (what.of === 'loyal') return api.printing.loyal({ ...order, question: what.question });
  const ordered = { ...order, clientId: what.id };
  if (kind === 'consent') return api.printing.consent(ordered);
  return kind === 'visits' ? api.printing.visits(ordered) : api.printing.card(ordered);
}

function ShowFile({ token, label }: { readonly token: string; readonly label: string }) {
  return (
    <Button variant="subtle" size="compact-sm" c="var(--sk-accent-text)" onClick={() => void showInFolder(token)}>
      {label}
    </Button>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly name: (option: T) => string;
  readonly onChange: (option: T) => void;
}

function Choice<T extends string>({ label, value, options, name, onChange }: ChoiceProps<T>) {
  return (
    <div className={classes.choice}>
      <span className={classes.label}>{label}</span>
      <SegmentedControl
        aria-label={label}
        value={value}
        data={options.map((option) => ({ value: option, label: name(option) }))}
        onChange={(chosen) => {
          const option = options.find((one) => one === chosen);
          if (option !== undefined) onChange(option);
        }}
      />
    </div>
  );
}
