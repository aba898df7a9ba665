// Locks the book by key or button: what was being typed is kept first.

import { api } from '../core/api';
import { saveDrafts } from '../core/draft';
import { showFailure } from '../core/ui/toasts';

export async function lockBook(): Promise<void> {
  try {
    await saveDrafts();
    await api.book.lock({ reason: 'key' });
  } catch (error) {
    showFailure(error);
  }
}
