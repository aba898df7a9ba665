// What stands with a photo: what it shows, when it was taken, at which visit, and a caption.

import { Button, SegmentedControl, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { IsoDate } from '../../shared/core/date';
import { VisitId } from '../../shared/ids';
import { PHOTO_KINDS, PhotoDraft, PhotoKind } from '../../shared/photos/contract';
import { useToday } from '../core/clock';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { DayInput } from '../core/ui/DayInput';
import { Kbd } from '../core/ui/Kbd';
import { useShortcuts } from '../core/ui/shortcuts';
import classes from './Photos.module.css';

/** What is typed; a picture itself is chosen anew. */
export const TypedPhoto = PhotoDraft.extend({ takenOn: IsoDate.nullable() });
export type TypedPhoto = z.infer<typeof TypedPhoto>;

export function readPhoto(kept: unknown): TypedPhoto | null {
  const read = TypedPhoto.safeParse(kept);
  return read.success ? read.data : null;
}

export interface PhotoFormProps {
  readonly clientId: string;
  readonly start: TypedPhoto;
  readonly onChange: (typed: TypedPhoto) => void;
  readonly changes?: boolean;
  readonly problem: string | undefined;
  readonly busy: boolean;
  readonly onSave: (draft: PhotoDraft) => void;
  readonly onCancel: () => void;
}

export function PhotoForm({ clientId, start, onChange, changes = false, problem, busy, onSave, onCancel }: PhotoFormProps) {
  const { t } = useTranslation('photos');
  const { can } = useRights();
  const today = useToday();
  const [draft, setDraft] = useState(start);
  const [asked, setAsked] = useState(false);
  function change(part: Partial<TypedPhoto>): void {
    const next = { ...draft, ...part };
    setDraft(next);
    onChange(next);
  }
  function save(): void {
    setAsked(true);
    const { takenOn } = draft;
    if (takenOn !== null) onSave({ ...draft, takenOn });
  }
  useShortcuts([{ keys: 'Ctrl+Enter', label: changes ? t('form.saveChange') : t('form.save'), run: save }], { inDialog: true });
  return (
    <div className={classes.form}>
      <SegmentedControl
        data-autofocus
        aria-label={t('form.kind')}
        data={PHOTO_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        value={draft.kind}
        onChange={(kind) => change({ kind: PhotoKind.parse(kind) })}
      />
      <DayInput
        label={t('form.day')}
        value={draft.takenOn}
        most={today}
        error={asked && draft.takenOn === null ? t('form.dayMissing') : null}
        onChange={(takenOn) => change({ takenOn })}
      />
      {can('visits.see') && <VisitChoice clientId={clientId} value={draft.visitId} onChange={(visitId) => change({ visitId })} />}
      {can('health.change') && (
        <Textarea
          label={t('form.caption')}
          placeholder={t('form.placeholder')}
          value={draft.caption}
          maxLength={400}
          autosize
          minRows={2}
          onChange={(event) => change({ caption: event.currentTarget.value })}
        />
      )}
      {problem !== undefined && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onCancel}>
          {changes ? t('form.keep') : t('form.cancel')}
        </Button>
        <Button loading={busy} rightSection={<Kbd keys="Ctrl+Enter" />} onClick={save}>
          {changes ? t('form.saveChange') : t('form.save')}
        </Button>
      </div>
    </div>
  );
}

interface VisitChoiceProps {
  readonly clientId: string;
  readonly value: VisitId | null;
  readonly onChange: (visit: VisitId | null) => void;
}

/** Among the latest visits; with none, there is nothing to choose. */
function VisitChoice({ clientId, value, onChange }: VisitChoiceProps) {
  const { t } = useTranslation('photos');
  const format = useFormat();
  const { data } = useQuery('timeline.of', { clientId, kind: 'visit', before: null, limit: 30 });
  const visits = data?.items.flatMap((item) => (item.type === 'visit' ? [item.visit] : [])) ?? [];
  if (visits.length === 0) return null;
  return (
    <Select
      label={t('form.visit')}
      placeholder={t('form.noVisit')}
      clearable
      data={visits.map(({ id, on, items }) => ({ value: id, label: [format.day(on), ...items.map(({ name }) => name)].join(' · ') }))}
      value={value}
      onChange={(visit) => onChange(visit === null ? null : VisitId.parse(visit))}
    />
  );
}
