// One client's history on one line: what to show, three sums, and the entries, older ones as one scrolls.

import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
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

/** Fetched by itself as long as it is in view; the button is for the keyboard and for readers. */
function More({ fetching, next }: { readonly fetching: boolean; readonly next: () => Promise<boolean> }) {
  const { t } = useTranslation('timeline');
  const box = useRef<HTMLDivElement>(null);
  const [inView, setInView] = useState(false);
  useEffect(() => {
    if (!box.current || typeof IntersectionObserver === 'undefined') return undefined;
    const observer = new IntersectionObserver((entries) => setInView(entries.at(-1)?.isIntersecting === true));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  useWhileInView(inView, next);
  return (
    <div ref={box} className={classes.more}>
      <Button
        variant="subtle"
        color="gray"
        loading={fetching}
        onClick={() => void next()}
        aria-label={fetching ? t('loadingMore') : undefined}
      >
        {t('more')}
      </Button>
    </div>
  );
}

/** Page after page: a page that was fetched may have been thrown away by a refresh meanwhile, and an observer tells of changes only. */
function useWhileInView(inView: boolean, next: () => Promise<boolean>): void {
  const fetchNext = useEffectEvent(next);
  useEffect(() => {
    if (!inView) return undefined;
    const leaving = new AbortController();
    async function goOn(): Promise<void> {
      // Two frames: the page is drawn, and the observer has seen where it pushed the end.
      while (!leaving.signal.aborted && (await fetchNext()))
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    }
    void goOn();
    return () => leaving.abort();
  }, [inView]);
}
