// Whether the chain of the log holds: the line beside the title, checking again, and the banner when it does not.

import { Button } from '@mantine/core';
import { IconDownload, IconRefresh, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { todayAt, type IsoInstant } from '../../shared/core/date';
import type { AuditCheck } from '../../shared/audit/contract';
import { useToday } from '../core/clock';
import { useJob } from '../core/data';
import { useFormat } from '../core/format';
import { currentLanguage } from '../core/i18n';
import { showDone, showFailure } from '../core/ui/toasts';
import classes from './Audit.module.css';

export function ChainState({ check, asked }: { readonly check: AuditCheck | null; readonly asked: () => void }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const job = useJob('audit.verify');
  async function verify(): Promise<void> {
    const result = await job.start(null);
    asked();
    if (!result.ok) showFailure(result.error);
    else if (result.value.broken === null) showDone(t('chain.checked', { count: result.value.entries }));
  }
  const when = useWhen();
  return (
    <>
      {!job.running && check?.broken === null && (
        <output className={classes.chain}>
          <IconShieldCheck size={18} stroke={1.6} className={classes.fine} aria-hidden="true" />
          <span className="num">{t('chain.fine', { time: when(check.at) })}</span>
        </output>
      )}
      {!job.running && check === null && <output className={classes.chain}>{t('chain.never')}</output>}
      {job.running && (
        <output className={`num ${classes.chain}`}>
          {job.progress?.total
            ? t('chain.running', { done: format.count(job.progress.done), total: format.count(job.progress.total) })
            : t('chain.starting')}
        </output>
      )}
      {job.running ? (
        <Button variant="default" onClick={job.cancel}>
          {t('chain.stop')}
        </Button>
      ) : (
        <Button variant="default" leftSection={<IconRefresh size={16} stroke={1.6} aria-hidden="true" />} onClick={() => void verify()}>
          {t(check === null ? 'chain.first' : 'chain.check')}
        </Button>
      )}
    </>
  );
}

export function BrokenBanner({ check, saved }: { readonly check: AuditCheck; readonly saved: () => void }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const when = useWhen();
  const job = useJob('audit.evidence');
  if (check.broken === null) return null;
  const { id, kind, after, before } = check.broken;
  async function save(): Promise<void> {
    const result = await job.start({ language: currentLanguage() });
    if (!result.ok) showFailure(result.error);
    else if (result.value.saved) {
      saved();
      showDone(t('broken.saved'));
    }
  }
  const whole = kind === 'mirror' || kind === 'cut-off';
  const rest = { count: whole ? check.entries : Math.max(0, id - 1), at: when(check.at) };
  return (
    <section role="alert" className={classes.banner}>
      <IconShieldX size={24} stroke={1.6} className={classes.bannerIcon} aria-hidden="true" />
      <div>
        <h2>{t(`broken.${kind}`, { id: format.count(id) })}</h2>
        <p>
          {after !== null && before !== null && t('broken.between', { after: when(after), before: when(before) })}
          {after !== null && before === null && t('broken.since', { after: when(after) })}
          {currentLanguage() === 'en' && ' '}
          {whole ? t('broken.whole', rest) : t('broken.intact', rest)}
        </p>
        <Button
          mt={8}
          loading={job.running}
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden="true" />}
          onClick={() => void save()}
        >
          {t('broken.evidence')}
        </Button>
      </div>
    </section>
  );
}

/** The time alone for today, with the day otherwise. */
function useWhen(): (at: IsoInstant) => string {
  const format = useFormat();
  const today = useToday();
  return (at) => {
    const on = todayAt(new Date(at));
    return on === today ? format.clock(at) : `${format.shortDay(on, today)} ${format.clock(at)}`;
  };
}
