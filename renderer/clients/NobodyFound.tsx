// The list is empty: because the book is new, because nothing fits, or because the shelf is.

import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRights } from '../core/rights';
import { EmptyState } from '../core/ui/states';
import classes from './ClientsScreen.module.css';
import { isFiltered, NO_FILTER, type ListFilter } from './list-place';

export function NobodyFound({ filter, show }: { readonly filter: ListFilter; readonly show: (filter: ListFilter) => void }) {
  return (
    <div className={classes.state}>
      {isFiltered(filter) ? (
        <NothingFits filter={filter} show={show} />
      ) : filter.shelf === 'current' ? (
        <NewBook />
      ) : (
        <EmptyShelf shelf={filter.shelf} />
      )}
    </div>
  );
}

function NothingFits({ filter, show }: { readonly filter: ListFilter; readonly show: (filter: ListFilter) => void }) {
  const { t } = useTranslation('clients');
  const navigate = useNavigate();
  const { can } = useRights();
  const text = filter.text.trim();
  const narrowed = isFiltered({ ...filter, text: '' });
  const actions = (
    <>
      <Button onClick={() => show(narrowed ? { ...NO_FILTER, text } : NO_FILTER)}>
        {t(narrowed ? 'empty.withoutFilters' : 'empty.showAll')}
      </Button>
      {text !== '' && can('clients.change') && (
        <Button variant="default" onClick={() => void navigate({ to: '/clients/new', search: { text } })}>
          {t('empty.asNew', { text })}
        </Button>
      )}
    </>
  );
  return (
    <EmptyState title={text === '' ? t('empty.noFit') : t('empty.notFound', { text })} actions={actions}>
      {t(narrowed ? 'empty.narrowed' : 'empty.otherWay')}
    </EmptyState>
  );
}

function NewBook() {
  const { t } = useTranslation('clients');
  const { can } = useRights();
  const actions = (
    <>
      {can('clients.change') && (
        <Button component={Link} to="/clients/new">
          {t('form.new')}
        </Button>
      )}
      {can('import.change') && (
        <Button component={Link} to="/data" variant="default">
          {t('empty.import')}
        </Button>
      )}
    </>
  );
  return (
    <EmptyState icon={IconUsers} title={t('empty.title')} actions={actions}>
      {can('clients.change') && t('empty.first')}
    </EmptyState>
  );
}

function EmptyShelf({ shelf }: { readonly shelf: 'archived' | 'bin' }) {
  const { t } = useTranslation('clients');
  return <EmptyState title={t(`empty.${shelf}`)}>{t(`empty.${shelf}Body`)}</EmptyState>;
}
