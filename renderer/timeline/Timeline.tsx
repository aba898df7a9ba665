// One client's history on one line: what to show, three sums, and the entries, older ones as one scrolls.

import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TIMELINE_KINDS, type TimelineKind } from '../../shared/timeline/contract';
import type { Visit } from '../../shared/visits/contract';
import { useRights } from '../core/rights';
import { EmptyState, ErrorState, LoadingRows } from '../core/ui/states';
import classes from './Timeline.module.css';
import { TimelineLine } from './TimelineLine';
import { useShownKind } from './useShownKind';
import { useTimeline } from './useTimeline';

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
  const kinds = useKinds();
  const { kind, show } = useShownKind();
  const pages = useTimeline(clientId, kind);
  return (
    <section aria-label={t('title')}>
      <div className={classes.top}>
        <fieldset className={classes.kinds} aria-label={t('filter')}>
          {kinds.map((one) => (
            <button key={one} type="button" className={classes.chip} aria-pressed={one === kind} onClick={() => show(one)}>
              {t(`kinds.${one}`)}
            </button>
          ))}
        </fieldset>
        {sums}
      </div>
      {children}
      {pages.error && !pages.items && <ErrorState error={pages.error} retry={pages.retry} />}
      {!pages.error && !pages.items && <LoadingRows rows={5} height={62} />}
      {kind !== null && pages.items?.length === 0 && (
        <EmptyState title={t(`empty.${kind}`)}>{kind === 'all' ? t('empty.allBody') : null}</EmptyState>
      )}
      {pages.items && pages.items.length > 0 && (
        <TimelineLine key={kind} items={pages.items} clientId={clientId} name={name} editVisit={editVisit} />
      )}
      {pages.more && <More fetching={pages.fetching} next={pages.next} />}
    </section>
  );
}

/** No filter for what does not exist for this person. */
function useKinds(): readonly TimelineKind[] {
  const { can } = useRights();
  return TIMELINE_KINDS.filter((kind) => {
    if (kind === 'visit') return can('visits.see');
    return kind === 'photo' ? can('photos.see') : kind !== 'follow-up' || can('follow-ups.see');
  });
}

/** Fetched by itself as soon as it comes into view; the button is for the keyboard and for readers. */
function More({ fetching, next }: { readonly fetching: boolean; readonly next: () => void }) {
  const { t } = useTranslation('timeline');
  const box = useRef<HTMLDivElement>(null);
  const fetchNext = useEffectEvent(next);
  // Looked at anew after each page: one who scrolls fast is at the end again before anybody saw it leave the view.
  useEffect(() => {
    if (fetching || !box.current || typeof IntersectionObserver === 'undefined') return undefined;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) fetchNext();
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [fetching]);
  return (
    <div ref={box} className={classes.more}>
      <Button variant="subtle" color="gray" loading={fetching} onClick={next} aria-label={fetching ? t('loadingMore') : undefined}>
        {t('more')}
      </Button>
    </div>
  );
}
