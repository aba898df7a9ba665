// Changing over while the book is open: who takes over, and their PIN or password.

import { Button, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../core/data';
import { useRights } from '../core/rights';
import { EmptyState, ErrorState, LoadingRows } from '../core/ui/states';
import classes from './Outside.module.css';
import { SwitchForm } from './SwitchForm';
import { switchDialog } from './switch-store';

export function SwitchDialog() {
  const { t } = useTranslation('book');
  const { t: tCore } = useTranslation('core');
  const opened = switchDialog.useOpen();
  return (
    <Modal opened={opened} onClose={switchDialog.close} title={t('switch.title')} closeButtonProps={{ 'aria-label': tCore('close') }}>
      {opened && <Others />}
    </Modal>
  );
}

function Others() {
  const { t } = useTranslation('book');
  const queries = useQueryClient();
  const others = useQuery('book.others', null);
  // who has a PIN may have changed since the dialog was last open
  if (others.isError) return <ErrorState error={others.error} retry={() => void others.refetch()} />;
  if (!others.isFetchedAfterMount || !others.data) return <LoadingRows rows={2} height={60} />;
  if (others.data.length === 0) return <Alone />;
  return (
    <>
      <SwitchForm
        others={others.data}
        switched={() => {
          switchDialog.close();
          void queries.invalidateQueries({ queryKey: ['book.status'] });
        }}
      />
      <p className={classes.switchNote}>{t('switch.note')}</p>
    </>
  );
}

function Alone() {
  const { t } = useTranslation('book');
  const navigate = useNavigate();
  const { owner } = useRights();
  function add(): void {
    switchDialog.close();
    void navigate({ to: '/settings/$page', params: { page: 'accounts' } });
  }
  return (
    <EmptyState title={t('switch.alone')} actions={owner && <Button onClick={add}>{t('switch.add')}</Button>}>
      {t(owner ? 'switch.aloneOwner' : 'switch.aloneOther')}
    </EmptyState>
  );
}
