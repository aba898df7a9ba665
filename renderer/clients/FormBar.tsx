// The bar of the client form: what it is, when the draft was kept, leave it or save it.

import { Button } from '@mantine/core';
import { IconChevronLeft, IconDeviceFloppy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { useFormat } from '../core/format';
import { Kbd } from '../core/ui/Kbd';
import { Num } from '../core/ui/parts';
import classes from './ClientForm.module.css';

export interface FormBarProps {
  readonly client: ClientPage | null;
  readonly touchedAt: Date | null;
  readonly busy: boolean;
  readonly save: () => void;
  readonly leave: () => void;
}

export function FormBar({ client, touchedAt, busy, save, leave }: FormBarProps) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  return (
    <div className={classes.bar}>
      <Link to="/clients" className={classes.back}>
        <IconChevronLeft size={18} stroke={1.6} aria-hidden="true" />
        {t('title')}
      </Link>
      <h1>{client ? t('form.editTitle', { name: client.name }) : t('form.new')}</h1>
      <Num className={classes.quiet ?? ''}>{client ? client.number : t('form.numberLater')}</Num>
      <div className={classes.actions}>
        {touchedAt && (
          <output className={classes.kept}>
            <IconDeviceFloppy size={16} stroke={1.5} aria-hidden="true" />
            <Num>{t('form.draftAt', { at: format.clock(touchedAt) })}</Num>
          </output>
        )}
        <Button variant="subtle" color="gray" rightSection={<Kbd keys="Escape" />} onClick={leave}>
          {t('form.later')}
        </Button>
        <Button loading={busy} rightSection={<Kbd keys="Ctrl+Enter" />} onClick={save}>
          {t(client ? 'form.saveChange' : 'form.save')}
        </Button>
      </div>
    </div>
  );
}
