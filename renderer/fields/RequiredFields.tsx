// Which of the standard fields nobody is saved without: a tick each, saved at once and undone like anything else.

import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RequirableField } from '../../shared/fields/contract';
import { useCommand } from '../core/data';
import settings from '../settings/Settings.module.css';
import classes from './Fields.module.css';

export function RequiredFields({ required }: { readonly required: readonly RequirableField[] }) {
  const { t } = useTranslation('fields');
  const save = useCommand('fields.require', { say: () => t('required.saved') });
  const toggle = (field: RequirableField, on: boolean): void =>
    void save.run({ fields: on ? [...required, field] : required.filter((one) => one !== field) });
  return (
    <section className={settings.section} aria-labelledby="required-fields">
      <h2 id="required-fields">{t('required.title')}</h2>
      <p className={settings.lead}>{t('required.why')}</p>
      <div className={classes.ticks}>
        {RequirableField.options.map((field) => (
          <Checkbox
            key={field}
            label={t(`fields.${field}`)}
            checked={required.includes(field)}
            onChange={(event) => toggle(field, event.currentTarget.checked)}
          />
        ))}
      </div>
    </section>
  );
}
