// The standard fields in the order of the form: of what type each is, and how it is written.

export const STANDARD_FIELDS = [
  { field: 'name', kind: 'text', format: 'line' },
  { field: 'gender', kind: 'choice', format: 'choice' },
  { field: 'phone', kind: 'text', format: 'phone' },
  { field: 'wechat', kind: 'text', format: 'line' },
  { field: 'nickname', kind: 'text', format: 'line' },
  { field: 'birthday', kind: 'date', format: 'birthday' },
  { field: 'alerts', kind: 'choices', format: 'many' },
  { field: 'preferences', kind: 'text', format: 'many' },
  { field: 'tier', kind: 'choice', format: 'choice' },
  { field: 'staff', kind: 'choice', format: 'choice' },
  { field: 'source', kind: 'text', format: 'line' },
  { field: 'tags', kind: 'choices', format: 'many' },
  { field: 'email', kind: 'text', format: 'email' },
  { field: 'occupation', kind: 'text', format: 'line' },
  { field: 'address', kind: 'text', format: 'lines' },
  { field: 'referrer', kind: 'text', format: 'line' },
  { field: 'firstSeen', kind: 'date', format: 'day' },
] as const;
