// Toasts at the bottom right: done with undo, failures that stay, progress with cancel.

import { Button, CloseButton, Loader, Progress } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { api, asAppError } from '../api';
import { wording } from '../wording';
import { Kbd } from './Kbd';
import classes from './ui.module.css';

const STAYS_MS = 8000;

/** Progress toasts on screen, by id. */
const running = new Set<string>();
/** Failures on screen, the oldest first. */
const failures: string[] = [];
/** Fewer than toasts fit: one that waits for its turn is not seen. */
const MOST_FAILURES = 3;
/** The act that Ctrl Z takes back while its toast is shown. */
let undoable: { readonly act: string; readonly toast: string } | null = null;

/** `act` is what a command left in the journal; with it the toast offers to take it back. `action` is a button of the caller's own. */
export function showDone(sentence: string, act: string | null = null, action?: ReactNode): void {
  // One offer to undo at a time: the button and Ctrl Z always mean the same act.
  if (undoable) notifications.hide(undoable.toast);
  const id = show(
    <Toast icon={<IconCircleCheck size={20} color="var(--sk-success)" />} text={sentence}>
      {act !== null && (
        <Button variant="subtle" size="compact-sm" c="var(--sk-accent-text)" rightSection={<Kbd keys="Ctrl+Z" />} onClick={undoLast}>
          {i18next.t('undo', { ns: 'core' })}
        </Button>
      )}
      {action}
    </Toast>,
    STAYS_MS,
  );
  undoable = act === null ? null : { act, toast: id };
}

/** Something to know of that nobody did wrong; stays until it is closed. */
export function showNotice(sentence: string): void {
  const id = crypto.randomUUID();
  show(
    <Toast icon={<IconInfoCircle size={20} color="var(--sk-ink-2)" />} text={sentence}>
      <CloseButton aria-label={i18next.t('close', { ns: 'core' })} onClick={() => notifications.hide(id)} />
    </Toast>,
    false,
    id,
  );
}

/** Stays until it is closed, because it says what has not happened. */
export function showFailure(error: unknown, action?: ReactNode): void {
  const app = asAppError(error);
  if (app.code === 'bridge.cancelled') return;
  const id = crypto.randomUUID();
  failures.push(id);
  for (const old of failures.slice(0, -MOST_FAILURES)) notifications.hide(old);
  show(
    <Toast icon={<IconAlertCircle size={20} color="var(--sk-danger)" />} text={wording(app)}>
      {action}
      <CloseButton aria-label={i18next.t('close', { ns: 'core' })} onClick={() => notifications.hide(id)} />
    </Toast>,
    false,
    id,
  );
}

/** How far a job is; call again with the same id, and `hideToast` at its end. */
export function showProgress(id: string, sentence: string, done: number, total: number | null, cancel: () => void): void {
  const message = (
    <Toast icon={null} text={sentence} figures={total === null ? undefined : i18next.t('progress', { ns: 'core', done, total })}>
      <Button variant="default" size="compact-sm" onClick={cancel}>
        {i18next.t('cancel', { ns: 'core' })}
      </Button>
    </Toast>
  );
  const body = (
    <>
      {message}
      <Progress value={total ? (done / total) * 100 : 0} mt={4} aria-label={sentence} />
    </>
  );
  if (running.has(id)) notifications.update({ id, message: body });
  else show(body, false, id);
  running.add(id);
}

/** Something goes on by itself and needs nobody; stays until `hideToast`. */
export function showWaiting(id: string, sentence: string): void {
  show(<Toast icon={<Loader size={18} color="var(--sk-ink-2)" aria-hidden="true" />} text={sentence} />, false, id);
}

export function hideToast(id: string): void {
  running.delete(id);
  notifications.hide(id);
}

/** At a lock nothing that names a client stays. */
export function clearToasts(): void {
  undoable = null;
  running.clear();
  failures.length = 0;
  notifications.clean();
}

export function undoLast(): void {
  if (!undoable) return;
  const { act, toast } = undoable;
  undoable = null;
  notifications.hide(toast);
  void undo(act);
}

async function undo(actId: string): Promise<void> {
  try {
    await api.history.undo({ actId });
    showDone(i18next.t('undone', { ns: 'core' }));
  } catch (error) {
    showFailure(error);
  }
}

function show(message: ReactNode, autoClose: number | false, id: string = crypto.randomUUID()): string {
  notifications.show({ id, message, autoClose, withCloseButton: false, onClose: (closed) => forget(closed.id) });
  return id;
}

function forget(id: string | undefined): void {
  if (undoable?.toast === id) undoable = null;
  const place = failures.findIndex((failure) => failure === id);
  if (place >= 0) failures.splice(place, 1);
}

interface ToastProps {
  readonly icon: ReactNode;
  readonly text: string;
  readonly figures?: string | undefined;
  readonly children?: ReactNode;
}

function Toast({ icon, text, figures, children }: ToastProps) {
  return (
    <output className={classes.toast}>
      {icon}
      <span className={classes.toastText}>{text}</span>
      {figures && <span className="num">{figures}</span>}
      {children}
    </output>
  );
}
