// The start password, shown once: large, to be copied or read aloud, and what to tell the person.

import { Button, Modal } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../core/copy';
import classes from './Accounts.module.css';

export interface GivenPassword {
  readonly name: string;
  readonly startPassword: string;
}

export interface StartPasswordProps {
  readonly given: GivenPassword | null;
  readonly close: () => void;
}

/** Closes by its button alone: a click beside it would lose what is shown only once. */
export function StartPassword({ given, close }: StartPasswordProps) {
  const { t } = useTranslation('accounts');
  return (
    <Modal
      opened={given !== null}
      onClose={close}
      title={t('start.title', { name: given?.name ?? '' })}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      {given && <Told given={given} close={close} />}
    </Modal>
  );
}

function Told({ given: { name, startPassword }, close }: { readonly given: GivenPassword; readonly close: () => void }) {
  const { t } = useTranslation('accounts');
  const [copied, setCopied] = useState<'copied' | 'notCopied' | null>(null);
  async function copy(): Promise<void> {
    setCopied((await copyText(startPassword)) ? 'copied' : 'notCopied');
  }
  return (
    <>
      <p className={classes.lead}>{t('start.lead')}</p>
      <div className={classes.password}>
        <output className={classes.passwordText}>{startPassword}</output>
        <Button variant="default" leftSection={<IconCopy size={16} aria-hidden="true" />} onClick={() => void copy()}>
          {t('start.copy')}
        </Button>
      </div>
      <output className={classes.small}>{copied === null ? t('start.signs') : t(`start.${copied}`)}</output>
      <h3 className={classes.tell}>{t('start.tell', { name })}</h3>
      <ol className={classes.steps}>
        {t('start.steps', { name })
          .split('\n')
          .map((step) => (
            <li key={step}>{step}</li>
          ))}
      </ol>
      <div className={classes.told}>
        <p className={classes.small}>{t('start.lost')}</p>
        <Button onClick={close} data-autofocus>
          {t('start.done', { name })}
        </Button>
      </div>
    </>
  );
}
