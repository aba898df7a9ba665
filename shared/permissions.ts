// Every right an operation can ask for. 'anyone' is for what must work before a person has signed in.

export const PERMISSIONS = [
  'anyone',
  'book.lock',
  'book.keys',
  'settings.see',
  'settings.change',
  'clients.see',
  'clients.change',
  'clients.delete',
  'visits.see',
  'visits.change',
  'follow-ups.see',
  'follow-ups.change',
  'insights.see',
  'import',
  'export',
  'history.undo',
  'drafts',
] as const;

export type Permission = (typeof PERMISSIONS)[number];
