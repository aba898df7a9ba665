// Matching the columns of the list with the fields of the book.

import { SegmentedControl, Select } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Encoding, type ReadList } from '../../shared/imports/contract';
import { ImportKind } from '../../shared/imports/fields';
import { useFormat } from '../core/format';
import classes from './Imports.module.css';
import { MatchRow } from './MatchRow';
import { readFile, setKind } from './steps';
import { useWizard } from './wizard';

export function MatchStep({ list }: { readonly list: ReadList }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { importedBefore, takenUp, fixes } = useWizard();
  return (
    <>
      {importedBefore && (
        <p className={classes.notice} role="note">
          <IconInfoCircle size={16} stroke={1.6} aria-hidden="true" />
          {t('match.before', { at: format.moment(importedBefore) })}
        </p>
      )}
      {takenUp && (
        <output className={classes.notice}>
          <IconInfoCircle size={16} stroke={1.6} aria-hidden="true" />
          {t('match.takenUp', { count: fixes.length })}
        </output>
      )}
      <Choices list={list} />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.columnTitle}>
              {t('match.column')}
            </th>
            <th scope="col">{t('match.samples')}</th>
            <th scope="col" className={classes.arrow}>
              <span className="visually-hidden">{t('match.to')}</span>
            </th>
            <th scope="col" className={classes.field}>
              {t('match.to')}
            </th>
            <th scope="col" className={classes.remark}>
              {t('match.remark')}
            </th>
          </tr>
        </thead>
        <tbody>
          {list.columns.map((column) => (
            <MatchRow key={column.index} column={column} columns={list.columns} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Choices({ list }: { readonly list: ReadList }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { kind, work } = useWizard();
  const encoding = Encoding.safeParse(list.encoding.replace('-bom', ''));
  return (
    <div className={classes.choices}>
      <SegmentedControl
        aria-label={t('match.kind')}
        data={ImportKind.options.map((value) => ({ value, label: t(`match.kinds.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(ImportKind.parse(value))}
      />
      {list.sheets.length > 1 && (
        <Select
          aria-label={t('match.sheet')}
          w={240}
          disabled={work !== null}
          data={list.sheets.map(({ name, rows, hidden }) => ({
            value: name,
            label: t(hidden ? 'match.sheetHidden' : 'match.sheetOption', { name, rows: format.count(rows) }),
          }))}
          value={list.sheet}
          onChange={(sheet) => void readFile({ sheet })}
        />
      )}
      {encoding.success && (
        <Select
          aria-label={t('match.encoding')}
          w={200}
          disabled={work !== null}
          data={Encoding.options.map((value) => ({ value, label: t(`match.encodings.${value}`) }))}
          value={encoding.data}
          onChange={(value) => void readFile({ encoding: Encoding.parse(value) })}
        />
      )}
    </div>
  );
}
