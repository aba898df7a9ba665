// The picture of each way of getting in touch; the word always stands beside it.

import { IconBrandWechat, IconDeviceMobileMessage, IconMail, IconMessageCircle, IconPhone, IconUser, type Icon } from '@tabler/icons-react';
import type { Channel } from '../../shared/contacts/channel';

export const CHANNEL_ICONS: Readonly<Record<Channel, Icon>> = {
  phone: IconPhone,
  wechat: IconBrandWechat,
  'in-person': IconUser,
  sms: IconDeviceMobileMessage,
  'e-mail': IconMail,
  other: IconMessageCircle,
};
