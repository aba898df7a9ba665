// How large pictures may be: as they come, and as they are kept.

export const FILE_BYTES = 40 * 1024 * 1024;
export const MOST_PIXELS = 25_000_000;

/** The long side of what is kept. */
export const PICTURE_SIDE = 2048;
export const THUMBNAIL_SIDE = 256;

export const PICTURE_BYTES = 4 * 1024 * 1024;
export const THUMBNAIL_BYTES = 128 * 1024;

/** How long a deleted photo can come back. */
export const DAYS_IN_BIN = 30;
