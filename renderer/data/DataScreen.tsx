// Data 数据: what comes into the book and what goes out of it. An import that is under way takes the whole page.

import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRights } from '../core/rights';
import { Page } from '../core/ui/Page';
import { ExportTab } from '../exports/ExportTab';
import { DropCurtain } from '../imports/DropCurtain';
import { ImportTab } from '../imports/ImportTab';
import { ImportWizard } from '../imports/ImportWizard';
import { useWizard } from '../imports/wizard';
import classes from './Data.module.css';

const TABS = ['import', 'export'] as const;

export function DataScreen() {
  const { t } = useTranslation('data');
  const { can } = useRights();
  const tabs = TABS.filter((name) => can(`${name}.change`));
  const [tab, setTab] = useState<string | null>(tabs[0] ?? null);
  const { step } = useWizard();
  const underWay = step === 'match' || step === 'check';
  return (
    <>
      {can('import.change') && <DropCurtain onRead={() => setTab('import')} />}
      {underWay ? (
        <ImportWizard />
      ) : (
        <Page title={t('title')}>
          <Tabs value={tab} onChange={setTab} classNames={{ list: classes.list, tab: classes.tab }}>
            <Tabs.List>
              {tabs.map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t(`tabs.${name}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {tabs.map((name) => (
              <Tabs.Panel key={name} value={name}>
                {name === 'import' ? <ImportTab /> : <ExportTab />}
              </Tabs.Panel>
            ))}
          </Tabs>
        </Page>
      )}
    </>
  );
}
