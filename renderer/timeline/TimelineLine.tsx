// The entries on their line: only those near what one looks at are drawn, however many years there are.

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useState } from 'react';
import type { TimelineItem } from '../../shared/timeline/contract';
import type { Visit } from '../../shared/visits/contract';
import { ChangeEntry } from './ChangeEntry';
import { ContactEntry } from './ContactEntry';
import { EntryPlace } from './entry-place';
import { FollowUpEntry } from './FollowUpEntry';
import { NoteEntry } from './NoteEntry';
import { PhotoEntry } from './PhotoEntry';
import classes from './Timeline.module.css';
import { VisitEntry } from './VisitEntry';

const USUAL_HEIGHT = 72;

export interface TimelineLineProps {
  readonly items: readonly TimelineItem[];
  readonly clientId: string;
  readonly name: string;
  readonly editVisit: (visit: Visit) => void;
}

export function TimelineLine({ items, clientId, name, editVisit }: TimelineLineProps) {
  const [line, setLine] = useState<HTMLOListElement | null>(null);
  const { box, above } = useBox(line);
  // oxlint-disable-next-line react/incompatible-library -- no React Compiler here, nothing is memoised behind our back
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => keyOf(items[index]) ?? index,
    scrollMargin: above,
    overscan: 8,
  });
  const drawn = virtual.getVirtualItems();
  const [first, last] = [drawn[0], drawn.at(-1)];
  // Before the first measuring, the one page there is.
  const places = first ? drawn.map(({ index }) => index) : items.map((_, index) => index);
  const top = first ? first.start - above : 0;
  const bottom = last ? above + virtual.getTotalSize() - last.end : 0;
  return (
    <ol ref={setLine} className={classes.line} style={{ paddingTop: top, paddingBottom: bottom }}>
      {places.map((index) => {
        const item = items[index];
        return (
          item && (
            <EntryPlace key={keyOf(item)} value={{ index, total: items.length, measure: virtual.measureElement }}>
              <Entry item={item} clientId={clientId} name={name} editVisit={editVisit} />
            </EntryPlace>
          )
        );
      })}
    </ol>
  );
}

/** What scrolls, and how far into it the line begins: composers open and close above it. */
function useBox(line: HTMLElement | null) {
  const [above, setAbove] = useState(0);
  const box = useMemo(() => line && scrollingAround(line), [line]);
  useEffect(() => {
    const around = line?.parentElement;
    if (!line || !box || !around) return undefined;
    const observer = new ResizeObserver(() =>
      setAbove(Math.round(line.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop)),
    );
    observer.observe(around);
    return () => observer.disconnect();
  }, [line, box]);
  return { box, above };
}

function scrollingAround(element: HTMLElement): HTMLElement {
  for (let box = element.parentElement; box; box = box.parentElement) if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  return document.documentElement;
}

interface EntryProps extends Omit<TimelineLineProps, 'items'> {
  readonly item: TimelineItem;
}

function Entry({ item, clientId, name, editVisit }: EntryProps) {
  switch (item.type) {
    case 'visit':
      return <VisitEntry visit={item.visit} edit={() => editVisit(item.visit)} />;
    case 'note':
      return <NoteEntry on={item.on} note={item.note} />;
    case 'contact':
      return <ContactEntry on={item.on} contact={item.contact} />;
    case 'photo':
      return <PhotoEntry on={item.on} clientId={clientId} photos={item.photos} />;
    case 'change':
      return <ChangeEntry on={item.on} change={item.change} />;
    case 'follow-up':
      return <FollowUpEntry on={item.on} followUp={item.followUp} channel={item.channel} name={name} />;
  }
}

function keyOf(item: TimelineItem | undefined): string | undefined {
  switch (item?.type) {
    case 'visit':
      return item.visit.id;
    case 'note':
      return item.note.id;
    case 'contact':
      return item.contact.id;
    case 'photo':
      return `photos ${item.on}`;
    case 'change':
      return item.change.id;
    case 'follow-up':
      return item.followUp.id;
    case undefined:
      return undefined;
  }
}
