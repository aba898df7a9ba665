// Two photos of one client one over the other, with a line between that is dragged or moved by the arrow keys.

import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../shared/photos/contract';
import { useCommand } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { ErrorLine } from '../core/ui/ErrorLine';
import { useWording } from '../core/wording';
import classes from './Photos.module.css';
import { usePicture } from './picture-urls';
import { proposedPair } from './proposed-pair';

export interface CompareProps {
  readonly photos: readonly Photo[];
  readonly photo: Photo;
}

export function Compare({ photos, photo }: CompareProps) {
  const { t } = useTranslation('photos');
  const format = useFormat();
  const { can } = useRights();
  const proposed = proposedPair(photos, photo);
  const [chosen, setChosen] = useState(proposed);
  const pair = useCommand('photos.pair', { say: () => t('compare.paired') });
  if (!chosen) return <p className={classes.none}>{t('compare.alone')}</p>;
  const { beforeId, afterId } = chosen;
  const [before, after] = [photos.find(({ id }) => id === beforeId), photos.find(({ id }) => id === afterId)];
  const data = photos.map(({ id, kind, takenOn, caption }) => {
    const words = t('what', { kind: t(`kinds.${kind}`), day: format.day(takenOn) });
    return { value: id, label: caption === '' ? words : `${words} · ${caption.slice(0, 24)}` };
  });
  const isPair = before?.pairedWith === afterId && before.kind === 'before';
  return (
    <>
      {before && after && <Divided key={`${beforeId} ${afterId}`} before={before} after={after} />}
      <div className={classes.foot}>
        <Select
          label={t('compare.before')}
          data={data}
          value={beforeId}
          allowDeselect={false}
          onChange={(id) => choose({ beforeId: id })}
        />
        <Select label={t('compare.after')} data={data} value={afterId} allowDeselect={false} onChange={(id) => choose({ afterId: id })} />
        {isPair && <span className={classes.isPair}>{t('compare.isPair')}</span>}
        {!isPair && beforeId !== afterId && can('photos.change') && (
          <Button variant="default" loading={pair.busy} onClick={() => void pair.run({ beforeId, afterId })}>
            {t('compare.pair')}
          </Button>
        )}
      </div>
    </>
  );

  function choose(part: { readonly beforeId?: string | null; readonly afterId?: string | null }): void {
    setChosen({ beforeId: part.beforeId ?? beforeId, afterId: part.afterId ?? afterId });
  }
}

function Divided({ before, after }: { readonly before: Photo; readonly after: Photo }) {
  const { t } = useTranslation('photos');
  const say = useWording();
  const [percent, setPercent] = useState(50);
  const [first, second] = [usePicture(before.id), usePicture(after.id)];
  const error = first.error ?? second.error;
  return (
    <>
      {error && <ErrorLine>{say(error)}</ErrorLine>}
      <div className={classes.divided} style={{ aspectRatio: `${before.width} / ${before.height}` }}>
        {first.address !== null && <img src={first.address} alt={t('compare.before')} draggable={false} />}
        {second.address !== null && (
          <img src={second.address} alt={t('compare.after')} draggable={false} style={{ clipPath: `inset(0 0 0 ${percent}%)` }} />
        )}
        <span className={classes.sideBefore} aria-hidden="true">
          {t('kinds.before')}
        </span>
        <span className={classes.sideAfter} aria-hidden="true">
          {t('kinds.after')}
        </span>
        {/* the whole picture is the slider: it lies invisible over it, and the line shows where it stands */}
        <input
          type="range"
          className={classes.slider}
          min={0}
          max={100}
          step={2}
          value={percent}
          aria-label={t('compare.slider')}
          aria-valuetext={t('compare.value', { percent })}
          onChange={(event) => setPercent(event.currentTarget.valueAsNumber)}
        />
        <span className={classes.line} style={{ left: `${percent}%` }} aria-hidden="true" />
      </div>
      <p className={classes.none}>{t('compare.hint')}</p>
    </>
  );
}
