// Health alerts in the form: one box an alert, or that somebody asked and there are none.

import { Button, Checkbox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AlertEditor } from './AlertEditor';
import classes from './ClientForm.module.css';
import { emptyAlert, type AlertValue } from './form-values';
import { FieldError } from './FormSection';
import type { ClientForm } from './useClientForm';

export function AlertFields({ form }: { readonly form: ClientForm }) {
  const { t } = useTranslation('clients');
  const { values, change } = form;
  const { alerts } = values;
  function set(key: string, part: Partial<AlertValue>): void {
    change({ alerts: alerts.map((alert) => (alert.key === key ? { ...alert, ...part } : alert)) });
  }
  return (
    <>
      {alerts.map((alert) => (
        <AlertEditor
          key={alert.key}
          alert={alert}
          error={form.error(`client-alert-${alert.key}`)}
          change={(part) => set(alert.key, part)}
          remove={() => change({ alerts: alerts.filter((one) => one.key !== alert.key) })}
        />
      ))}
      <div className={classes.alertActs}>
        <Button
          id="client-alerts"
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={16} stroke={1.6} aria-hidden="true" />}
          onClick={() => change({ alerts: [...alerts, emptyAlert()], askedNoAlerts: false })}
        >
          {t('alert.add')}
        </Button>
        {alerts.length === 0 && (
          <Checkbox
            label={t('alert.asked')}
            checked={values.askedNoAlerts}
            onChange={(event) => change({ askedNoAlerts: event.currentTarget.checked })}
          />
        )}
      </div>
      <FieldError form={form} field="client-alerts" />
    </>
  );
}
