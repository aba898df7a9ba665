// How complete the profile is, what the owner insists on and is not there, and what is worth asking next and why.

import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { PROFILE_PARTS, type ProfilePart } from '../../shared/clients/completeness';
import { RequirableField } from '../../shared/fields/contract';
import { useFormat } from '../core/format';
import { Num } from '../core/ui/parts';
import { useFields } from '../fields/useFields';
import classes from './ClientScreen.module.css';

const NAMED = 4;

export function WhatIsMissing({ client: { completeness } }: { readonly client: ClientPage }) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const required = useRequiredNames(completeness.required);
  const missing = completeness.missing.filter(isPart).slice(0, NAMED);
  return (
    <section>
      <div className={classes.sectionHead}>
        <h2>{t('complete.title')}</h2>
        <Num>{`${completeness.percent}%`}</Num>
      </div>
      <Progress value={completeness.percent} aria-label={t('complete.title')} />
      {required.length > 0 && <p className={classes.mustHave}>{t('complete.required', { parts: format.list(required) })}</p>}
      {missing.length > 0 && (
        <dl className={classes.worth} aria-label={t('complete.worth')}>
          {missing.map((part) => (
            <div key={part}>
              <dt>{t(`parts.${part}`)}</dt>
              <dd>{part === 'preferences' ? t('complete.preferencesWhy') : t(`aside.why.${part}`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** Standard fields in words, the shop's own by their name. */
function useRequiredNames(keys: readonly string[]): readonly string[] {
  const { t } = useTranslation('fields');
  const own = useFields()?.own ?? [];
  return keys.flatMap((key) => {
    const standard = RequirableField.safeParse(key);
    if (standard.success) return [t(`fields.${standard.data}`)];
    return own.find(({ id }) => id === key)?.name ?? [];
  });
}

function isPart(part: string): part is ProfilePart {
  return Object.hasOwn(PROFILE_PARTS, part);
}
