// Earlier imports, each of which can be taken back as a whole.

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportBatch } from '../../shared/imports/contract';
import { useCommand, useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { confirm } from '../core/ui/confirm';
import { SectionTitle } from '../core/ui/parts';
import { ErrorState, LoadingRows } from '../core/ui/states';
import classes from './Imports.module.css';
import { resetWizard, wizard } from './wizard';

export function Batches() {
  const { t } = useTranslation('imports');
  const { data, error, refetch } = useQuery('imports.list', null);
  return (
    <section className={classes.batches}>
      <SectionTitle>{t('batches.title')}</SectionTitle>
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : !data ? (
        <LoadingRows rows={3} height={44} />
      ) : data.length === 0 ? (
        <p className={classes.none}>{t('batches.none')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('batches.file')}</th>
              <th scope="col">{t('batches.kind')}</th>
              <th scope="col" className={classes.right}>
                {t('batches.rows')}
              </th>
              <th scope="col">{t('batches.at')}</th>
              <th scope="col">{t('batches.by')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('batches.undo')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map((batch) => (
              <BatchRow key={batch.id} batch={batch} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function BatchRow({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { id, fileName, kind, rows, at, by, undoneAt, undoable } = batch;
  const undo = useCommand('imports.undo', { say: () => t('batches.said', { file: fileName }), final: true });
  async function takeBack(): Promise<void> {
    const question = {
      title: t('batches.question', { file: fileName }),
      body: t('batches.consequence', { rows: format.count(rows) }),
      safe: t('batches.keep'),
      act: t('batches.act'),
      danger: true,
    };
    if (!(await confirm(question))) return;
    const undone = await undo.run({ id });
    if (undone.ok && wizard().result?.id === id) resetWizard();
  }
  return (
    <tr>
      <td className={classes.fileCell} title={fileName}>
        {fileName}
      </td>
      <td>{t(`batches.kinds.${kind}`)}</td>
      <td className={`num ${classes.right}`}>{format.count(rows)}</td>
      <td className="num">{format.moment(at)}</td>
      <td>{by}</td>
      <td className={classes.right}>
        {undoable ? (
          <Button variant="default" size="compact-sm" loading={undo.busy} onClick={() => void takeBack()}>
            {t('batches.undo')}
            <span className="visually-hidden">{fileName}</span>
          </Button>
        ) : (
          <span className={classes.hint}>{t(undoneAt === null ? 'batches.brought' : 'batches.undone')}</span>
        )}
      </td>
    </tr>
  );
}
