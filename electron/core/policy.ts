// The content security policy of the page, and whose addresses count as the page's own.

/** No exception: the theme is a constructed style sheet, and everything else is a file. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** By the text itself: for a scheme of our own Node's URL knows no origin, it says 'null', and so it does for data: and file: pages. */
export function isWithin(origin: string, address: string): boolean {
  return address.startsWith(`${origin}/`);
}
