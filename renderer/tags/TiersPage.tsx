// The tiers of the shop: name, mark and order. Nobody loses a tier by it.

import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { TierMark, type Tier } from '../../shared/clients/contract';
import { useCommand, useQuery } from '../core/data';
import { useKeptFields } from '../core/kept-fields';
import { Kbd } from '../core/ui/Kbd';
import { KeptNotice } from '../core/ui/KeptNotice';
import { Page } from '../core/ui/Page';
import { EmptyState, ErrorState, LoadingRows } from '../core/ui/states';
import { TierLabel } from '../core/ui/TierLabel';
import { useWording } from '../core/wording';
import { Panel } from '../settings/ListPage';
import classes from '../settings/Settings.module.css';
import { movedIds, useChosen } from '../settings/useChosen';
import { useRecordDraft } from '../settings/useRecordDraft';

export function TiersPage() {
  const { t } = useTranslation('tags');
  const { t: pages } = useTranslation('settings');
  const query = useQuery('clients.tiers', null);
  const arrange = useCommand('tiers.arrange');
  const rows = query.data ?? [];
  const { chosen, choose, cursor } = useChosen({ rows, add: t('tiers.add'), arrange: move });
  function move(tier: Tier, by: -1 | 1): void {
    const ids = movedIds(rows, rows, tier, by);
    if (ids) void arrange.run({ ids: [...ids] });
  }
  const close = (): void => choose(null);
  const add = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.7} aria-hidden="true" />}
      rightSection={<Kbd keys="N" />}
      onClick={() => choose('new')}
    >
      {t('tiers.add')}
    </Button>
  );
  return (
    <div className={classes.split}>
      <div className={classes.list}>
        <Page title={pages('pages.tiers')} count={query.data && rows.length} lead={t('tiers.lead')} aside={add}>
          {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
          {query.isPending && <LoadingRows height={44} />}
          {query.data && rows.length === 0 && <EmptyState title={t('tiers.emptyTitle')}>{t('tiers.empty')}</EmptyState>}
          {rows.length > 0 && (
            <table className={classes.table}>
              <thead>
                <tr>
                  <th>{t('tiers.name')}</th>
                  <th style={{ width: 160 }}>{t('tiers.mark')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((tier, index) => (
                  <tr key={tier.id} {...cursor.rowProps(index)} onClick={() => choose(tier)}>
                    <td>
                      <TierLabel tier={tier} />
                    </td>
                    <td className={classes.quiet}>{t(`tiers.marks.${tier.mark}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Page>
      </div>
      {chosen === 'new' && <NewTier close={close} />}
      {chosen !== null && chosen !== 'new' && <TierPanel key={chosen.id} tier={chosen} close={close} move={(by) => move(chosen, by)} />}
    </div>
  );
}

interface TierPanelProps {
  readonly tier: Tier;
  readonly close: () => void;
  readonly move: (by: -1 | 1) => void;
}

function TierPanel({ tier: { id, name, mark }, close, move }: TierPanelProps) {
  const { t } = useTranslation('tags');
  const say = useWording();
  const update = useCommand('tiers.update', { say: (_, { draft }) => t('tiers.saved', { name: draft.name }), quiet: true });
  const { draft, set, save, kept } = useRecordDraft(`tier:${id}`, TypedTier, { name, mark }, (next) =>
    next.name.trim() === '' ? undefined : update.run({ id, draft: next }),
  );
  return (
    <Panel title={name} close={close} move={move}>
      <KeptNotice {...kept} />
      <TierFields typed={draft} set={set} leave={save} complains error={update.error && say(update.error)} />
    </Panel>
  );
}

function NewTier({ close }: { readonly close: () => void }) {
  const { t } = useTranslation('tags');
  const say = useWording();
  const create = useCommand('tiers.create', { say: (_, { name }) => t('tiers.added', { name }), quiet: true });
  const { typed, set, drop, ...kept } = useKeptFields('tier-new', TypedTier, NO_TIER);
  const [tried, setTried] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (typed.name.trim() === '') return document.getElementById('tier-name')?.focus();
    const result = await create.run(typed);
    if (!result.ok) return;
    await drop();
    close();
  }
  return (
    <Panel title={t('tiers.add')} close={close}>
      <form onSubmit={(event) => void submit(event)} style={{ display: 'contents' }}>
        <KeptNotice form={kept} />
        <TierFields typed={typed} set={set} leave={() => undefined} complains={tried} error={create.error && say(create.error)} />
        <Button type="submit" loading={create.busy}>
          {t('tiers.create')}
        </Button>
      </form>
    </Panel>
  );
}

const TypedTier = z.object({ name: z.string(), mark: TierMark });
type TypedTier = z.infer<typeof TypedTier>;

const NO_TIER: TypedTier = { name: '', mark: 'regular' };

interface TierFieldsProps {
  readonly typed: TypedTier;
  readonly set: (change: Partial<TypedTier>) => void;
  readonly leave: (now?: Partial<TypedTier>) => void;
  readonly complains: boolean;
  readonly error: string | null;
}

function TierFields({ typed: { name, mark }, set, leave, complains, error }: TierFieldsProps) {
  const { t } = useTranslation('tags');
  return (
    <>
      <TextInput
        id="tier-name"
        label={t('tiers.name')}
        value={name}
        maxLength={30}
        error={complains && name.trim() === '' ? t('tiers.nameError') : error}
        onChange={(event) => set({ name: event.currentTarget.value })}
        onBlur={() => leave()}
      />
      <Select
        label={t('tiers.mark')}
        allowDeselect={false}
        data={TierMark.options.map((value) => ({ value, label: t(`tiers.marks.${value}`) }))}
        value={mark}
        onChange={(value) => {
          const chosen = TierMark.catch(mark).parse(value);
          set({ mark: chosen });
          leave({ mark: chosen });
        }}
      />
    </>
  );
}
