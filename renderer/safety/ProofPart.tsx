// The button that looks for readable values of the open book in the app's own files, and says honestly what came of it.

import { Button, Group, Progress } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proof } from '../../shared/safety/contract';
import { useJob } from '../core/data';
import { useFormat } from '../core/format';
import { currentLanguage } from '../core/i18n';
import { showFailure } from '../core/ui/toasts';
import classes from './Safety.module.css';

const MEGA = 1_000_000;

export function ProofPart() {
  const { t } = useTranslation('safety');
  const size = useSize();
  const job = useJob('safety.prove');
  const [proof, setProof] = useState<Proof | null>(null);
  async function prove(full: boolean): Promise<void> {
    setProof(null);
    const result = await job.start({ full });
    if (result.ok) setProof(result.value);
    else showFailure(result.error);
  }
  const { done, total } = job.progress ?? { done: 0, total: null };
  return (
    <section className={classes.section}>
      <h2>{t('proof.title')}</h2>
      <p className={classes.lead}>{t('proof.lead')}</p>
      {proof && <Outcome proof={proof} />}
      {job.running ? (
        <div className={classes.running}>
          <output className="num">{total ? t('proof.running', { done: size(done), total: size(total) }) : t('proof.starting')}</output>
          <Progress value={total ? (done / total) * 100 : 0} aria-label={t('proof.title')} />
          <Button variant="default" size="compact-sm" onClick={job.cancel}>
            {t('proof.stop')}
          </Button>
        </div>
      ) : (
        <Group mt={12} gap={8}>
          <Button variant={proof ? 'default' : 'filled'} onClick={() => void prove(false)}>
            {t(proof ? 'proof.again' : 'proof.act')}
          </Button>
          {proof && proof.heads > 0 && (
            <Button variant="subtle" color="gray" onClick={() => void prove(true)}>
              {t('proof.full')}
            </Button>
          )}
        </Group>
      )}
      <p className={classes.scope}>{t('proof.scope')}</p>
    </section>
  );
}

function Outcome({ proof }: { readonly proof: Proof }) {
  const { t } = useTranslation('safety');
  const format = useFormat();
  const size = useSize();
  const { files, bytes, values, unread, heads, hits, selfCheck } = proof;
  const verdict = verdictOf(proof);
  const Shield = verdict === 'clean' ? IconShieldCheck : IconShieldX;
  const named = new Set(hits.map(({ fileName }) => fileName)).size;
  return (
    <output className={classes.outcome} data-verdict={verdict}>
      <Shield size={22} stroke={1.6} aria-hidden="true" />
      <div>
        <b>{verdict === 'found' ? t('proof.found', { count: named }) : t(`proof.${verdict}`)}</b>
        {verdict === 'empty' && <p>{t('proof.emptyText')}</p>}
        <p className="num">
          {t('proof.figures', { files: format.count(files), size: size(bytes), values: format.count(values) })}
          {values > 0 && currentLanguage() === 'en' && ' '}
          {values > 0 && t(selfCheck ? 'proof.selfYes' : 'proof.selfNo')}
        </p>
        {heads > 0 && <p className="num">{t('proof.heads', { count: heads })}</p>}
        {unread > 0 && <p>{t('proof.unread', { count: unread })}</p>}
        {hits.length > 0 && (
          <>
            <ul>
              {hits.map(({ fileName, kind }) => (
                <li key={`${fileName} ${kind}`}>{t('proof.hit', { file: fileName, kind: t(`proof.kinds.${kind}`) })}</li>
              ))}
            </ul>
            <p>{t('proof.advice')}</p>
          </>
        )}
      </div>
    </output>
  );
}

/** Found stands above everything; a search that cannot find its own sample proves nothing. */
function verdictOf({ hits, selfCheck, values }: Proof): 'found' | 'empty' | 'blind' | 'clean' {
  if (hits.length > 0) return 'found';
  if (values === 0) return 'empty';
  return selfCheck ? 'clean' : 'blind';
}

function useSize(): (bytes: number) => string {
  const { t } = useTranslation('safety');
  return (bytes) => t('proof.mega', { count: Math.ceil((bytes / MEGA) * 10) / 10 });
}
