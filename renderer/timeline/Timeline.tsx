// One client's history on one line: what to show, three sums, and the entries, older ones as one scrolls.

import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineItem } from '../../shared/timeline/contract';
import type { Visit } from '../../shared/visits/contract';
import { EmptyState, ErrorState, LoadingRows } from '../core/ui/states';
import { FollowUpEntry } from './FollowUpEntry';
import { NoteEntry } from './NoteEntry';
import classes from './Timeline.module.css';
import { useTimeline, type TimelineKind } from './useTimeline';
import { VisitEntry } from './VisitEntry';

const KINDS: readonly TimelineKind[] = ['all', 'visit', 'follow-up', 'note'];

export interface TimelineProps {
  readonly clientId: string;
  readonly name: string;
  /** The sums at the right of the filters. */
  readonly sums: ReactNode;
  readonly editVisit: (visit: Visit) => void;
  /** Composers stand between the filters and the entries. */
  readonly children?: ReactNode;
}

export function Timeline({ clientId, name, sums, editVisit, children }: TimelineProps) {
  const { t } = useTranslation('timeline');
  const [kind, setKind] = useState<TimelineKind>('all');
  const pages = useTimeline(clientId, kind);
  return (
    <section aria-label={t('title')}>
      <div className={classes.top}>
        <fieldset className={classes.kinds} aria-label={t('filter')}>
          {KINDS.map((one) => (
            <button key={one} type="button" className={classes.chip} aria-pressed={one === kind} onClick={() => setKind(one)}>
              {t(`kinds.${one}`)}
            </button>
          ))}
        </fieldset>
        {sums}
      </div>
      {children}
      {pages.error && !pages.items && <ErrorState error={pages.error} retry={pages.retry} />}
      {!pages.error && !pages.items && <LoadingRows rows={5} height={62} />}
      {pages.items?.length === 0 && <EmptyState title={t(`empty.${kind}`)}>{kind === 'all' ? t('empty.allBody') : null}</EmptyState>}
      {pages.items && pages.items.length > 0 && (
        <ol className={classes.line}>
          {pages.items.map((item) => (
            <Entry key={keyOf(item)} item={item} name={name} editVisit={editVisit} />
          ))}
        </ol>
      )}
      {pages.more && <More fetching={pages.fetching} next={pages.next} />}
    </section>
  );
}

interface EntryProps {
  readonly item: TimelineItem;
  readonly name: string;
  readonly editVisit: (visit: Visit) => void;
}

function Entry({ item, name, editVisit }: EntryProps) {
  if (item.type === 'visit') return <VisitEntry visit={item.visit} edit={() => editVisit(item.visit)} />;
  if (item.type === 'note') return <NoteEntry on={item.on} note={item.note} />;
  return <FollowUpEntry on={item.on} followUp={item.followUp} name={name} />;
}

function keyOf(item: TimelineItem): string {
  if (item.type === 'visit') return item.visit.id;
  return item.type === 'note' ? item.note.id : item.followUp.id;
}

/** Fetched by itself as soon as it comes into view; the button is for the keyboard and for readers. */
function More({ fetching, next }: { readonly fetching: boolean; readonly next: () => void }) {
  const { t } = useTranslation('timeline');
  const box = useRef<HTMLDivElement>(null);
  const fetchNext = useEffectEvent(next);
  useEffect(() => {
    if (!box.current || typeof IntersectionObserver === 'undefined') return undefined;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) fetchNext();
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} className={classes.more}>
      <Button variant="subtle" color="gray" loading={fetching} onClick={next} aria-label={fetching ? t('loadingMore') : undefined}>
        {t('more')}
      </Button>
    </div>
  );
}
