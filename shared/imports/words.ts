// What the check of an import says of a cell or a row, in both languages: the same sentence on the screen and in the workbook of problems.

import type { RequirableField } from '../fields/contract';
import type { ProblemCode } from './problem-codes';

export type WordsLanguage = 'zh-CN' | 'en';
export type ProblemDetails = Readonly<Record<string, string | number>>;

type Sentence = (details: ProblemDetails) => string;
type Sentences = Readonly<Record<ProblemCode, Sentence>>;

const LEAP_MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];

const REQUIRED_ZH: Readonly<Record<RequirableField, string>> = {
  ...{ gender: '性别', phone: '手机', wechat: '微信', nickname: '昵称', birthday: '生日', alerts: '健康提醒', tier: '等级' },
  ...{ staff: '负责员工', source: '来源', tags: '标签', email: '邮箱', occupation: '职业', address: '住址', referrer: '介绍人' },
};
const REQUIRED_EN: Readonly<Record<RequirableField, string>> = {
  ...{
    gender: 'Gender',
    phone: 'Phone',
    wechat: 'WeChat',
    nickname: 'Nickname',
    birthday: 'Birthday',
    alerts: 'Health alerts',
    tier: 'Tier',
  },
  ...{
    staff: 'Staff',
    source: 'Source',
    tags: 'Tags',
    email: 'E-mail',
    occupation: 'Occupation',
    address: 'Address',
    referrer: 'Referred by',
  },
};

function fieldName(names: Readonly<Record<string, string>>, { field, name }: ProblemDetails): string {
  return String(name ?? names[String(field)] ?? field);
}

const ZH: Sentences = {
  'phone.missing': () => '没有手机号，可以先导入，以后补上',
  'phone.invalid': phoneZh,
  'phone.scientific': () => 'Excel把号码写成了科学计数，后几位已经丢了',
  'phone.shared': (details) => `与${whomZh(details)}同一个号码，可能是一家人`,
  'date.missing': () => '没有日期',
  'date.impossible': impossibleZh,
  'date.unreadable': () => '看不懂这个日期',
  'date.ambiguous': () => '这个日期有两种读法，月和日或哪一年分不清',
  'date.future': () => '日期在今天之后',
  'date.incomplete': () => '日期不完整，缺哪一天',
  'date.placeholder': () => '和导出名单的那天相同，多半是老系统填的空值',
  'date.no-year': () => '没有年份，只记月和日',
  'date.lunar': () => '按农历记',
  'date.order-inferred': () => '月和日的先后，按这一列别的日期来读',
  'time.invalid': () => '没有这个时间，只记日期',
  'name.missing': () => '姓名必填',
  'name.ambiguous': () => '姓和名分不清，照原样记',
  'gender.unknown': () => '看不懂这个性别，先空着',
  'email.invalid': () => '不像邮箱地址',
  'amount.invalid': () => '看不懂这个数，不猜',
  'amount.negative': () => '比零还少',
  'payment.unknown': () => '没有这种付款方式，记为其他',
  'formula.error': () => '公式出错，没有结果',
  'formula.uncached': () => '公式没有存下结果，用Excel打开再存一次就好',
  'text.too-long': ({ most }) => `太长，只留前${most ?? ''}个字，全文另外记下`,
  'text.broken': () => '有坏掉的字符',
  'duplicate.phone': (details) => `与${whomZh(details)}姓名、号码都相同`,
  'duplicate.number': ({ row }) => (row === undefined ? '客户簿里已有这个编号，会给一个新的' : `编号与第${row}行相同，会给一个新的`),
  'duplicate.visit': ({ row }) => (row === undefined ? '这张单已经在客户簿里' : `单号与第${row}行相同`),
  'client.unknown': () => '客户簿里找不到这位客户',
  'client.missing': () => '没写是哪位客户',
  'client.ambiguous': () => '同名或同号的客户不止一位，分不清是谁',
  'client.conflict': () => '编号是一位，姓名和手机是另一位',
  'client.walk-in': () => '散客，没有资料可记',
  'field.invalid': ({ name }) => `不合“${name ?? ''}”的写法，先空着，原文另外记下`,
  'field.missing': (details) => `店里必填的“${fieldName(REQUIRED_ZH, details)}”没有，可以先导入，以后补上`,
  'person.minor': ({ age }) => `${age ?? ''}岁，未满14岁要监护人同意`,
  'note.alert-word': ({ text }) => `提到“${text ?? ''}”，会设为提醒`,
  'row.total-line': () => '合计，跳过',
  'row.header-repeat': () => '又一次表头，跳过',
  'row.note-line': () => '说明文字，跳过',
};

const EN: Sentences = {
  'phone.missing': () => 'No phone: import now, add it later',
  'phone.invalid': phoneEn,
  'phone.scientific': () => 'Excel wrote this number in scientific notation; its last digits are lost',
  'phone.shared': (details) => `Same number as ${whomEn(details)}: a family, perhaps`,
  'date.missing': () => 'No date',
  'date.impossible': impossibleEn,
  'date.unreadable': () => 'This date cannot be read',
  'date.ambiguous': () => 'This date can be read in two ways: day and month, or the century, are unclear',
  'date.future': () => 'This date is after today',
  'date.incomplete': () => 'This date has no day',
  'date.placeholder': () => 'This is the day of the export: probably the old program’s way of writing none',
  'date.no-year': () => 'No year: only month and day are kept',
  'date.lunar': () => 'Kept by the lunar calendar',
  'date.order-inferred': () => 'Day and month are read in the order of the other dates in this column',
  'time.invalid': () => 'There is no such time; only the day is kept',
  'name.missing': () => 'A name is needed',
  'name.ambiguous': () => 'First and last name cannot be told apart; kept as written',
  'gender.unknown': () => 'This gender cannot be read; left empty',
  'email.invalid': () => 'This is not an e-mail address',
  'amount.invalid': () => 'This number cannot be read, and it is not guessed',
  'amount.negative': () => 'This is less than zero',
  'payment.unknown': () => 'An unknown means of payment; kept as other',
  'formula.error': () => 'This formula ended in an error',
  'formula.uncached': () => 'This formula has no saved result; open the list in Excel and save it again',
  'text.too-long': ({ most }) => `Too long: the first ${most ?? ''} characters are kept, the whole text beside them`,
  'text.broken': () => 'This text holds broken characters',
  'duplicate.phone': (details) => `Same name and number as ${whomEn(details)}`,
  'duplicate.number': ({ row }) =>
    row === undefined ? 'This number is taken in the book; a new one will be given' : `Same number as row ${row}; a new one will be given`,
  'duplicate.visit': ({ row }) => (row === undefined ? 'This visit is in the book already' : `Same receipt number as row ${row}`),
  'client.unknown': () => 'This client is not in the book',
  'client.missing': () => 'The row does not say whose visit it was',
  'client.ambiguous': () => 'More than one client has this name or phone',
  'client.conflict': () => 'The number is one client’s, the name and phone another’s',
  'client.walk-in': () => 'A walk-in without a page',
  'field.invalid': ({ name }) => `This does not fit “${name ?? ''}”; left empty, the words are kept beside it`,
  'field.missing': (details) => `“${fieldName(REQUIRED_EN, details)}” is required in this shop: import now, add it later`,
  'person.minor': ({ age }) => `${age ?? ''} years old: under 14 a guardian has to agree`,
  'note.alert-word': ({ text }) => `Mentions “${text ?? ''}”: will become an alert`,
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

function phoneZh({ problem, by }: ProblemDetails): string {
  if (problem === 'missing-digits') return by === undefined ? '号码少了几位' : `号码少${by}位`;
  if (problem === 'too-many') return by === undefined ? '号码多了几位' : `号码多${by}位`;
  if (problem === 'letters') return '号码里有字母或文字';
  return problem === 'no-area-code' ? '固定电话缺区号' : '不像电话号码';
}

function phoneEn({ problem, by }: ProblemDetails): string {
  if (problem === 'missing-digits')
    return by === undefined ? 'Some digits are missing' : `${by} ${by === 1 ? 'digit is' : 'digits are'} missing`;
  if (problem === 'too-many') return by === undefined ? 'There are too many digits' : `${by} ${by === 1 ? 'digit' : 'digits'} too many`;
  if (problem === 'letters') return 'This number holds letters or words';
  return problem === 'no-area-code' ? 'This landline lacks its area code' : 'This is not a phone number';
}

function impossibleZh({ year, month, day, leap }: ProblemDetails): string {
  if (leap !== undefined) return `${year}年没有闰${LEAP_MONTHS[Number(leap) - 1] ?? leap}月`;
  if (month !== undefined && day === undefined) return `没有${month}月`;
  return day === undefined ? '没有这一天' : `${year === undefined ? '' : `${year}年`}${month}月没有${day}日`;
}

function impossibleEn({ year, month, day, leap }: ProblemDetails): string {
  if (leap !== undefined) return `${year} has no leap month ${leap}`;
  if (month !== undefined && day === undefined) return `There is no month ${month}`;
  return day === undefined ? 'There is no such day' : `Month ${month}${year === undefined ? '' : ` of ${year}`} has no day ${day}`;
}

function whomZh({ row, client, name }: ProblemDetails): string {
  return client === undefined ? `第${row}行` : `${client}${name ?? ''}`;
}

function whomEn({ row, client, name }: ProblemDetails): string {
  return client === undefined ? `row ${row}` : `${client} ${name ?? ''}`.trim();
}
