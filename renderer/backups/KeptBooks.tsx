// Books that were put aside: when, why and how large; the owner can delete them for good. Nothing is shown as long as there are none.

import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { KeptBook } from '../../shared/backups/contract';
import { useJob, useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { confirm } from '../core/ui/confirm';
import { showDone, showFailure } from '../core/ui/toasts';
import classes from './Backups.module.css';
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

function Kept({ book: { id, why, at, bytes, old } }: { readonly book: KeptBook }) {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const { owner } = useRights();
  const removing = useJob('backups.removeKept');
  const moment = useMoment()(at);
  const size = format.size(bytes);
  async function remove(): Promise<void> {
    const sure = await confirm({
      title: t('kept.ask', { moment }),
      body: t('kept.askBody', { size }),
      safe: t('kept.keep'),
      act: t('kept.act'),
      danger: true,
      icon: <IconTrash size={16} stroke={1.6} aria-hidden="true" />,
    });
    if (!sure) return;
    const result = await removing.start({ id });
    if (result.ok) showDone(t('kept.removed'));
    else showFailure(result.error);
  }
  return (
    <li>
      <span className="num">{t(`kept.${why}`, { moment })}</span>
      <span className="num" data-quiet>
        {size}
      </span>
      <span data-quiet>{old && t('kept.old')}</span>
      {owner && (
        <Button
          variant={old ? 'default' : 'subtle'}
          color="gray"
          size="compact-sm"
          loading={removing.running}
          aria-label={t('kept.removeOf', { moment })}
          onClick={() => void remove()}
        >
          {t('kept.remove')}
        </Button>
      )}
    </li>
  );
}
