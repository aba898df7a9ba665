// How much goes with a client who is erased, and the clients whose notes name them, to be opened.

import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ClientId } from '../../shared/ids';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import classes from './ClientScreen.module.css';

const KINDS = ['visits', 'preferences', 'followUps', 'photos', 'contacts', 'patchTests'] as const;

export function WhatGoes({ id, name }: { readonly id: ClientId; readonly name: string }) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const preview = useQuery('clients.erasing', { id }).data;
  if (!preview) return null;
  const parts = KINDS.filter((kind) => preview[kind] > 0).map((kind) => t(`erase.${kind}`, { count: preview[kind] }));
  return (
    <>
      <Text mt={8} className="num">
        {parts.length === 0 ? t('erase.nothing') : t('erase.goes', { what: format.list(parts) })}
      </Text>
      {preview.naming.length > 0 && (
        <Text mt={8} component="div">
          {t('erase.naming', { name })}
          <ul className={classes.naming} aria-label={t('erase.named')}>
            {preview.naming.map((one) => (
              <li key={one.id}>
                <Link to="/clients/$id" params={{ id: one.id }}>
                  {one.name}
                </Link>
              </li>
            ))}
          </ul>
        </Text>
      )}
    </>
  );
}
