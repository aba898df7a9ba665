// Where one can go from anywhere, in the order of the rail and of Ctrl 1 to 5.

import { IconChartHistogram, IconDatabase, IconPhoneCall, IconSun, IconUsers } from '@tabler/icons-react';

export const PLACES = [
  { to: '/today', label: 'today', icon: IconSun },
  { to: '/clients', label: 'clients', icon: IconUsers },
  { to: '/follow-ups', label: 'followUps', icon: IconPhoneCall },
  { to: '/insights', label: 'insights', icon: IconChartHistogram },
  { to: '/data', label: 'data', icon: IconDatabase },
] as const;
