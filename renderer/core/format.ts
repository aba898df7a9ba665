// Days, money and times in the language of the screen.

import { useTranslation } from 'react-i18next';
import { formatIn, type Format } from '../../shared/core/format';
import { currentLanguage } from './i18n';

export function useFormat(): Format {
  // renders again when the language changes
  useTranslation();
  return formatIn(currentLanguage());
}
