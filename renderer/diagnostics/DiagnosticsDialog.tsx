// What a diagnostics file would hold, word for word, before anything is saved.

import { Button, Group, Modal, Progress, Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Diagnostics } from '../../shared/diagnostics/contract';
import { useJob, type Job, type Progress as Done } from '../core/data';
import { ErrorLine } from '../core/ui/ErrorLine';
import { Kbd } from '../core/ui/Kbd';
import { useWording } from '../core/wording';
import classes from './Diagnostics.module.css';

export interface DiagnosticsDialogProps {
  readonly look: Job<'diagnostics.look'>;
  readonly found: Diagnostics | null;
  readonly collect: () => void;
  readonly onClose: () => void;
}

export function DiagnosticsDialog({ look, found, collect, onClose }: DiagnosticsDialogProps) {
  const { t } = useTranslation('diagnostics');
  const say = useWording();
  const save = useJob('diagnostics.save');
  const [saved, setSaved] = useState(false);
  async function keep(token: string): Promise<void> {
    const result = await save.start({ token });
    setSaved(result.ok && result.value.saved);
  }
  function leave(): void {
    look.cancel();
    save.cancel();
    onClose();
  }
  const error = look.error ?? save.error;
  return (
    <Modal opened onClose={leave} title={t('title')} withCloseButton={false} size={720}>
      <div className={classes.dialog}>
        <Text c="var(--sk-ink-2)">{t('lead')}</Text>
        {found ? <Files files={found.files} /> : look.running && <Collecting progress={look.progress} />}
        {error && <ErrorLine>{say(error)}</ErrorLine>}
        <Group justify="flex-end" gap={8}>
          {saved && <output className={classes.saved}>{t('saved')}</output>}
          <Button variant="default" rightSection={<Kbd keys="Escape" />} onClick={leave}>
            {t(saved ? 'close' : 'cancel')}
          </Button>
          {look.error && <Button onClick={collect}>{t('again')}</Button>}
          {found && (
            <Button data-autofocus loading={save.running} onClick={() => void keep(found.token)}>
              {t('save')}
            </Button>
          )}
        </Group>
      </div>
    </Modal>
  );
}

function Collecting({ progress }: { readonly progress: Done | null }) {
  const { t } = useTranslation('diagnostics');
  const { done = 0, total = null } = progress ?? {};
  return (
    <output className={classes.collecting}>
      <span className="num">{total === null ? t('collecting') : t('counting', { done, total })}</span>
      <Progress value={total === null ? 0 : (100 * done) / total} aria-label={t('collecting')} />
    </output>
  );
}

function Files({ files }: Pick<Diagnostics, 'files'>) {
  const { t } = useTranslation('diagnostics');
  return (
    <Tabs defaultValue={files[0]?.name ?? ''}>
      <Tabs.List>
        {files.map(({ name }) => (
          <Tabs.Tab key={name} value={name}>
            {t(`files.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {files.map(({ name, text }) => (
        <Tabs.Panel key={name} value={name}>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a text longer than its place is scrolled by keyboard, too */}
          <pre className={classes.text} tabIndex={0} aria-label={t('text', { name: t(`files.${name}`) })}>
            {text}
          </pre>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
