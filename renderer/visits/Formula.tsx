// The formula, apart from the note: the last one is shown and taken over with one key.

import { Button, Textarea } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VisitOffer } from '../../shared/visits/contract';
import { Kbd } from '../core/ui/Kbd';
import type { VisitForm } from './useVisitForm';
import classes from './VisitPanel.module.css';

export function Formula({ form, last }: { readonly form: VisitForm; readonly last: VisitOffer['last'] }) {
  const { t } = useTranslation('visits');
  const { formula } = form.values;
  const known = last?.formula ?? null;
  return (
    <div>
      <Textarea
        label={t('formula')}
        placeholder={t('formulaPlaceholder')}
        value={formula}
        maxLength={4000}
        autosize
        minRows={1}
        maxRows={6}
        onChange={(event) => form.change({ formula: event.currentTarget.value })}
      />
      {known !== null && formula === '' && (
        <div className={classes.lastFormula}>
          <p>{t('lastFormula', { formula: known })}</p>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconCopy size={16} stroke={1.6} aria-hidden="true" />}
            rightSection={<Kbd keys="R" />}
            onClick={() => form.change({ formula: known })}
          >
            {t('takeFormula')}
          </Button>
        </div>
      )}
    </div>
  );
}
