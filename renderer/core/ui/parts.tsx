// Small quiet parts: figures, numbers, tags, initials, section titles, marked text.

import type { CSSProperties, ReactNode } from 'react';
import classes from './ui.module.css';

/** Dates, times, phones, prices and counts: figures of one width, no gap set in by the browser. */
export function Num({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return <span className={className ? `num ${className}` : 'num'}>{children}</span>;
}

export function TagChip({ children, title }: { readonly children: ReactNode; readonly title?: string }) {
  return (
    <span className={classes.tag} title={title}>
      {children}
    </span>
  );
}

/** The first character of a name in a ring; decoration, the name stands beside it. */
export function Avatar({ name, size = 28 }: { readonly name: string; readonly size?: number }) {
  const style: CSSProperties = { width: size, height: size, fontSize: Math.round(size * 0.43) };
  return (
    <span className={classes.avatar} style={style} aria-hidden="true">
      {initialOf(name)}
    </span>
  );
}

export interface FigureProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly size?: 'small' | 'big';
  readonly children?: ReactNode;
}

export function Figure({ label, value, size = 'small', children }: FigureProps) {
  return (
    <div className={classes.figure} data-size={size}>
      <span className={classes.figureLabel}>{label}</span>
      <span className={`num ${classes.figureValue}`}>{value}</span>
      {children}
    </div>
  );
}

/** Figures side by side with hairlines between. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return <div className={classes.figures}>{children}</div>;
}

export interface SectionTitleProps {
  readonly children: ReactNode;
  readonly count?: number;
  readonly tone?: 'plain' | 'danger';
  /** Stands at the right end of the line. */
  readonly aside?: ReactNode;
  readonly level?: 2 | 3;
  readonly id?: string;
}

export function SectionTitle({ children, count, tone = 'plain', aside, level = 2, id }: SectionTitleProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={classes.sectionTitle} data-tone={tone}>
      <Heading id={id}>{children}</Heading>
      {count !== undefined && <span className={`num ${classes.sectionCount}`}>{count}</span>}
      {aside !== undefined && <span className={classes.sectionAside}>{aside}</span>}
    </div>
  );
}

/** Text with the characters that were searched for marked; ranges are [from, to) in UTF-16 units. */
export function Mark({ text, ranges }: { readonly text: string; readonly ranges: readonly (readonly [number, number])[] }) {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from < at || to <= from) continue;
    pieces.push(text.slice(at, from));
    pieces.push(
      <mark key={from} className={classes.mark}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}

function initialOf(name: string): string {
  for (const character of name.trim()) return character.toUpperCase();
  return '';
}
