// The colour and initial of a person of the staff, beside their name.

import type { StaffColor } from '../../shared/staff/color';
import { useQuery } from '../core/data';
import classes from './StaffMark.module.css';

/** Only an addition to the name, which stands beside it. Nothing for who has no colour. */
export function StaffMark({ id, name }: { readonly id: string; readonly name: string }) {
  const staff = useQuery('staff.list', { activeOnly: false });
  const color = staff.data?.find((one) => one.id === id)?.color ?? null;
  return color === null ? null : <StaffDot color={color} name={name} />;
}

export function StaffDot({ color, name }: { readonly color: StaffColor; readonly name: string }) {
  return (
    <span
      className={classes.mark}
      style={{ backgroundColor: `var(--sk-staff-${color})` }}
      data-color={color}
      data-initial={initialOf(name)}
      aria-hidden="true"
    />
  );
}

/** Of a Chinese name the last character: surnames are shared by too many. */
function initialOf(name: string): string {
  const characters = [...name.trim()];
  return (/\p{Script=Han}/u.test(name) ? characters.at(-1) : characters[0]?.toLocaleUpperCase()) ?? '';
}
