// Keys: letters act when no text field has the focus, Ctrl and Alt combinations act anywhere. What is registered fills the ? sheet.

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** 'V', 'Ctrl+K', 'Alt+F', '?', 'ArrowDown', 'Enter', 'Escape'. Ctrl is ⌘ on a Mac. */
  readonly keys: string;
  /** What it does, for the ? sheet. Keys that say the same stand there in one line. */
  readonly label: string;
  readonly run: () => void;
  /** Leaves a text field its own meaning of a combination, such as Ctrl+Z. */
  readonly notInText?: boolean;
}

export interface ShortcutOptions {
  /** Keys of the frame work on every page and are listed apart. */
  readonly everywhere?: boolean;
  /** Keys of a dialog or panel; while one is open, the page's own letters rest. */
  readonly inDialog?: boolean;
  readonly enabled?: boolean;
}

interface Registered {
  readonly shortcuts: readonly Shortcut[];
  readonly options: ShortcutOptions;
  readonly run: (keys: string) => void;
}

export interface ShortcutLine {
  readonly keys: readonly string[];
  readonly label: string;
  readonly everywhere: boolean;
}

export function useShortcuts(shortcuts: readonly Shortcut[], options: ShortcutOptions = {}): void {
  const run = useEffectEvent((keys: string) => shortcuts.find((shortcut) => shortcut.keys === keys)?.run());
  const { everywhere = false, inDialog = false, enabled = true } = options;
  // a new registration only when what is listed changes, not at every render
  const listed = shortcuts.map(({ keys, label, notInText }) => [keys, label, notInText].join('\u0000')).join('\n');
  useEffect(() => {
    if (!enabled) return undefined;
    return register({ shortcuts, options: { everywhere, inDialog }, run });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `listed` stands for `shortcuts`, whose functions are called through the effect event
  }, [listed, everywhere, inDialog, enabled]);
}

/** Everything that can be pressed now, the page's own first. */
export function useShortcutLines(): readonly ShortcutLine[] {
  return useSyncExternalStore(subscribe, () => lines);
}

const registered: Registered[] = [];
const listeners = new Set<() => void>();
let lines: readonly ShortcutLine[] = [];
let dialogOpen = false;
let panelOpen = false;

function register(entry: Registered): () => void {
  if (registered.length === 0) {
    window.addEventListener('keydown', noteDialog, true);
    document.addEventListener('keydown', onKeyDown);
  }
  registered.push(entry);
  changed();
  return () => {
    registered.splice(registered.indexOf(entry), 1);
    if (registered.length === 0) {
      window.removeEventListener('keydown', noteDialog, true);
      document.removeEventListener('keydown', onKeyDown);
    }
    changed();
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(): void {
  const seen = new Map<string, ShortcutLine>();
  for (const { shortcuts, options } of registered) {
    const everywhere = options.everywhere === true;
    for (const { keys, label } of shortcuts) {
      const before = seen.get(`${everywhere} ${label}`)?.keys ?? [];
      if (!before.includes(keys)) seen.set(`${everywhere} ${label}`, { keys: [...before, keys], label, everywhere });
    }
  }
  lines = [...seen.values()];
  listeners.forEach((listener) => listener());
}

/** Before anybody acts on the key: the Escape that closes a dialog, panel or menu is not the page's as well, though it is gone when the key comes here. */
function noteDialog(): void {
  dialogOpen = document.querySelector('[aria-modal="true"]') !== null;
  panelOpen = document.querySelector('[role="dialog"], [role="menu"]') !== null;
}

function onKeyDown(event: KeyboardEvent): void {
  // an input method at work owns the keys
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  const keys = keysOf(event);
  const typing = isTextField(event.target);
  const combination = event.ctrlKey || event.metaKey || event.altKey;
  // what closes a small panel is not the page's either
  const besidePage = dialogOpen || (keys === 'Escape' && panelOpen);
  for (const { shortcuts, options, run } of nearestFirst()) {
    if (besidePage && !options.inDialog && !(options.everywhere && combination)) continue;
    const found = shortcuts.find((shortcut) => shortcut.keys === keys);
    if (!found || (typing && (!combination || found.notInText))) continue;
    event.preventDefault();
    run(keys);
    return;
  }
}

/** The last registered is the nearest: a panel before its page; the frame last, whenever it was drawn. */
function nearestFirst(): readonly Registered[] {
  const reversed = registered.toReversed();
  return [...reversed.filter(({ options }) => !options.everywhere), ...reversed.filter(({ options }) => options.everywhere)];
}

function keysOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? letterOf(event) : event.key;
  const parts = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && event.key.length > 1 ? 'Shift' : '',
    key,
  ];
  return parts.filter((part) => part !== '').join('+');
}

function letterOf(event: KeyboardEvent): string {
  // Alt changes the letter on a Mac, so the key's place is asked
  if (event.altKey && /^(?:Key|Digit)/.test(event.code)) return event.code.slice(-1);
  return event.key === ' ' ? 'Space' : event.key.toUpperCase();
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
