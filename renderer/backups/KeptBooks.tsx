// Books that were put aside: when, why and how large; the owner can delete them for good. Nothing is shown as long as there are none.

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptBook } from '../../shared/backups/contract';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import classes from './Backups.module.css';
import { RemoveKeptDialog } from './RemoveKeptDialog';
import { useMoment } from './useBackups';

export function KeptBooks() {
  const { t } = useTranslation('backups');
  const kept = useQuery('backups.kept', null).data ?? [];
  if (kept.length === 0) return null;
  return (
    <section className={classes.kept} aria-labelledby="kept-books">
      <div className={classes.partText}>
        <h2 id="kept-books">{t('kept.title')}</h2>
        <p>{t('kept.lead')}</p>
      </div>
      <ul className={classes.keptList}>
        {kept.map((book) => (
          <Kept key={book.id} book={book} />
        ))}
      </ul>
    </section>
  );
}

function Kept({ book }: { readonly book: KeptBook }) {
  const { why, at, bytes, old } = book;
  const { t } = useTranslation('backups');
  const format = useFormat();
  const { owner } = useRights();
  const [asking, setAsking] = useState(false);
  const moment = useMoment()(at);
  return (
    <li>
      <span className="num">{t(`kept.${why}`, { moment })}</span>
      <span className="num" data-quiet>
        {format.size(bytes)}
      </span>
      <span data-quiet>{old && t('kept.old')}</span>
      {owner && (
        <Button
          variant={old ? 'default' : 'subtle'}
          color="gray"
          size="compact-sm"
          aria-label={t('kept.removeOf', { moment })}
          onClick={() => setAsking(true)}
        >
          {t('kept.remove')}
        </Button>
      )}
      {asking && <RemoveKeptDialog book={book} close={() => setAsking(false)} />}
    </li>
  );
}
