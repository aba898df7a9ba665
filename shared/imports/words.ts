// What the check of an import says of a cell or a row, in both languages: the same sentence on the screen and in the workbook of problems.

import type { ProblemCode } from './problem-codes';

export type WordsLanguage = 'zh-CN' | 'en';
export type ProblemDetails = Readonly<Record<string, string | number>>;

type Sentence = (details: ProblemDetails) => string;
type Sentences = Readonly<Record<ProblemCode, Sentence>>;

const MISSING_ZH: Readonly<Record<string, string>> = {
  'missing-digits': '位数不够',
  'too-many': '位数多了',
  letters: '里面有字母，字母 O 和数字 0 分不清',
  'no-area-code': '固定电话缺区号',
};

const MISSING_EN: Readonly<Record<string, string>> = {
  'missing-digits': 'digits are missing',
  'too-many': 'there are too many digits',
  letters: 'it holds letters: the letter O is not the figure 0',
  'no-area-code': 'the area code of this landline is missing',
};

const ZH: Sentences = {
  'phone.missing': () => '没有手机号，可以先导入，以后补上',
  'phone.invalid': ({ problem }) => `号码看不懂：${MISSING_ZH[problem ?? ''] ?? '不像电话号码'}`,
  'phone.scientific': () => 'Excel 把号码写成了科学计数，后几位已经丢了，请在原表里改回来',
  'phone.shared': ({ row, client }) =>
    client === undefined ? `和第 ${row} 行同一个号码，可能是一家人` : `和 ${client} 号客户同一个号码，可能是一家人`,
  'date.missing': () => '没有日期',
  'date.impossible': () => '没有这一天',
  'date.unreadable': () => '日期看不懂',
  'date.ambiguous': () => '日期有两种读法，分不清月和日，或者年份只写了两位',
  'date.future': () => '日期在今天之后',
  'date.incomplete': () => '日期不完整，缺日',
  'date.placeholder': () => '生日和导出那天相同，多半是老系统填的空值',
  'date.no-year': () => '没有年份，按每年的这一天记',
  'date.lunar': () => '按农历记',
  'date.order-inferred': () => '月和日的先后按整列的写法判断',
  'time.invalid': () => '时间不对，只记日期',
  'name.missing': () => '没有姓名',
  'name.ambiguous': () => '姓和名分不清，按原样记',
  'gender.unknown': () => '性别看不懂，先空着',
  'email.invalid': () => '邮箱格式不对',
  'amount.invalid': () => '不是数字，不猜',
  'amount.negative': () => '是负数',
  'payment.unknown': () => '支付方式不认识，记为其他',
  'formula.error': () => '公式算错了，没有值',
  'formula.uncached': () => '公式没有保存结果，请在 Excel 里打开再存一次',
  'text.too-long': ({ most }) => `太长，只留前 ${most ?? ''} 个字，全文记在备查里`,
  'text.broken': () => '有坏掉的字符',
  'duplicate.phone': ({ row, client }) =>
    client === undefined ? `和第 ${row} 行姓名、号码都相同` : `客户簿里已有同名同号的客户 ${client}`,
  'duplicate.number': ({ row }) => (row === undefined ? '编号在客户簿里已被占用，会给新编号' : `编号和第 ${row} 行相同，会给新编号`),
  'duplicate.visit': ({ row }) => (row === undefined ? '这张单已经在客户簿里' : `单号和第 ${row} 行相同`),
  'client.unknown': () => '客户簿里找不到这位客户',
  'client.missing': () => '没写是哪位客户',
  'client.ambiguous': () => '同名或同号的客户不止一位，分不清是谁',
  'client.conflict': () => '编号和姓名、手机对不上，不是同一个人',
  'client.walk-in': () => '散客，没有档案',
  'person.minor': ({ age }) => `${age ?? ''} 岁，未满 14 岁，需要监护人同意`,
  'note.alert-word': ({ text }) => `备注里有要提醒的事：${text ?? ''}`,
  'row.total-line': () => '合计行，跳过',
  'row.header-repeat': () => '又是表头，跳过',
  'row.note-line': () => '说明文字，跳过',
};

const EN: Sentences = {
  'phone.missing': () => 'No phone: import now, add it later',
  'phone.invalid': ({ problem }) => `This number cannot be read: ${MISSING_EN[problem ?? ''] ?? 'it does not look like a phone'}`,
  'phone.scientific': () => 'Excel has turned this number into scientific notation and its last digits are lost: correct it in the list',
  'phone.shared': ({ row, client }) =>
    client === undefined ? `Same phone as row ${row}: a family, perhaps` : `Same phone as client ${client}: a family, perhaps`,
  'date.missing': () => 'No date',
  'date.impossible': () => 'There is no such day',
  'date.unreadable': () => 'This date cannot be read',
  'date.ambiguous': () => 'This date can be read in two ways: day and month, or the century, are unclear',
  'date.future': () => 'This date is after today',
  'date.incomplete': () => 'This date has no day',
  'date.placeholder': () => 'The birthday is the day of the export: probably the old program’s way of writing none',
  'date.no-year': () => 'No year: kept as the same day of every year',
  'date.lunar': () => 'Kept by the lunar calendar',
  'date.order-inferred': () => 'Day and month are read in the order of the whole column',
  'time.invalid': () => 'There is no such time: only the day is kept',
  'name.missing': () => 'No name',
  'name.ambiguous': () => 'First and last name cannot be told apart: kept as written',
  'gender.unknown': () => 'This gender cannot be read: left empty',
  'email.invalid': () => 'This is not an e-mail address',
  'amount.invalid': () => 'This is not a number, and it is not guessed',
  'amount.negative': () => 'This is less than zero',
  'payment.unknown': () => 'An unknown means of payment: kept as other',
  'formula.error': () => 'This formula ended in an error',
  'formula.uncached': () => 'This formula has no saved result: open the list in Excel and save it again',
  'text.too-long': ({ most }) => `Too long: the first ${most ?? ''} characters are kept, the whole text as a remark`,
  'text.broken': () => 'This text holds broken characters',
  'duplicate.phone': ({ row, client }) =>
    client === undefined ? `Same name and phone as row ${row}` : `Client ${client} in the book has the same name and phone`,
  'duplicate.number': ({ row }) =>
    row === undefined ? 'This number is taken in the book: a new one will be given' : `Same number as row ${row}: a new one will be given`,
  'duplicate.visit': ({ row }) => (row === undefined ? 'This visit is in the book already' : `Same receipt number as row ${row}`),
  'client.unknown': () => 'This client is not in the book',
  'client.missing': () => 'The row does not say whose visit it was',
  'client.ambiguous': () => 'More than one client has this name or phone',
  'client.conflict': () => 'The number belongs to another client than the name and phone',
  'client.walk-in': () => 'A walk-in without a file',
  'person.minor': ({ age }) => `${age ?? ''} years old: under 14, a guardian’s consent is needed`,
  'note.alert-word': ({ text }) => `The note holds something to be alerted to: ${text ?? ''}`,
  'row.total-line': () => 'A sum: passed over',
  'row.header-repeat': () => 'The header again: passed over',
  'row.note-line': () => 'A line of text: passed over',
};

const SENTENCES: Readonly<Record<WordsLanguage, Sentences>> = { 'zh-CN': ZH, en: EN };

/** What is wrong, in words; `code` may come from a newer book and is then shown as it is. */
export function problemSentence(language: WordsLanguage, code: string, details: ProblemDetails): string {
  const sentences: Readonly<Record<string, Sentence>> = SENTENCES[language];
  return sentences[code]?.(details) ?? code;
}

export function severityWord(language: WordsLanguage, severity: 'rejects' | 'warns' | 'notes'): string {
  const words =
    language === 'zh-CN'
      ? { rejects: '不能导入', warns: '要看一看', notes: '知道就好' }
      : { rejects: 'Not imported', warns: 'Have a look', notes: 'Good to know' };
  return words[severity];
}

export function problemTitles(language: WordsLanguage): {
  readonly sheet: string;
  readonly suffix: string;
  readonly columns: readonly string[];
} {
  return language === 'zh-CN'
    ? { sheet: '问题', suffix: '问题', columns: ['行', '列', '原来写的', '轻重', '问题'] }
    : { sheet: 'Problems', suffix: 'problems', columns: ['Row', 'Column', 'As written', 'Weight', 'Problem'] };
}
