// Puts a text on the clipboard. The window grants no permissions, so the old way stands behind the new one.

/** False when neither way works; whatever was to be copied should then also be on screen. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(text);
  }
}

function copyByEvent(text: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', put, { once: true });
  // oxlint-disable-next-line typescript/no-deprecated -- the only way to write that asks for no permission
  const done = typeof document.execCommand === 'function' && document.execCommand('copy');
  document.removeEventListener('copy', put);
  return done;
}
