// What a file would bring, table by table; or where it is no longer what was exported, and that nothing was written.

import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IsoInstant } from '../../shared/core/date';
import type { Brought } from '../../shared/transfer/contract';
import { useFormat } from '../core/format';
import { Kbd } from '../core/ui/Kbd';
import classes from './Transfer.module.css';

interface BroughtDialogProps {
  readonly brought: Brought;
  readonly onClose: () => void;
  readonly onAgree: (token: string) => void;
}

export function BroughtDialog({ brought, onClose, onAgree }: BroughtDialogProps) {
  const { t } = useTranslation('transfer');
  const { token, fileName, problemsTotal } = brought;
  return (
    <Modal opened onClose={onClose} title={t('back.found', { file: fileName })} withCloseButton={false} size={560}>
      <div className={classes.dialog}>
        {problemsTotal > 0 ? <Problems brought={brought} /> : <Counts brought={brought} />}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" rightSection={<Kbd keys="Escape" />} data-autofocus onClick={onClose}>
            {t(token === null ? 'back.close' : 'back.keep')}
          </Button>
          {token !== null && <Button onClick={() => onAgree(token)}>{t('back.act')}</Button>}
        </Group>
      </div>
    </Modal>
  );
}

function Counts({ brought: { shop, takenAt, counts } }: { readonly brought: Brought }) {
  const { t } = useTranslation('transfer');
  const format = useFormat();
  const at = IsoInstant.safeParse(takenAt);
  return (
    <>
      <Text c="var(--sk-ink-2)">{t('back.of', { shop, at: at.success ? format.moment(at.data) : takenAt })}</Text>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list longer than its place is scrolled by keyboard, too */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('back.table')}>
        <table className={classes.list}>
          <thead>
            <tr>
              <th scope="col">{t('back.table')}</th>
              <th scope="col" className={classes.right}>
                {t('back.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {NAMED.map((table) => (
              <tr key={table}>
                <th scope="row">{t(`back.tables.${table}`)}</th>
                <td className={`num ${classes.right}`}>{format.count(counts.find((one) => one.table === table)?.rows ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={classes.note}>{t('back.replaces')}</p>
    </>
  );
}

/** What a person knows by name; the other tables belong to these. */
const NAMED = ['client', 'visit', 'preference', 'follow_up', 'brought_over', 'staff', 'service', 'tier', 'tag', 'import_batch'] as const;

function Problems({ brought: { fileName, problems, problemsTotal } }: { readonly brought: Brought }) {
  const { t } = useTranslation('transfer');
  const format = useFormat();
  return (
    <>
      <Text>{t('back.broken', { file: fileName })}</Text>
      <Text c="var(--sk-ink-2)">{t('back.problems', { count: problemsTotal })}</Text>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list longer than its place is scrolled by keyboard, too */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('back.what')}>
        <table className={classes.list}>
          <thead>
            <tr>
              <th scope="col">{t('back.sheet')}</th>
              <th scope="col">{t('back.place')}</th>
              <th scope="col">{t('back.what')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ sheet, row, column, problem }) => (
              <tr key={`${sheet} ${row} ${column} ${problem}`}>
                <th scope="row">{sheet}</th>
                <td>{[row === null ? t('back.whole') : t('back.row', { row }), column].filter((part) => part !== null).join(' · ')}</td>
                <td>{t(`back.problem.${problem}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {problemsTotal > problems.length && <p className={classes.note}>{t('back.more', { count: format.count(problems.length) })}</p>}
    </>
  );
}
