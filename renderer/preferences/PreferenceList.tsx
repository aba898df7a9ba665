// What a client likes and dislikes, in the identity column; each line can be changed, the old wordings can be read.

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconHistory, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preference } from '../../shared/preferences/contract';
import { PreferenceDialog } from './PreferenceDialog';
import classes from './Preferences.module.css';
import { Versions } from './Versions';

export interface PreferenceListProps {
  readonly clientId: string;
  readonly name: string;
  readonly preferences: readonly Preference[];
  /** Null for whoever may only read. */
  readonly add: (() => void) | null;
}

export function PreferenceList({ clientId, name, preferences, add }: PreferenceListProps) {
  const { t } = useTranslation('preferences');
  const [edited, setEdited] = useState<Preference | null>(null);
  const [versions, setVersions] = useState(false);
  const shown = preferences.filter(({ kind }) => kind === 'like' || kind === 'dislike');
  return (
    <section>
      <div className={classes.head}>
        <h2>{t('title')}</h2>
        <Tooltip label={t('history')}>
          <ActionIcon size={28} aria-label={t('history')} onClick={() => setVersions(true)}>
            <IconHistory size={16} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
        {add && (
          <Tooltip label={t('add')}>
            <ActionIcon size={28} aria-label={t('add')} onClick={add}>
              <IconPlus size={16} stroke={1.6} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {shown.length === 0 && <p className={classes.none}>{t('none')}</p>}
      <Lines kind="like" preferences={shown} edit={add && setEdited} />
      <Lines kind="dislike" preferences={shown} edit={add && setEdited} />
      {edited && <PreferenceDialog preference={edited} onClose={() => setEdited(null)} />}
      {versions && <Versions clientId={clientId} name={name} onClose={() => setVersions(false)} />}
    </section>
  );
}

interface LinesProps {
  readonly kind: 'like' | 'dislike';
  readonly preferences: readonly Preference[];
  readonly edit: ((preference: Preference) => void) | null;
}

function Lines({ kind, preferences, edit }: LinesProps) {
  const { t } = useTranslation('preferences');
  const lines = preferences.filter((one) => one.kind === kind);
  if (lines.length === 0) return null;
  return (
    <div className={classes.lines}>
      <span className={classes.kind}>{t(`kinds.${kind}`)}</span>
      <ul>
        {lines.map((one) => (
          <li key={one.id}>
            {edit ? (
              <button type="button" className={classes.line} title={t('editOne', { text: one.text })} onClick={() => edit(one)}>
                {one.text}
              </button>
            ) : (
              <span className={classes.line}>{one.text}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
