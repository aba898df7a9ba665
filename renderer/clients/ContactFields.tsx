// Name, gender, phones and WeChat.

import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Gender } from '../../shared/clients/contract';
import { useRights } from '../core/rights';
import classes from './ClientForm.module.css';
import { FieldError, FieldLabel, Required } from './FormSection';
import { emptyPhone, type PhoneValue } from './form-values';
import { PhoneField } from './PhoneField';
import type { ClientForm } from './useClientForm';

const MOST_PHONES = 10;

export function ContactFields({ form }: { readonly form: ClientForm }) {
  const { t } = useTranslation('clients');
  const { values, change } = form;
  const [first, second, ...others] = values.phones;
  const mayChange = useRights().can('contact.change');
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          id="client-name"
          label={<Required>{t('form.name')}</Required>}
          value={values.name}
          maxLength={200}
          autoComplete="off"
          error={form.error('client-name')}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <div>
          <div className={classes.label} id="client-gender-label">
            <FieldLabel form={form} field="gender">
              {t('form.gender')}
            </FieldLabel>
          </div>
          <SegmentedControl
            id="client-gender"
            fullWidth
            aria-labelledby="client-gender-label"
            data={[
              { value: 'female', label: t('gender.female') },
              { value: 'male', label: t('gender.male') },
              { value: '', label: t('form.notGiven') },
            ]}
            value={values.gender ?? ''}
            onChange={(gender) => change({ gender: Gender.nullable().catch(null).parse(gender) })}
          />
          <FieldError form={form} field="client-gender" />
        </div>
      </div>
      {first && <PhoneField form={form} phone={first} label={t('form.phone')} required={form.requires('phone')} />}
      {mayChange && (
        <div className={classes.pair}>
          {second && <PhoneField form={form} phone={second} label={second.label ?? t('form.secondPhone')} />}
          <TextInput
            id="client-wechat"
            label={
              <FieldLabel form={form} field="wechat">
                {t('form.wechat')}
              </FieldLabel>
            }
            placeholder={t('form.wechatHint')}
            value={values.wechat}
            error={form.error('client-wechat')}
            onChange={(event) => change({ wechat: event.currentTarget.value })}
          />
        </div>
      )}
      {others.map((phone, index) => (
        <PhoneField key={phone.key} form={form} phone={phone} label={phone.label ?? t('form.otherPhone', { count: index + 3 })} removable />
      ))}
      <div className={classes.pair}>
        <TextInput
          id="client-nickname"
          label={
            <FieldLabel form={form} field="nickname">
              {t('form.nickname')}
            </FieldLabel>
          }
          value={values.nickname}
          error={form.error('client-nickname')}
          onChange={(event) => change({ nickname: event.currentTarget.value })}
        />
        {mayChange && values.phones.length < MOST_PHONES && <AddPhone add={(phone) => change({ phones: [...values.phones, phone] })} />}
      </div>
      {!mayChange && <p className={classes.hint}>{t('form.contactKept')}</p>}
    </>
  );
}

function AddPhone({ add }: { readonly add: (phone: PhoneValue) => void }) {
  const { t } = useTranslation('clients');
  return (
    <Button
      variant="subtle"
      color="gray"
      className={classes.addPhone}
      leftSection={<IconPlus size={16} stroke={1.6} aria-hidden="true" />}
      onClick={() => add(emptyPhone())}
    >
      {t('form.addPhone')}
    </Button>
  );
}
