// One service, changed in place; or a new one.

import { Button, Switch, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../core/data';
import { useKeptFields } from '../core/kept-fields';
import { KeptNotice } from '../core/ui/KeptNotice';
import { useWording } from '../core/wording';
import { Panel } from './ListPage';
import { draftOf, isNameMissing, NO_SERVICE, TypedService, typedOf, type Service } from './service-draft';
import { ServiceFields } from './ServiceFields';
import { useRecordDraft } from './useRecordDraft';

export interface ServicePanelProps {
  readonly service: Service;
  readonly groups: readonly string[];
  readonly close: () => void;
  readonly move: (by: -1 | 1) => void;
}

export function ServicePanel({ service, groups, close, move }: ServicePanelProps) {
  const { t } = useTranslation('settings');
  const say = useWording();
  const update = useCommand('catalogue.update', { say: (_, { draft }) => t('savedName', { name: draft.name }), quiet: true });
  const { draft, set, save, kept } = useRecordDraft(`service:${service.id}`, TypedService, typedOf(service), (typed) => {
    const next = draftOf(typed);
    return next ? update.run({ id: service.id, draft: next }) : undefined;
  });
  return (
    <Panel title={service.name} close={close} move={move}>
      <KeptNotice {...kept} />
      <ServiceFields typed={draft} set={set} leave={save} groups={groups} complains nameError={update.error && say(update.error)} />
      <Switch
        label={t('services.onOffer')}
        description={t('services.onOfferHint')}
        checked={draft.active}
        onChange={(event) => save({ active: event.currentTarget.checked })}
      />
      <Text size="xs" c="var(--sk-ink-3)">
        {t('services.priceHint')}
      </Text>
    </Panel>
  );
}

export function NewServicePanel({ groups, close }: { readonly groups: readonly string[]; readonly close: () => void }) {
  const { t } = useTranslation('settings');
  const say = useWording();
  const create = useCommand('catalogue.create', { say: (_, { name }) => t('added', { name }), quiet: true });
  const { typed, set, drop, ...kept } = useKeptFields('service-new', TypedService, NO_SERVICE);
  const [tried, setTried] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const draft = draftOf(typed);
    if (!draft) return isNameMissing(typed) ? document.getElementById('service-name')?.focus() : undefined;
    const result = await create.run(draft);
    if (!result.ok) return;
    await drop();
    close();
  }
  return (
    <Panel title={t('services.add')} close={close}>
      <form onSubmit={(event) => void submit(event)} style={{ display: 'contents' }}>
        <KeptNotice form={kept} />
        <ServiceFields
          typed={typed}
          set={set}
          leave={() => undefined}
          groups={groups}
          complains={tried}
          nameError={create.error && say(create.error)}
        />
        <Button type="submit" loading={create.busy}>
          {t('services.create')}
        </Button>
      </form>
    </Panel>
  );
}
