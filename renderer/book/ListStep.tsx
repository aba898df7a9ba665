// The last page of first start: bring the old list, or begin with today.

import { Radio } from '@mantine/core';
import { IconFileSpreadsheet, IconSun, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Outside.module.css';
import type { FirstStartState, StartAt } from './useFirstStart';

export function ListStep({ state }: { readonly state: FirstStartState }) {
  const { t } = useTranslation('book');
  return (
    <div className={classes.oneColumn}>
      <h1 className={classes.bigTitle}>{t('list.title')}</h1>
      <p className={classes.lead}>{t('list.lead')}</p>
      <Radio.Group aria-label={t('list.label')} value={state.at} onChange={(at) => state.setAt(at === 'today' ? 'today' : 'import')}>
        <div className={classes.choices}>
          <Choice value="import" icon={IconFileSpreadsheet} title={t('list.import')} body={t('list.importBody')} />
          <Choice value="today" icon={IconSun} title={t('list.today')} body={t('list.todayBody')} />
        </div>
      </Radio.Group>
    </div>
  );
}

interface ChoiceProps {
  readonly value: StartAt;
  readonly icon: Icon;
  readonly title: string;
  readonly body: string;
}

function Choice({ value, icon: ChoiceIcon, title, body }: ChoiceProps) {
  return (
    <Radio.Card className={classes.choice} value={value} aria-label={`${title} ${body}`}>
      <ChoiceIcon size={20} stroke={1.6} aria-hidden="true" />
      <span className={classes.choiceText}>
        <span className={classes.choiceTitle}>{title}</span>
        <br />
        <span className={classes.choiceBody}>{body}</span>
      </span>
      <Radio.Indicator />
    </Radio.Card>
  );
}
