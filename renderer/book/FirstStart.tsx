// First start: shop, owner with password and recovery key, and where to begin. Two minutes, nothing written before the end.

import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../core/format';
import { LANGUAGES } from '../core/language';
import { StepList } from '../core/ui/StepList';
import { useAppearance } from '../core/useAppearance';
import { useWording } from '../core/wording';
import { RestoreClosed } from '../restore/RestoreClosed';
import { OpenSample } from '../sample/OpenSample';
import { ListStep } from './ListStep';
import { Outside } from './Outside';
import classes from './Outside.module.css';
import { OwnerStep } from './OwnerStep';
import { ShopStep } from './ShopStep';
import type { BookState } from './state';
import type { SetupField } from './setup';
import { useFirstStart, type FirstStartState, type StartAt } from './useFirstStart';

export interface FirstStartProps {
  readonly status: BookState;
  /** Called just before the book is made, so that the app opens at the right place. */
  readonly made: (at: StartAt) => void;
}

export function FirstStart({ status, made }: FirstStartProps) {
  const { t } = useTranslation('book');
  const state = useFirstStart(made);
  const [restoring, setRestoring] = useState(false);
  if (restoring) return <RestoreClosed status={status} back={() => setRestoring(false)} />;
  const steps = [t('steps.shop'), t('steps.owner'), t('steps.list')];
  return (
    <form
      style={{ height: '100%' }}
      onSubmit={(event) => {
        event.preventDefault();
        state.next();
      }}
    >
      <Outside
        aside={state.step === 0 ? <LanguageChoice /> : <StepList steps={steps} current={state.step} label={t('steps.label')} />}
        footer={<Footer state={state} restore={() => setRestoring(true)} />}
      >
        {state.step === 0 && <ShopStep state={state} />}
        {state.step === 1 && <OwnerStep state={state} protection={status.protection} />}
        {state.step === 2 && <ListStep state={state} />}
      </Outside>
    </form>
  );
}

function Footer({ state, restore }: { readonly state: FirstStartState; readonly restore: () => void }) {
  const { t } = useTranslation(['book', 'restore']);
  const say = useWording();
  const format = useFormat();
  const action = state.step < 2 ? t('next') : state.at === 'import' ? t('list.createImport') : t('list.createToday');
  return (
    <>
      {state.step === 0 && (
        <Button variant="subtle" color="gray" onClick={restore}>
          {t('restore:closed.have')}
        </Button>
      )}
      {state.step === 0 && <OpenSample variant="default" />}
      {state.step > 0 && (
        <Button variant="subtle" color="gray" onClick={state.back}>
          {t('back')}
        </Button>
      )}
      <output className={classes.footText} data-tone={state.error ? 'danger' : undefined}>
        {state.error ? say(state.error) : state.missing.length > 0 && t('missing', { fields: format.list(state.missing.map(lack)) })}
      </output>
      <Button type="submit" size="md" loading={state.making} rightSection={<IconArrowRight size={16} aria-hidden="true" />}>
        {action}
      </Button>
    </>
  );
  function lack(field: SetupField): string {
    return field === 'shopName' ? t('shop.lack') : t(`owner.lack.${field}`);
  }
}

function LanguageChoice() {
  const { t } = useTranslation('book');
  const { appearance, change } = useAppearance();
  return (
    <SegmentedControl
      aria-label={t('language')}
      value={appearance?.language ?? 'zh-CN'}
      onChange={(language) => change({ language })}
      data={LANGUAGES.map((language) => ({ value: language, label: t(`languages.${language}`) }))}
    />
  );
}
