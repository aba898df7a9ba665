// The frame round every page: rail, top bar, palette, and the keys that work everywhere.

import { Outlet, useLocation, useNavigate, useRouterState } from '@tanstack/react-router';
import { BackupBanner } from '../backups/BackupBanner';
import { useMissingTold } from '../backups/useMissingTold';
import { SwitchDialog } from '../book/SwitchDialog';
import { ErrorBoundary } from '../core/ui/ErrorBoundary';
import { Palette } from '../search/Palette';
import { Closing } from './Closing';
import { BinDialog } from './BinDialog';
import classes from './Frame.module.css';
import { Rail } from './Rail';
import { ShortcutSheet } from './ShortcutSheet';
import { TopBar } from './TopBar';
import { UnfinishedNotice } from './UnfinishedNotice';
import { useFrameKeys } from './useFrameKeys';
import { useHeldTold } from './useHeldTold';

export function Frame() {
  const place = useLocation({ select: (location) => location.pathname });
  const navigate = useNavigate();
  // the page before stays until the next one is there
  const leaving = useRouterState({ select: ({ isLoading }) => isLoading });
  useFrameKeys();
  useMissingTold();
  useHeldTold();
  return (
    <div className={classes.frame}>
      <Rail />
      <TopBar />
      <BackupBanner />
      <main className={classes.main} id="page" tabIndex={-1} aria-busy={leaving}>
        <ErrorBoundary place={place} back={() => void navigate({ to: '/today' })}>
          <UnfinishedNotice />
          <Outlet />
        </ErrorBoundary>
      </main>
      <Palette />
      <ShortcutSheet />
      <BinDialog />
      <SwitchDialog />
      <Closing />
    </div>
  );
}
