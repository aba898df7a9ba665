// What the screens know of the backups, and how a moment of theirs is said: today and yesterday by word.

import { daysBetween, todayAt, type IsoInstant } from '../../shared/core/date';
import type { BackupFolder, BackupsState } from '../../shared/backups/contract';
import { useToday } from '../core/clock';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { currentLanguage } from '../core/i18n';

export function useBackups(): BackupsState | null {
  return useQuery('backups.state', null, { keep: true }).data ?? null;
}

/** 今天09:12 · 11月20日 21:02 */
export function useMoment(): (at: IsoInstant) => string {
  const format = useFormat();
  const today = useToday();
  return (at) => {
    const on = todayAt(new Date(at));
    const near = Math.abs(daysBetween(on, today)) < 2;
    const gap = near && currentLanguage() === 'zh-CN' ? '' : ' ';
    return `${near ? format.relative(on, today) : format.shortDay(on, today)}${gap}${format.clock(at)}`;
  };
}

export function useDaysSince(): (at: IsoInstant) => number {
  const today = useToday();
  return (at) => Math.max(0, daysBetween(todayAt(new Date(at)), today));
}

export function folderName(folders: readonly BackupFolder[], id: string, name: string, own: string): string {
  return folders.find((folder) => folder.id === id)?.own ? own : name;
}
