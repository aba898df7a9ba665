// Data 数据: what comes into the book and what goes out of it. An import that is under way takes the whole page.

import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackupNow } from '../backups/BackupNow';
import { BackupsTab } from '../backups/BackupsTab';
import { useRights } from '../core/rights';
import { Page } from '../core/ui/Page';
import { ExportTab } from '../exports/ExportTab';
import { DropCurtain } from '../imports/DropCurtain';
import { ImportTab } from '../imports/ImportTab';
import { ImportWizard } from '../imports/ImportWizard';
import { useWizard } from '../imports/wizard';
import classes from './Data.module.css';
import { DATA_TABS, isDataTab, TAB_NEEDS, type DataTab } from './tabs';

export function DataScreen() {
  const { t } = useTranslation('data');
  const { can } = useRights();
  const tabs = DATA_TABS.filter((name) => can(TAB_NEEDS[name]));
  const { tab: wanted } = useSearch({ from: '/data' });
  const tab = tabs.find((name) => name === wanted) ?? tabs[0] ?? null;
  const navigate = useNavigate();
  const setTab = (next: string | null): void => void (isDataTab(next) && navigate({ to: '/data', search: { tab: next }, replace: true }));
  const { step } = useWizard();
  const underWay = step === 'match' || step === 'check';
  return (
    <>
      {can('import.change') && <DropCurtain onRead={() => setTab('import')} />}
      {underWay ? (
        <ImportWizard />
      ) : (
        <Page title={t('title')} aside={tab === 'backups' && <BackupNow primary />}>
          <Tabs keepMounted={false} value={tab} onChange={setTab} classNames={{ list: classes.list, tab: classes.tab }}>
            <Tabs.List>
              {tabs.map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t(`tabs.${name}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {tabs.map((name) => (
              <Tabs.Panel key={name} value={name} keepMounted={name === 'export'}>
                <Panel name={name} />
              </Tabs.Panel>
            ))}
          </Tabs>
        </Page>
      )}
    </>
  );
}

function Panel({ name }: { readonly name: DataTab }) {
  if (name === 'import') return <ImportTab />;
  return name === 'export' ? <ExportTab /> : <BackupsTab />;
}
