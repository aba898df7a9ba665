// Settings page 审计日志: the log itself, what each person did, and the look back at somebody who leaves.

import { Button, Tabs } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../core/data';
import { useRights } from '../core/rights';
import { ActivityTab } from './ActivityTab';
import classes from './Audit.module.css';
import { BrokenBanner, ChainState } from './Chain';
import { DepartingTab } from './DepartingTab';
import { ExcelDialog } from './ExcelDialog';
import { NO_FILTER, type LogFilter } from './log-filter';
import { LogTab } from './LogTab';
import { OverridesTab, UnseenOverrides } from './OverridesTab';

const TABS = ['log', 'activity', 'departing', 'overrides'] as const;

export function AuditPage() {
  const { t } = useTranslation('audit');
  const { owner } = useRights();
  const [tab, setTab] = useState<string | null>('log');
  const [filter, setFilter] = useState<LogFilter>(NO_FILTER);
  const [exporting, setExporting] = useState(false);
  const last = useQuery('audit.lastCheck', null);
  const check = last.data ?? null;
  const queries = useQueryClient();
  // checking and taking out are entries themselves, and change nothing else that would be announced
  const again = () => void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('audit.') });
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>{t('title')}</h1>
        <div className={classes.aside}>
          {last.data !== undefined && <ChainState check={check} asked={again} />}
          <Button
            variant="default"
            leftSection={<IconFileSpreadsheet size={16} stroke={1.6} aria-hidden="true" />}
            onClick={() => setExporting(true)}
          >
            {t('chain.excel')}
          </Button>
        </div>
      </div>
      {check?.broken && <BrokenBanner check={check} saved={again} />}
      <Tabs
        value={tab}
        onChange={setTab}
        keepMounted={false}
        classNames={{ root: classes.tabs, list: classes.tabList, tab: classes.tab, panel: classes.panel }}
      >
        <Tabs.List>
          {TABS.filter((name) => owner || name !== 'overrides').map((name) => (
            <Tabs.Tab key={name} value={name} rightSection={name === 'overrides' ? <UnseenOverrides /> : undefined}>
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="log">
          <LogTab filter={filter} setFilter={setFilter} broken={check?.broken ?? null} />
        </Tabs.Panel>
        <Tabs.Panel value="activity">
          <ActivityTab
            show={(accountId) => {
              setFilter({ ...NO_FILTER, accountId });
              setTab('log');
            }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="departing">
          <DepartingTab />
        </Tabs.Panel>
        <Tabs.Panel value="overrides">
          <OverridesTab />
        </Tabs.Panel>
      </Tabs>
      {exporting && <ExcelDialog filter={tab === 'log' ? filter : NO_FILTER} written={again} onClose={() => setExporting(false)} />}
    </div>
  );
}
