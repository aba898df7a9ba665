// A list of the settings: title with count, search, current or past, the table, and a panel at the right for the chosen row.

import { ActionIcon, Button, SegmentedControl, TextInput, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd, KeyHint } from '../core/ui/Kbd';
import { Page } from '../core/ui/Page';
import classes from './Settings.module.css';

export interface ListWords {
  readonly title: string;
  readonly search: string;
  readonly current: string;
  readonly past: string;
  readonly add: string;
  readonly choose: string;
}

export interface ListPageProps {
  readonly words: ListWords;
  readonly count: number | undefined;
  readonly pastCount: number;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly past: boolean;
  readonly setPast: (past: boolean) => void;
  /** Left out for who may only look. */
  readonly add?: () => void;
  /** The order of the rows is the shop's own. */
  readonly arranged?: boolean;
  readonly children: ReactNode;
  readonly panel: ReactNode;
}

export function ListPage({ words, count, pastCount, text, setText, past, setPast, add, arranged = true, children, panel }: ListPageProps) {
  const tools = (
    <>
      <TextInput
        w={160}
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<IconSearch size={16} stroke={1.7} aria-hidden="true" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={80}
      />
      <SegmentedControl
        aria-label={`${words.current} ${words.past}`}
        value={past ? 'past' : 'current'}
        onChange={(value) => setPast(value === 'past')}
        data={[
          { value: 'current', label: words.current },
          { value: 'past', label: pastCount > 0 ? `${words.past} ${pastCount}` : words.past },
        ]}
      />
      {add && (
        <Button leftSection={<IconPlus size={16} stroke={1.7} aria-hidden="true" />} rightSection={<Kbd keys="N" />} onClick={add}>
          {words.add}
        </Button>
      )}
    </>
  );
  return (
    <div className={classes.split}>
      <div className={classes.list}>
        <Page title={words.title} count={count} aside={tools}>
          {children}
          {count !== undefined && count > 0 && <Hints words={words} arranged={arranged} />}
        </Page>
      </div>
      {panel}
    </div>
  );
}

export interface PanelProps {
  readonly title: string;
  readonly close: () => void;
  /** Moves the row up or down the list; left out for a new one. */
  readonly move?: (by: -1 | 1) => void;
  readonly children: ReactNode;
}

export function Panel({ title, close, move, children }: PanelProps) {
  const { t } = useTranslation('settings');
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => fields.current?.querySelector('input')?.focus(), []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes the panel from any of its fields
    <aside
      className={classes.panel}
      aria-label={title}
      data-side-panel
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        close();
        document.querySelector<HTMLElement>('[data-row][data-current]')?.focus();
      }}
    >
      <div className={classes.panelHead}>
        <h2>{title}</h2>
        {move && (
          <>
            <Tooltip label={<Kbd keys="Alt+ArrowUp" />}>
              <ActionIcon size={28} aria-label={t('list.up')} onClick={() => move(-1)}>
                <IconArrowUp size={16} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={<Kbd keys="Alt+ArrowDown" />}>
              <ActionIcon size={28} aria-label={t('list.down')} onClick={() => move(1)}>
                <IconArrowDown size={16} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
          </>
        )}
        <ActionIcon size={28} aria-label={t('list.close')} onClick={close}>
          <IconX size={16} aria-hidden="true" />
        </ActionIcon>
      </div>
      <div ref={fields} className={classes.panelFields}>
        {children}
      </div>
    </aside>
  );
}

function Hints({ words, arranged }: { readonly words: ListWords; readonly arranged: boolean }) {
  const { t } = useTranslation('settings');
  return (
    <div className={classes.hints}>
      <KeyHint keys={['ArrowUp', 'ArrowDown']}>{words.choose}</KeyHint>
      <KeyHint keys={['Enter']}>{t('list.edit')}</KeyHint>
      {arranged && <KeyHint keys={['Alt+ArrowUp', 'Alt+ArrowDown']}>{t('list.arrange')}</KeyHint>}
    </div>
  );
}
