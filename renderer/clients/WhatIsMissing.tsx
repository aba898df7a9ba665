// How complete the profile is, and what is worth asking next.

import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { PROFILE_PARTS, type ProfilePart } from '../../shared/clients/completeness';
import { useFormat } from '../core/format';
import { Num } from '../core/ui/parts';
import classes from './ClientScreen.module.css';

const NAMED = 4;

export function WhatIsMissing({ client: { completeness } }: { readonly client: ClientPage }) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const missing = completeness.missing.filter(isPart).slice(0, NAMED);
  return (
    <section>
      <div className={classes.sectionHead}>
        <h2>{t('complete.title')}</h2>
        <Num>{`${completeness.percent}%`}</Num>
      </div>
      <Progress value={completeness.percent} aria-label={t('complete.title')} />
      {missing.length > 0 && (
        <p className={classes.small}>{t('complete.missing', { parts: format.list(missing.map((part) => t(`parts.${part}`))) })}</p>
      )}
    </section>
  );
}

function isPart(part: string): part is ProfilePart {
  return Object.hasOwn(PROFILE_PARTS, part);
}
