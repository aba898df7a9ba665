// The two quiet icons at the end of a line: call, and copy the WeChat name. Only for who may reach a client.

import { ActionIcon } from '@mantine/core';
import { IconBrandWechat, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './FollowUps.module.css';
import { useReach } from './useReach';

export interface ReachIconsProps {
  readonly name: string;
  readonly onCall: () => void;
  readonly onWechat: () => void;
}

export function ReachIcons({ name, onCall, onWechat }: ReachIconsProps) {
  const { t } = useTranslation('followUps');
  if (!useReach().contact) return null;
  return (
    <>
      <ActionIcon className={classes.quiet} size={28} tabIndex={-1} aria-label={t('callOf', { name })} onClick={onCall}>
        <IconPhone size={16} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon className={classes.quiet} size={28} tabIndex={-1} aria-label={t('wechatOf', { name })} onClick={onWechat}>
        <IconBrandWechat size={16} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
    </>
  );
}
