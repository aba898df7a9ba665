// The standard fields in the order of the form, and how each is written.

export const STANDARD_FIELDS = [
  { field: 'name', format: 'line' },
  { field: 'gender', format: 'choice' },
  { field: 'phone', format: 'phone' },
  { field: 'wechat', format: 'line' },
  { field: 'nickname', format: 'line' },
  { field: 'birthday', format: 'birthday' },
  { field: 'alerts', format: 'many' },
  { field: 'preferences', format: 'many' },
  { field: 'tier', format: 'choice' },
  { field: 'staff', format: 'choice' },
  { field: 'source', format: 'line' },
  { field: 'tags', format: 'many' },
  { field: 'email', format: 'email' },
  { field: 'occupation', format: 'line' },
  { field: 'address', format: 'lines' },
  { field: 'referrer', format: 'line' },
  { field: 'firstSeen', format: 'day' },
] as const;
