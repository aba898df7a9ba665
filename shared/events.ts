// What main says without being asked. Never client data: only that something changed, and how far a job is.

export type AppEvent =
  | { readonly type: 'data-changed'; readonly tables: readonly string[] }
  | { readonly type: 'job-progress'; readonly callId: string; readonly stage: string; readonly done: number; readonly total: number | null }
  | { readonly type: 'book-changed'; readonly state: 'none' | 'locked' | 'open' | 'refused' }
  | { readonly type: 'appearance-changed' }
  | { readonly type: 'backups-changed' }
  /** How many changes wait for a thread that writes to the book; 0 when it has let go of it. */
  | { readonly type: 'held'; readonly waiting: number }
  /** The last backup before the app closes is being made; `callId` stops it. */
  | { readonly type: 'closing'; readonly callId: string }
  | { readonly type: 'menu'; readonly command: 'new-client' | 'search' | 'lock' | 'shortcuts' };
