// The small clock beside a field of a client: what stood there before, since when, and who changed it.

import { ActionIcon, Popover } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangedField } from '../../shared/history/contract';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { ErrorLine } from '../core/ui/ErrorLine';
import { wording } from '../core/wording';
import { ChangeLines } from './ChangeEntry';
import classes from './Timeline.module.css';

export interface FieldHistoryProps {
  readonly clientId: string;
  readonly field: ChangedField;
}

export function FieldHistory({ clientId, field }: FieldHistoryProps) {
  const { t } = useTranslation('timeline');
  const [opened, setOpened] = useState(false);
  const label = t('change.of', { field: t(`change.fields.${field}`) });
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={360} trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <ActionIcon
          size={24}
          className={classes.clock ?? ''}
          aria-label={label}
          aria-expanded={opened}
          data-expanded={opened || undefined}
          onClick={() => setOpened(!opened)}
        >
          <IconHistory size={14} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a floating panel placed by its button */}
      <Popover.Dropdown role="dialog" aria-label={label}>
        {opened && <Changes clientId={clientId} field={field} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Changes({ clientId, field }: FieldHistoryProps) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const { data, error } = useQuery('history.ofClient', { clientId, field });
  if (error) return <ErrorLine>{wording(error)}</ErrorLine>;
  if (data?.length === 0) return <span className={classes.quiet}>{t('change.never')}</span>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls when it is long, and keys must reach it
    <ol className={classes.past} tabIndex={0} aria-label={t('change.of', { field: t(`change.fields.${field}`) })}>
      {(data ?? []).map(({ id, at, by, fields }) => (
        <li key={id}>
          <div className={classes.pastHead}>
            <span className="num">{format.moment(at)}</span>
            <span>{by}</span>
          </div>
          <ChangeLines fields={fields} bare />
        </li>
      ))}
    </ol>
  );
}
