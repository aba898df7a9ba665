// 修改记录 of one visit: who changed it and when, what stood there before and what after.

import { Modal, VisuallyHidden } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Visit } from '../../shared/visits/contract';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { Masked } from '../core/ui/Masked';
import { ErrorState, LoadingRows } from '../core/ui/states';
import { HIDDEN } from '../../shared/core/marks';
import { useVisitChangeWords } from './visit-change-words';
import classes from './Timeline.module.css';

export interface VisitChangesProps {
  readonly visit: Pick<Visit, 'id' | 'on'>;
  readonly onClose: () => void;
}

export function VisitChanges({ visit, onClose }: VisitChangesProps) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('visitChange.title', { day: format.day(visit.on) })}
      closeButtonProps={{ 'aria-label': t('visitChange.close') }}
    >
      <List id={visit.id} />
    </Modal>
  );
}

function List({ id }: { readonly id: Visit['id'] }) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const words = useVisitChangeWords();
  const { data, error, refetch } = useQuery('visits.changes', { id });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={3} />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls when it is long, and keys must reach it
    <ol className={classes.past} tabIndex={0} aria-label={t('visitChange.name')}>
      {data.map((change) => (
        <li key={change.id}>
          <div className={classes.pastHead}>
            <span className="num">{format.moment(change.at)}</span>
            <span>{change.by ?? t('visitChange.app')}</span>
            <span>{words.actOf(change)}</span>
          </div>
          <dl className={classes.changes}>
            {change.details.map((detail, index) => {
              const { from, to } = words.sidesOf(detail);
              return (
                // oxlint-disable-next-line react/no-array-index-key -- several lines may have changed at once, and nothing is ever moved
                <div key={index}>
                  <dt>{words.nameOf(detail)}</dt>
                  <dd>
                    <Value text={from} gone />
                    <IconArrowRight size={14} stroke={1.6} aria-hidden="true" />
                    <VisuallyHidden>{t('change.became')}</VisuallyHidden>
                    <Value text={to} />
                  </dd>
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ol>
  );
}

function Value({ text, gone = false }: { readonly text: string; readonly gone?: boolean }) {
  return <span className={gone ? classes.was : undefined}>{text.includes(HIDDEN) ? <Masked text={text} /> : text}</span>;
}
