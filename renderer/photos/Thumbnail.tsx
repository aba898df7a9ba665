// One photo, small: a button that opens it.

import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../shared/core/date';
import type { PhotoKind } from '../../shared/photos/contract';
import { useFormat } from '../core/format';
import { useThumbnail } from './picture-urls';
import classes from './Photos.module.css';

export interface ThumbnailProps {
  readonly id: string;
  readonly kind: PhotoKind;
  readonly takenOn: IsoDate;
  readonly caption?: string;
  readonly open: () => void;
}

export function Thumbnail({ id, kind, takenOn, caption = '', open }: ThumbnailProps) {
  const { t } = useTranslation('photos');
  const format = useFormat();
  const what = t('what', { kind: t(`kinds.${kind}`), day: format.day(takenOn) });
  return (
    <button
      type="button"
      className={classes.thumbnail}
      onClick={open}
      aria-label={t('open', { what: caption === '' ? what : `${what}，${caption}` })}
    >
      <Small id={id} />
      {(kind === 'before' || kind === 'after') && (
        <span className={classes.kind} aria-hidden="true">
          {t(`kinds.${kind}`)}
        </span>
      )}
    </button>
  );
}

/** The picture alone; what it is stands beside it. */
export function Small({ id, alt = '' }: { readonly id: string; readonly alt?: string }) {
  const address = useThumbnail(id);
  return address === null ? <span className={classes.blank} /> : <img src={address} alt={alt} draggable={false} />;
}
