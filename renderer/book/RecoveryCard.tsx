// The recovery key on its sheet: shown once, printed or saved, and two groups asked back.

import { Button, TextInput } from '@mantine/core';
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../core/clock';
import { useJob } from '../core/data';
import { useFormat } from '../core/format';
import { showFailure } from '../core/ui/toasts';
import classes from './Outside.module.css';
import type { Sheet } from './setup';

export interface RecoveryCardProps {
  readonly sheet: Sheet | null;
  readonly shopName: string;
  readonly id: string;
  /** Both groups that are asked back. */
  readonly answer: string;
  readonly onChange: (answer: string) => void;
  readonly onBlur?: () => void;
  readonly wrong: boolean;
}

export function RecoveryCard({ sheet, shopName, id, answer, onChange, onBlur, wrong }: RecoveryCardProps) {
  const { t } = useTranslation('book');
  const format = useFormat();
  const today = useToday();
  const [first, second] = sheet?.ask ?? [1, 2];
  return (
    <section className={classes.card}>
      <div className={classes.cardHead}>
        <h2>{t('recovery.title')}</h2>
        <span className={`num ${classes.cardMeta}`}>{t('recovery.meta', { shop: shopName.trim(), day: format.day(today) })}</span>
      </div>
      <p className={classes.cardText}>{t('recovery.lead')}</p>
      <ol className={classes.groups} aria-label={t('recovery.groups')}>
        {(sheet?.groups ?? []).map((group, index) => (
          <li key={group}>
            <span className={`num ${classes.groupNumber}`}>{index + 1}</span>
            <span className={classes.group}>{group}</span>
          </li>
        ))}
      </ol>
      <Keep shopName={shopName} />
      <ul className={classes.rules}>
        {t('recovery.rules')
          .split('\n')
          .map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
      </ul>
      <TextInput
        id={id}
        size="md"
        label={t('recovery.ask', { first, second })}
        placeholder={t('recovery.example')}
        value={answer}
        onChange={(event) => onChange(event.currentTarget.value)}
        {...(onBlur ? { onBlur } : {})}
        error={wrong && t('recovery.askError', { first, second })}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
      />
    </section>
  );
}

function Keep({ shopName }: { readonly shopName: string }) {
  const { t } = useTranslation('book');
  const print = useJob('book.printRecovery');
  const save = useJob('book.saveRecovery');
  const [note, setNote] = useState('');
  async function keep(job: typeof print | typeof save, done: string): Promise<void> {
    const result = await job.start({ shopName });
    if (!result.ok) showFailure(result.error);
    else if (result.value.saved) setNote(done);
  }
  return (
    <div className={classes.cardActions}>
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden="true" />}
        loading={print.running}
        onClick={() => void keep(print, t('recovery.printed'))}
      >
        {t('recovery.print')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconDeviceFloppy size={16} aria-hidden="true" />}
        loading={save.running}
        onClick={() => void keep(save, t('recovery.saved'))}
      >
        {t('recovery.save')}
      </Button>
      <output className={classes.cardNote}>{note}</output>
    </div>
  );
}
