// How the renderer speaks to main: one call, one subscription.

/** What preload puts on `window.shuke`. `callId` names a job so that it can be followed and cancelled. */
export interface Bridge {
  call(path: string, input: unknown, callId?: string): Promise<unknown>;
  subscribe(listener: (event: unknown) => void): () => void;
}
