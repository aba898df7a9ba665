// The words on the recovery sheet, in both languages: it is printed by main, before any screen's catalogue is at hand.

export interface RecoverySheetWords {
  readonly title: string;
  readonly lead: string;
  readonly rules: readonly string[];
}

export function formatRecoverySheet(language: 'zh-CN' | 'en'): RecoverySheetWords {
  return language === 'en' ? EN : ZH;
}

const ZH: RecoverySheetWords = {
  title: '熟客 恢复钥匙',
  lead: '忘了密码时，用它打开客户簿。只有它和密码能打开，我们也没有别的办法。',
  rules: ['打印两张，一张锁在店里，一张带回家。', '不要拍照，不要发微信。', '谁拿到它都能打开客户簿，请像存折一样收好。'],
};

const EN: RecoverySheetWords = {
  title: 'Shuke recovery key',
  lead: 'Opens the book when the password is forgotten. Only this and the password can; there is no other way in, not even for us.',
  rules: [
    'Print two: lock one away in the shop, take the other home.',
    'No photos, no chat messages.',
    'Whoever holds it can open the book. Keep it like a bank book.',
  ],
};
