// Noting a patch test, or changing one. What was begun and left is still there next time.

import { Button, Group, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { PatchTestDraft, type PatchTest } from '../../shared/patch-tests/contract';
import { usuallyValidUntil } from '../../shared/patch-tests/standing';
import { useToday } from '../core/clock';
import { useCommand } from '../core/data';
import { useChangeForm } from '../core/change-form';
import { useDraft } from '../core/draft';
import { useFormat } from '../core/format';
import { ChangeNotices } from '../core/ui/ChangeNotices';
import { wording } from '../core/wording';
import { PatchTestForm, TypedPatchTest } from './PatchTestForm';

export interface PatchTestDialogProps {
  readonly client: Pick<ClientPage, 'id' | 'name'>;
  /** Null: a new one. */
  readonly test: PatchTest | null;
  readonly onClose: () => void;
}

export function PatchTestDialog(props: PatchTestDialogProps) {
  const { t } = useTranslation(['patchTests', 'core']);
  const { client, test, onClose } = props;
  const title = t(test ? 'form.editTitle' : 'form.addTitle', { name: client.name });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close', { ns: 'core' }) }}>
      {test ? <Change {...props} test={test} /> : <New {...props} />}
    </Modal>
  );
}

function New({ client: { id: clientId, name }, onClose }: PatchTestDialogProps) {
  const { t } = useTranslation('patchTests');
  const today = useToday();
  const kept = useDraft(`patch-test:${clientId}`, readDraft);
  const record = useCommand('patchTests.record', { say: () => t('said.added', { name }), quiet: true });
  if (!kept.ready) return null;
  async function save(draft: PatchTestDraft): Promise<void> {
    if (!(await record.run({ clientId, draft })).ok) return;
    await kept.drop();
    onClose();
  }
  const start = { serviceId: null, substance: '', on: today, validUntil: usuallyValidUntil(today), result: 'none', note: '' } as const;
  return (
    <PatchTestForm
      start={kept.found?.value ?? start}
      onChange={kept.keep}
      onSave={(draft) => void save(draft)}
      problem={record.error ? wording(record.error) : null}
    >
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={onClose}>
          {t('form.cancel')}
        </Button>
        <Button type="submit" loading={record.busy}>
          {t('form.save')}
        </Button>
      </Group>
    </PatchTestForm>
  );
}

function Change({ test, onClose }: PatchTestDialogProps & { readonly test: PatchTest }) {
  const { t } = useTranslation('patchTests');
  const format = useFormat();
  const update = useCommand('patchTests.update', { say: () => t('said.changed'), quiet: true });
  const remove = useCommand('patchTests.remove', { say: () => t('said.removed') });
  const { id, service, substance, on, validUntil, result, note } = test;
  const now = { serviceId: service?.id ?? null, substance, on, validUntil, result, note: note ?? '' };
  const form = useChangeForm(`patch-test-change:${id}`, TypedPatchTest, now);
  if (!form.ready) return null;
  async function save(draft: PatchTestDraft): Promise<void> {
    if (!(await update.run({ id, draft, began: PatchTestDraft.parse(form.began) })).ok) return;
    await form.drop();
    onClose();
  }
  async function takeAway(): Promise<void> {
    if ((await remove.run({ id })).ok) onClose();
  }
  return (
    <>
      <ChangeNotices
        form={form}
        saving={update}
        now={[service?.name, substance, t(`results.${result}`), format.day(on), format.day(validUntil), note]}
      />
      <PatchTestForm
        key={form.round}
        start={form.start}
        onChange={form.keep}
        past={service}
        onSave={(draft) => void save(draft)}
        problem={update.error ? wording(update.error) : null}
      >
        <Group justify="flex-end" gap={8}>
          <Button variant="subtle" color="gray" mr="auto" onClick={() => void takeAway()}>
            {t('form.remove')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('form.keep')}
          </Button>
          <Button type="submit" loading={update.busy}>
            {t('form.saveChange')}
          </Button>
        </Group>
      </PatchTestForm>
    </>
  );
}

function readDraft(kept: unknown): TypedPatchTest | null {
  const read = TypedPatchTest.safeParse(kept);
  return read.success ? read.data : null;
}
