// One outcome of a follow-up, with the number key that gives it.

import { Button } from '@mantine/core';
import { IconAlertCircle, IconCalendarEvent, IconMoodSmile, IconPhoneOff, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../shared/follow-ups/contract';
import { Kbd } from '../core/ui/Kbd';

export const OUTCOMES: readonly { readonly outcome: Outcome; readonly key: string; readonly icon: Icon }[] = [
  { outcome: 'well', key: '1', icon: IconMoodSmile },
  { outcome: 'booked', key: '2', icon: IconCalendarEvent },
  { outcome: 'no-answer', key: '3', icon: IconPhoneOff },
  { outcome: 'problem', key: '4', icon: IconAlertCircle },
];

export interface OutcomeButtonProps {
  readonly outcome: Outcome;
  readonly onClick: () => void;
  readonly firstFocus?: boolean;
}

export function OutcomeButton({ outcome, onClick, firstFocus = false }: OutcomeButtonProps) {
  const { t } = useTranslation('followUps');
  const found = OUTCOMES.find((entry) => entry.outcome === outcome);
  if (!found) return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<found.icon size={16} stroke={1.6} aria-hidden="true" />}
      rightSection={<Kbd keys={found.key} />}
      onClick={onClick}
      data-autofocus={firstFocus || undefined}
    >
      {t(`outcomes.${outcome}`)}
    </Button>
  );
}
