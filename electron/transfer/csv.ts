// Lines of a CSV file for other programs: quoted where needed, and nothing in them that a spreadsheet would calculate.

export type CsvValue = string | number | null;

export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(fieldOf).join(',')}\r\n`;
}

export const BOM = '\ufeff';

function fieldOf(value: CsvValue): string {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value) : guarded(value.replace(/\r\n?/g, '\n'));
  return /[",\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An apostrophe is how a spreadsheet itself says that this is text. Numbers, phones and addresses of mail begin with such signs and calculate nothing. */
function guarded(text: string): string {
  if (!/^[=+\-@\t]/u.test(text) || HARMLESS.some((form) => form.test(text))) return text;
  return `'${text}`;
}

const HARMLESS = [/^[+-]?[\d\s().-]+$/u, /^[+-][\p{L}\p{N}._%+-]*@[\p{L}\p{N}.-]+$/u];
