// Error code → sentence, in both languages. Does not compile while a code has no wording. A sentence says what happened, what is safe, what to try.

import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { cents, formatMoney } from '../../shared/core/money';
import type { ErrorCode, ErrorDetails, RecordKind } from '../../shared/errors';
import { gradedOf, RIGHTS } from '../../shared/permissions';
import { asAppError } from './api';
import { currentLanguage } from './i18n';
import type { Language } from './language';

type Sentences = { readonly [C in ErrorCode]: (details: ErrorDetails[C]) => string };

/** Rendered again when the language changes. */
export function useWording(): (error: unknown) => string {
  useTranslation();
  return wording;
}

/** The sentence for whatever was thrown. */
export function wording(error: unknown): string {
  const { code, details } = asAppError(error);
  // the table is keyed by the very code the details belong to
  const say = SENTENCES[currentLanguage()][code] as (details: unknown) => string;
  return say(details);
}

/** The sentence for an error that arrives as plain data: why the book was refused. */
export function refusalWording(code: string, details: unknown): string {
  const sentences = SENTENCES[currentLanguage()];
  const known = code in sentences ? (code as ErrorCode) : 'unexpected';
  return (sentences[known] as (details: unknown) => string)(known === code ? details : { reference: code });
}

/** What is wrong with one field of an input, by the path of the field: { 'phones.0.typed': '…' }. */
export function fieldWordings(error: unknown): Readonly<Record<string, string>> {
  const app = asAppError(error);
  if (app.code !== 'bridge.bad-input') return {};
  const { issues } = app.details as ErrorDetails['bridge.bad-input'];
  return Object.fromEntries(issues.map(({ path, problem }) => [path, problemWording(problem)]));
}

/** A schema's own message ('text.too-long') as a sentence for beside the field. */
export function problemWording(problem: string): string {
  const known = PROBLEMS[currentLanguage()];
  return known[problem] ?? known['other'] ?? problem;
}

const PROBLEMS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': {
    'text.empty': '这一栏要填。',
    'text.too-long': '太长了，请删短一些。',
    'text.broken': '里面有无法保存的字符，请删掉再填一次。',
    'date.impossible': '没有这一天，请核对年月日。',
    'instant.impossible': '这个时间不存在。',
    'time.invalid': '时间写成 14:30 这样。',
    'email.invalid': '邮箱少了一部分，例如 name@example.com。',
    'phone.invalid': '这不像一个电话号码。',
    'field.required': '这一栏必填。',
    'field.too-long': '太长了，最多500个字。',
    'field.not-a-number': '这里填数字，例如 36 或 36.5。',
    'field.no-such-day': '没有这一天，写成 2026-05-03 这样。',
    'field.not-a-choice': '选项里没有这一个，请重新选。',
    'field.not-yes-or-no': '选“是”或“否”。',
    'visits.no-service': '至少选一个项目。',
    'patch-tests.of-what': '选一个项目，或写下试的是什么。',
    'patch-tests.ends-before': '有效期不能早于做皮试的那天。',
    'loyalty.bounds-must-rise': '四个数要从小到大。',
    other: '这一栏填得不对，请再看一遍。',
  },
  en: {
    'text.empty': 'This is needed.',
    'text.too-long': 'This is too long; please shorten it.',
    'text.broken': 'This holds characters that cannot be saved; delete them and type again.',
    'date.impossible': 'There is no such day; check year, month and day.',
    'instant.impossible': 'There is no such time.',
    'time.invalid': 'Write the time like 14:30.',
    'email.invalid': 'Part of the e-mail address is missing; it looks like name@example.com.',
    'phone.invalid': 'This does not look like a phone number.',
    'field.required': 'This is required.',
    'field.too-long': 'This is too long; 500 characters at most.',
    'field.not-a-number': 'This takes a number, such as 36 or 36.5.',
    'field.no-such-day': 'There is no such day; write it like 2026-05-03.',
    'field.not-a-choice': 'This is not one of the choices; please choose again.',
    'field.not-yes-or-no': 'Choose yes or no.',
    'visits.no-service': 'Choose at least one service.',
    'patch-tests.of-what': 'Choose a service, or write what was tried.',
    'patch-tests.ends-before': 'It cannot run out before the day of the test.',
    'loyalty.bounds-must-rise': 'The four numbers must rise.',
    other: 'This is not right; please look again.',
  },
};

const KINDS: Readonly<Record<Language, Readonly<Record<RecordKind, string>>>> = {
  'zh-CN': {
    client: '客户',
    visit: '到店记录',
    'follow-up': '回访',
    preference: '偏好',
    contact: '联系记录',
    relation: '客户关系',
    photo: '照片',
    'patch-test': '皮试',
    tag: '标签',
    tier: '等级',
    staff: '员工',
    service: '项目',
    product: '产品',
    field: '栏目',
    import: '导入',
    account: '账号',
    role: '角色',
    act: '操作',
    other: '记录',
  },
  en: {
    client: 'client',
    visit: 'visit',
    'follow-up': 'follow-up',
    preference: 'preference',
    contact: 'contact',
    relation: 'relation',
    photo: 'photo',
    'patch-test': 'patch test',
    tag: 'tag',
    tier: 'tier',
    staff: 'person',
    service: 'service',
    product: 'product',
    field: 'field',
    import: 'import',
    account: 'account',
    role: 'role',
    act: 'act',
    other: 'record',
  },
};

const zh: Sentences = {
  'bridge.unknown-operation': () => '这个版本的熟客没有这项功能。重新打开熟客再试。',
  'bridge.foreign-sender': () => '这个请求不是从熟客的窗口来的，没有理会。',
  'bridge.bad-input': () => '有一栏填得不对，没有保存。请看标出来的地方。',
  'bridge.cancelled': () => '已取消，没有写入任何内容。',
  'bridge.worker-died': () => '做这件事的后台程序意外停了，这一步没有做成。客户簿完好。请再试一次；还是这样，关掉熟客重新打开。',
  unexpected: ({ reference }) => `出了没料到的差错，这一步没有做成。客户簿完好。错误编号 ${reference}。`,
  'session.locked': () => '客户簿已锁定。解锁后接着做，填到一半的还在。',
  'session.not-allowed': ({ permission }) => zhNotAllowed(permission),
  'session.choose-password': () => '您用的还是初始密码。先设一个自己的密码，再做别的。',
  'people.pin-weak': () => '这个PIN码太好猜。不要用同一个数字、重复的几位或连着的数字。',
  'people.pin-wrong': ({ triesLeft }) =>
    triesLeft === 0 ? 'PIN码不对，错得太多了，要用密码。' : `PIN码不对，还可以试${triesLeft}次，之后要用密码。`,
  'people.password-needed': () => '这次要用密码：没有设PIN码，或者错得太多，或者这个人的钥匙还没打开。',
  'people.own-approval': () => '自己不能给自己放行。请另一个人来，用那个人的PIN码。',
  'people.not-an-approver': () => '这个人不能放行这件事。请换一位。',
  'people.name-taken': ({ name }) => `已有叫“${name}”的。换个写法，例如加上姓。`,
  'people.role-in-use': ({ people }) => `还有${people}个人是这个角色，不能删。先给他们换角色。`,
  'people.yourself': () => '这是您自己的账号，这一步要由另一位老板来做。',
  'people.staff-taken': ({ name }) => `这位员工已经连到“${name}”的账号上了。`,
  'reveals.limit': ({ limit }) => `今天已显示${limit}次。要再看，请店长放行。`,
  'visits.alerts-hidden': () =>
    '这位客户有健康提醒或皮试，或这个项目要先看皮试，您没有看到内容，所以没有记下。先显示出来看，或请能看的同事来记。',
  'visits.conflict': ({ services }) => `${services.join('、')}和这位客户的健康提醒冲突，没有保存。换一项，或写明为什么仍然做。`,
  'visits.price-fixed': ({ listCents }) => `您的角色不能改价，没有保存。按项目单应收${formatMoney(cents(listCents))}。`,
  'book.already-open': () => '客户簿已经打开了。',
  'book.already-exists': () => '这台电脑上已有一本客户簿，没有再建新的。',
  'book.not-found': () => '这台电脑上还没有客户簿。',
  'book.missing': () => '找不到客户簿文件，钥匙文件还在。它可能被移走或改了名。放回原处再打开。',
  'book.cut-short': ({ bytes }) => `客户簿文件不完整，只剩${count(bytes)}字节。没有改动它。`,
  'book.damaged': ({ aside }) => (aside === null ? '客户簿文件有损坏，没有改动它。' : '客户簿文件有损坏，没有改动它，并已原样另存一份。'),
  'book.foreign': () => '这个文件不是熟客的客户簿，没有改动它。',
  'book.newer': ({ theirs, ours }) => `这本客户簿要用更新的熟客打开（格式${theirs}，这里认得${ours}）。没有打开，也没有改动。`,
  'book.in-use': () => '客户簿正被另一个程序占用。关掉它，再打开一次。',
  'book.disk-full': ({ neededBytes }) =>
    `磁盘满了${neededBytes === null ? '' : `，还差${megabytes(neededBytes)}`}，这一步没有保存。腾出地方再试，之前的都在。`,
  'book.read-only': () => '客户簿所在的文件夹不能写入，这一步没有做成；之前记下的都在。看看U盘的写保护或文件夹的权限，再试一次。',
  'book.busy': () => '客户簿正忙，这一步没有保存。稍等再试。',
  'book.disk-error': () => '磁盘读写出错，这一步没有保存，之前记下的没有动。先把客户簿文件夹拷一份到别处，再让人看看磁盘。',
  'salvage.nothing-readable': () => '客户簿的第一页读不出来，抢救不了。没有改动任何文件，请从备份恢复。',
  'salvage.not-needed': () => '客户簿每一页都读得出来，不用抢救。直接打开就行。',
  'salvage.no-report': () => '没有可以保存的抢救结果。客户簿没有被改动。',
  'sample.not-here': () => '示例店的内容只能放进示例店。您的客户簿没有被改动。',
  'sample.only-here': () => '示例店的备份只留在示例店里，也不接别的备份。要备份或恢复自己的店，请先回到自己的店。',
  'backup.not-a-backup': () => '这个文件不是熟客的备份。客户簿没有被改动，请换一个文件。',
  'backup.damaged': () => '这份备份不完整或被改动过，没有用它。客户簿没有被改动，请换一份备份。',
  'backup.newer': () => '这份备份是更新版本的熟客做的，没有用它，客户簿没有被改动。请先升级这台电脑上的熟客，再来恢复。',
  'backup.other-book': () => '这是另一本客户簿的备份，没有用它。现在的客户簿没有被改动，请换一个文件。',
  'backup.gone': () => '找不到这份备份了，可能U盘拔掉了。客户簿没有被改动，插好后再试。',
  'backup.nowhere': () => '没有一个备份文件夹可用，这次没有备份成。客户簿完好；请插上U盘，或换一个文件夹。',
  'backup.disk-full': ({ neededBytes }) => `备份没有写成：磁盘还差${megabytes(neededBytes)}。客户簿完好，以前的备份都在。请腾出空间再试。`,
  'backup.folder-taken': () => '这个文件夹已经在备份列表里了。',
  'backup.settings-lost': () => '这台电脑上的备份设置读不出来了，已恢复成默认。备份都还在；请重新添加U盘和其他文件夹。',
  'drill.wrong-key': (tries) =>
    `这把钥匙打不开这份备份，也打不开现在的客户簿。对着纸再看一遍；纸不在了，趁还能登录换一把新的恢复钥匙。${zhTries(tries)}`,
  'drill.former-key': () => '这是以前的恢复钥匙：打得开这份备份，打不开现在的客户簿。请找最新的那张纸。',
  'drill.newer-key': () => '恢复钥匙是对的，只是这份备份早于它。先做一份新备份，再用新的那份演练。',
  'keys.missing': () => '找不到钥匙文件，客户簿打不开。它和客户簿在同一个文件夹，放回去再试。',
  'keys.damaged': () => '两份钥匙文件都读不出来，没有改动它们。请从备份放回钥匙文件。',
  'keys.other-book': () => '钥匙文件是另一本客户簿的。请放回原来的那一份。',
  'keys.weak-slot': () => '钥匙文件的保护强度被调低了，没有使用它。请从备份放回原来的钥匙文件。',
  'keys.rolled-back': () => '钥匙文件比上次用的旧，没有使用它。请放回最新的那一份。',
  'keys.newer': ({ theirs, ours }) => `钥匙文件要用更新的熟客打开（格式${theirs}，这里认得${ours}）。没有改动它。`,
  'keys.pepper-lost': () => '这台电脑保管的那半把钥匙不见了，密码单独打不开。请用恢复钥匙。',
  'keys.wrong-password': (tries) => `密码不对。${zhTries(tries)}`,
  'keys.wait': ({ seconds }) => `试得太多了，请等${zhSeconds(seconds)}。`,
  'keys.wrong-recovery-key': (tries) => `恢复钥匙不对。${zhTries(tries)}`,
  'keys.wrong-backup-password': (tries) => `备份密码不对。${zhTries(tries)}`,
  'backup.no-password': () => '做这份备份时还没有备份密码，打不开。请用恢复钥匙，或换一份备份。',
  'keys.mistyped-recovery-key': ({ group }) =>
    group === null ? '恢复钥匙是8组、每组4个字符，请对着纸再看一遍。' : `第${group}组抄错了，请对着纸再看一遍。`,
  'keys.groups-differ': ({ groups }) => `第${groups.join('组和第')}组和钥匙上的不一样，请对着纸再看一遍。`,
  'keys.password-too-short': ({ least }) => `密码至少要${least}个字符。`,
  'keys.password-too-common': () => '这个密码太常见，别人会先试它。换几个不相干的词连起来。',
  'keys.password-unchanged': () => '这就是老板给的那个密码。请换一个只有您自己知道的。',
  'keys.no-account': () => '没有这个账号。',
  'accounts.last-owner': () => '这是最后一位老板，不能停用，也不能换角色。先让另一个人当老板。',
  'record.changed-meanwhile': ({ kind }) =>
    `您改的时候，别人改了这条${KINDS['zh-CN'][kind]}。什么都没有覆盖，您填的也还在；请看看现在是什么，再决定。`,
  'record.not-found': ({ kind }) => `找不到这条${KINDS['zh-CN'][kind]}，可能已被删除。`,
  'record.constraint': () => '这样保存会和已有的记录冲突，没有保存。',
  'clients.phone-invalid': ({ typed }) => `“${typed}”不像一个电话号码，请核对。`,
  'clients.not-in-bin': () => '要彻底删除，先把这位客户移到回收站。',
  'clients.number-mistyped': () => '编号对不上。资料没有动，请照着页面上的编号再输一次。',
  'clients.in-bin': () => '这位客户在回收站里。先恢复，再做这一步。',
  'clients.too-many-tags': ({ most }) => `一位客户最多${most}个标签，再多就看不出重点了。先去掉几个再加。`,
  'visits.changed-meanwhile': () => '您改的时候，别人改了这次到店。什么都没有覆盖，您填的也还在；请看看现在是什么，再决定。',
  'follow-ups.changed-meanwhile': () => '您改的时候，别人改了这条回访。什么都没有覆盖，您填的也还在；请看看现在是什么，再决定。',
  'clients.changed-meanwhile': () => '您编辑的时候，别人改了这位客户。什么都没有覆盖，您填的也还在；请看看差在哪里。',
  'fields.missing': ({ fields }) => `还有${fields.length}项必填的没填，没有保存。填的内容都还在。`,
  'fields.value-wrong': ({ name, problem }) => `“${name}”：${problemWording(problem)}`,
  'fields.name-taken': ({ name }) => `已有叫“${name}”的字段。`,
  'fields.no-choices': () => '选择类的字段至少要有一个选项。',
  'fields.too-many': ({ most }) => `自定义字段最多${most}个。先移除不用的，内容会留着。`,
  'tags.name-taken': ({ name }) => `已有叫“${name}”的标签。`,
  'tiers.name-taken': ({ name }) => `已有叫“${name}”的等级。`,
  'staff.name-taken': ({ name }) => `已有叫“${name}”的员工。换个写法，例如加上姓。`,
  'catalogue.name-taken': ({ name }) => `已有叫“${name}”的项目。`,
  'catalogue.product-taken': ({ name }) => `已有叫“${name}”的产品。`,
  'visits.sum-too-large': () => '各项加起来的数太大，没有保存。请核对数量和价格。',
  'visits.discount-too-large': ({ name }) => `“${name}”的优惠比它的价格还多，没有保存。`,
  'visits.payments-differ': ({ paidCents, amountCents }) =>
    `几种付款加起来是${formatMoney(cents(paidCents))}，和应收${formatMoney(cents(amountCents))}不一样，没有保存。`,
  'visits.in-future': () => '到店日期在将来，请核对。约好的事请记成回访。',
  'visits.before-birth': ({ bornOn }) => `到店日期早于客户的生日（${bornOn}），请核对。`,
  'contacts.in-future': () => '联系的时间在将来，请核对。约好的事请记成回访。',
  'contacts.not-yours': () => '这条联系是别人记的，只有记的人能改。',
  'patch-tests.in-future': () => '皮试的日期在将来，请核对。还没做的皮试请记成回访。',
  'relations.oneself': () => '这就是这位客户自己，请选另一位。',
  'relations.known': () => '这两位之间已有这个关系，没有再记。',
  'relations.circle': ({ name }) => `不能这样选：${name}是这位客户介绍来的，或由她带来的人介绍来的，绕成圈了。`,
  'visits.too-early': () => '到店日期太早，请核对年份。',
  'follow-ups.closed': () => '这条回访已经做完了。',
  'follow-ups.due-in-past': () => '回访日期已过，请选今天或以后。',
  'follow-ups.too-far': () => '回访约在十年以后了，请核对年份。',
  'preferences.ended': () => '这一条已经不再有效，改不了。',
  'photos.not-a-picture': () => '这不是能放进来的照片。请用JPEG、PNG或WebP。',
  'photos.svg': () => 'SVG是图画，不是照片，没有打开。请用JPEG、PNG或WebP。',
  'photos.cannot-decode': ({ heic }) =>
    heic ? '这台电脑打不开HEIC照片。在手机上另存为JPEG，再选一次。' : '这张照片打不开。请换一张，或另存为JPEG再选一次。',
  'photos.damaged': () => '这张照片不完整，像是没有传完。请重新传一次再选。',
  'photos.polyglot': () => '这个文件里除了照片还藏着别的东西，没有打开。请换一张照片。',
  'photos.animated': () => '动图放不进来，请选一张不动的照片。',
  'photos.too-many-pixels': ({ width, height }) => `这张照片有${width}×${height}像素，最多2500万像素。请先缩小再选。`,
  'photos.not-plain': () => '这张照片没有按要求重新处理过，没有存。',
  'photos.gone': () => '这张照片已经不在了：在回收站里满30天的照片会彻底删掉。',
  'photos.no-pair': () => '前后对比要选同一位客户的两张照片。',
  'photos.in-future': () => '拍摄日期不能晚于今天。',
  'history.already-undone': () => '这一步已经撤销过了。',
  'history.nothing-to-undo': () => '没有可以撤销的。',
  'history.not-yours': () => '这一步是别人做的，您的角色不能替别人撤销。请本人或老板来。',
  'history.final': () => '这一步撤销不了。',
  'history.changed-later': ({ kind, rows }) => `不能撤销：之后又改过${rows}条${KINDS['zh-CN'][kind]}。`,
  'files.unknown-token': () => '这个文件已经放下了，请再选一次。',
  'file.empty': () => '文件是空的。',
  'file.no-rows': () => '只有表头，没有内容。',
  'file.not-a-workbook': ({ looksLike }) =>
    `这不是Excel文件${looksLike === null ? '' : `，看上去是${looksLike}`}。用Excel打开，另存为 .xlsx 再导入。`,
  'file.xls-legacy': () => '这是旧版Excel的 .xls。用Excel或WPS打开，另存为 .xlsx 再导入。',
  'file.encrypted': () => '这个文件有打开密码。用Excel去掉密码，另存一份再导入。',
  'file.damaged': () => '文件不完整，读不出来。请从原来的地方再拷一份。',
  'file.doctype': () => '文件里有不该有的内容，没有打开它。用Excel打开，另存为 .xlsx 再导入。',
  'file.macros': () => '文件里带宏，没有打开它。用Excel另存为不带宏的 .xlsx 再导入。',
  'file.too-large': ({ what, limit }) => ZH_TOO_LARGE[what](limit),
  'file.encoding-unknown': () => '看不出文件是哪种编码。请选一种，直到姓名显示正常。',
  'file.unreadable': () => '文件打不开。它可能正被Excel占用，关掉再试。',
  'imports.unknown': () => '找不到这次导入。',
  'imports.no-name-column': () => '还没有指定哪一列是姓名。',
  'imports.already-undone': () => '这次导入已经撤销过了。',
  'transfer.not-a-book': () => '这不是熟客的整本导出，没有写入。客户名单请用上面的“选文件”。',
  'transfer.changed': () => '看过以后文件又变了，没有写入。请重新选一次。',
  'transfer.newer': () => '这个文件是更新版本的熟客写的，这里读不懂。先更新软件，再带回来。',
  'transfer.not-empty': () => '这本客户簿里已经有客户，没有写入。整本导出只能带回一本新的客户簿。',
  'exports.nothing': () => '没有可导出的内容。',
  'exports.password-length': ({ least, most }) => `打开密码要${least}到${most}个字。`,
  'exports.over-limit': ({ rows, limit }) => `一共${count(rows)}行，您一次可以导出${count(limit)}行。要全部导出，请同事放行。`,
  'exports.cannot-write': ({ reason }) => ZH_CANNOT_WRITE[reason],
};

const en: Sentences = {
  'bridge.unknown-operation': () => 'This version of Shuke does not know that. Open Shuke again and retry.',
  'bridge.foreign-sender': () => 'That request did not come from a Shuke window and was ignored.',
  'bridge.bad-input': () => 'A field is not right, so nothing was saved. Look at the marked ones.',
  'bridge.cancelled': () => 'Cancelled; nothing was written.',
  'bridge.worker-died': () =>
    'The part of Shuke that was doing this stopped unexpectedly, so it was not done. Your book is fine. Try again; if it happens again, close Shuke and open it anew.',
  unexpected: ({ reference }) => `Something unforeseen went wrong and this step was not done. Your book is fine. Reference ${reference}.`,
  'session.locked': () => 'The book is locked. Unlock it to go on; what you were typing is kept.',
  'session.not-allowed': ({ permission }) => enNotAllowed(permission),
  'session.choose-password': () => 'You still have the start password. Choose your own before anything else.',
  'people.pin-weak': () => 'This PIN is too easy to guess. Do not repeat digits or count up or down.',
  'people.pin-wrong': ({ triesLeft }) =>
    triesLeft === 0
      ? 'Wrong PIN, too often. It takes the password now.'
      : `Wrong PIN. ${triesLeft} ${triesLeft === 1 ? 'try' : 'tries'} left; after that it takes the password.`,
  'people.password-needed': () =>
    'This time it takes the password: there is no PIN, there were too many wrong ones, or this person’s keys are not open yet.',
  'people.own-approval': () => 'You cannot approve your own request. Ask someone else to enter their PIN.',
  'people.not-an-approver': () => 'This person cannot approve this. Choose another.',
  'people.name-taken': ({ name }) => `The name “${name}” is taken. Add a surname, for example.`,
  'people.role-in-use': ({ people }) =>
    `${people === 1 ? '1 person has' : `${people} people have`} this role, so it cannot be removed. Give them another role first.`,
  'people.yourself': () => 'This is your own account; another owner has to do this.',
  'people.staff-taken': ({ name }) => `This staff record already belongs to the account of “${name}”.`,
  'reveals.limit': ({ limit }) => `You have revealed ${limit} today. Ask the manager to allow more.`,
  'visits.alerts-hidden': () =>
    'This client has health alerts or patch tests you have not seen, or the service needs a patch test, so nothing was recorded. Show them first, or ask somebody who may see them.',
  'visits.conflict': ({ services }) =>
    `Nothing was saved: ${services.join(', ')} meets a health alert of this client. Choose another, or say why it is done all the same.`,
  'visits.price-fixed': ({ listCents }) =>
    `Your role may not change prices, so nothing was saved. The list says ${formatMoney(cents(listCents))}.`,
  'book.already-open': () => 'The book is already open.',
  'book.already-exists': () => 'There is a book on this PC already; no new one was made.',
  'book.not-found': () => 'There is no book on this PC yet.',
  'book.missing': () =>
    'The book file cannot be found, though its key file is there. It may have been moved or renamed. Put it back and open again.',
  'book.cut-short': ({ bytes }) => `The book file is incomplete: only ${count(bytes)} bytes are left. It was not changed.`,
  'book.damaged': ({ aside }) =>
    aside === null
      ? 'The book file is damaged. It was not changed.'
      : 'The book file is damaged. It was not changed, and a copy was put aside.',
  'book.foreign': () => 'This file is not a Shuke book. It was not changed.',
  'book.newer': ({ theirs, ours }) =>
    `This book needs a newer Shuke (format ${theirs}, known here: ${ours}). It was not opened or changed.`,
  'book.in-use': () => 'Another program is using the book. Close it and open again.',
  'book.disk-full': ({ neededBytes }) =>
    `The disk is full${neededBytes === null ? '' : `, ${megabytes(neededBytes)} short`}; this step was not saved. Make room and try again. Everything before it is safe.`,
  'book.read-only': () =>
    'The folder of the book cannot be written to, so this step was not done; everything before it is safe. See whether the stick or the folder is write-protected, then try again.',
  'book.busy': () => 'The book is busy; this step was not saved. Try again in a moment.',
  'book.disk-error': () =>
    'The disk failed while reading or writing; this step was not saved, and nothing before it was changed. First copy the folder of the book somewhere else, then have the disk checked.',
  'salvage.nothing-readable': () =>
    'The first page of the book cannot be read, so nothing can be rescued. No file was changed; please restore a backup.',
  'salvage.not-needed': () => 'Every page of the book can be read, so there is nothing to rescue. Just open it.',
  'salvage.no-report': () => 'There is no result of a rescue to save. The book was not touched.',
  'sample.not-here': () => 'What is invented goes into the sample salon only. Your book was not touched.',
  'sample.only-here': () =>
    'Backups of the sample salon stay in it, and no other backup comes in. To back up or restore your own shop, go back to it first.',
  'backup.not-a-backup': () => 'This file is no backup of Shuke. Your book was not touched; please choose another file.',
  'backup.damaged': () =>
    'This backup is incomplete or was altered, so it was not used. Your book was not touched; please choose another backup.',
  'backup.newer': () =>
    'This backup was made by a newer version of Shuke, so it was not used and your book was not touched. Please update Shuke on this PC, then restore.',
  'backup.other-book': () =>
    'This is a backup of another book, so it was not used. Your present book was not touched; please choose another file.',
  'backup.gone': () =>
    'This backup cannot be found any more; perhaps the stick was unplugged. Your book was not touched; plug it in and try again.',
  'backup.nowhere': () =>
    'No backup folder can be used, so nothing was backed up. Your book is fine; plug the stick in or choose another folder.',
  'backup.disk-full': ({ neededBytes }) =>
    `The backup was not written: the disk is ${megabytes(neededBytes)} short. Your book is fine and earlier backups are there. Make room, then try again.`,
  'backup.folder-taken': () => 'This folder is in the list of backups already.',
  'backup.settings-lost': () =>
    'The backup settings of this PC could not be read and were set back. The backups are all there; please add your stick and other folders again.',
  'drill.wrong-key': (tries) =>
    `This key opens neither this backup nor the book. Compare it with the paper; if the paper is gone, have a new recovery key made while you can still sign in. ${enTries(tries)}`,
  'drill.former-key': () =>
    'This is an earlier recovery key: it opens this backup, but no longer the book. Please look for the latest paper.',
  'drill.newer-key': () =>
    'The recovery key is right, but this backup was made before it. Make a new backup first, then practise with that one.',
  'keys.missing': () =>
    'The key file cannot be found, so the book cannot be opened. It belongs in the same folder as the book; put it back.',
  'keys.damaged': () => 'Neither copy of the key file can be read. They were not changed. Put the key file back from a backup.',
  'keys.other-book': () => 'The key file belongs to another book. Put the right one back.',
  'keys.weak-slot': () => 'The protection in the key file has been lowered, so it was not used. Put the original back from a backup.',
  'keys.rolled-back': () => 'The key file is older than the one used last, so it was not used. Put the newest one back.',
  'keys.newer': ({ theirs, ours }) => `The key file needs a newer Shuke (format ${theirs}, known here: ${ours}). It was not changed.`,
  'keys.pepper-lost': () => 'The part of the key that this PC keeps is gone; a password alone cannot open the book. Use the recovery key.',
  'keys.wrong-password': (tries) => `Wrong password. ${enTries(tries)}`,
  'keys.wait': ({ seconds }) => `Too many tries. Wait ${enSeconds(seconds)}.`,
  'keys.wrong-recovery-key': (tries) => `Wrong recovery key. ${enTries(tries)}`,
  'keys.wrong-backup-password': (tries) => `Wrong backup password. ${enTries(tries)}`,
  'backup.no-password': () => 'There was no backup password when this backup was made. Use the recovery key, or choose another backup.',
  'keys.mistyped-recovery-key': ({ group }) =>
    group === null
      ? 'The recovery key has 8 groups of 4 characters. Compare it with the sheet.'
      : `Group ${group} is mistyped. Compare it with the sheet.`,
  'keys.groups-differ': ({ groups }) => `Group ${groups.join(' and group ')} differs from the key. Compare it with the sheet.`,
  'keys.password-too-short': ({ least }) => `The password needs at least ${least} characters.`,
  'keys.password-too-common': () => 'This password is so common that it would be tried first. Join a few unrelated words.',
  'keys.password-unchanged': () => 'This is the password the owner gave you. Choose one that only you know.',
  'keys.no-account': () => 'There is no such account.',
  'accounts.last-owner': () => 'This is the last owner, who cannot be disabled or given another role. Make somebody else an owner first.',
  'record.changed-meanwhile': ({ kind }) =>
    `Somebody else changed this ${KINDS.en[kind]} while you were changing it. Nothing was written over, and what you typed is still here; see what it is now, then decide.`,
  'record.not-found': ({ kind }) => `This ${KINDS.en[kind]} cannot be found; it may have been deleted.`,
  'record.constraint': () => 'Saving this would clash with another record, so nothing was saved.',
  'clients.phone-invalid': ({ typed }) => `“${typed}” does not look like a phone number.`,
  'clients.not-in-bin': () => 'Only a client in the bin can be erased. Move them there first.',
  'clients.number-mistyped': () => 'The number does not match. Nothing was erased; type the number shown on the page.',
  'clients.in-bin': () => 'This client is in the bin. Restore them first.',
  'clients.too-many-tags': ({ most }) => `A client can have ${most} tags at most; more tell nobody anything. Take some off first.`,
  'visits.changed-meanwhile': () =>
    'Somebody changed this visit while you were correcting it. Nothing was written over, and what you typed is still here; see what it is now, then decide.',
  'follow-ups.changed-meanwhile': () =>
    'Somebody changed this follow-up while you were changing it. Nothing was written over, and what you typed is still here; see what it is now, then decide.',
  'clients.changed-meanwhile': () =>
    'Somebody changed this client while you were editing. Nothing was written over, and what you typed is still here; see what differs.',
  'fields.missing': ({ fields }) =>
    fields.length === 1
      ? 'A required field is empty; nothing was saved. What you typed is still here.'
      : `${fields.length} required fields are empty; nothing was saved. What you typed is still here.`,
  'fields.value-wrong': ({ name, problem }) => `“${name}”: ${problemWording(problem)}`,
  'fields.name-taken': ({ name }) => `There is a field “${name}” already.`,
  'fields.no-choices': () => 'A field to choose from needs at least one choice.',
  'fields.too-many': ({ most }) => `There can be ${most} fields of your own. Remove one you do not use; what is in it stays.`,
  'tags.name-taken': ({ name }) => `There is a tag “${name}” already.`,
  'tiers.name-taken': ({ name }) => `There is a tier “${name}” already.`,
  'staff.name-taken': ({ name }) => `There is a person called “${name}” already. Add a surname, for example.`,
  'catalogue.name-taken': ({ name }) => `There is a service “${name}” already.`,
  'catalogue.product-taken': ({ name }) => `There is a product “${name}” already.`,
  'visits.sum-too-large': () => 'The lines add up to more than can be booked; nothing was saved. Check quantities and prices.',
  'visits.discount-too-large': ({ name }) => `More is taken off “${name}” than it costs; nothing was saved.`,
  'visits.payments-differ': ({ paidCents, amountCents }) =>
    `The payments add up to ${formatMoney(cents(paidCents))}, not to ${formatMoney(cents(amountCents))}; nothing was saved.`,
  'visits.in-future': () => 'The visit lies in the future. For something promised, make a follow-up.',
  'visits.before-birth': ({ bornOn }) => `The visit lies before the client was born (${bornOn}); check the day.`,
  'contacts.in-future': () => 'This contact lies in the future. For something promised, make a follow-up.',
  'contacts.not-yours': () => 'Somebody else noted this contact; only they can change it.',
  'patch-tests.in-future': () => 'This patch test lies in the future. For one that is still to be done, make a follow-up.',
  'relations.oneself': () => 'This is the client themselves; choose somebody else.',
  'relations.known': () => 'These two already have this relation; nothing was added.',
  'relations.circle': ({ name }) => `This cannot be: ${name} was sent by this client, or by somebody this client sent.`,
  'visits.too-early': () => 'The visit is too long ago; check the year.',
  'follow-ups.closed': () => 'This follow-up is already closed.',
  'follow-ups.due-in-past': () => 'The date has passed; choose today or later.',
  'follow-ups.too-far': () => 'The date is more than ten years ahead; check the year.',
  'preferences.ended': () => 'This entry no longer applies and cannot be changed.',
  'photos.not-a-picture': () => 'This is no photo that can be taken in. Use JPEG, PNG or WebP.',
  'photos.svg': () => 'SVG is a drawing, not a photo; it was not opened. Use JPEG, PNG or WebP.',
  'photos.cannot-decode': ({ heic }) =>
    heic
      ? 'This PC cannot open HEIC photos. Save it as JPEG on the phone and choose it again.'
      : 'This photo cannot be opened. Choose another one, or save it as JPEG and choose it again.',
  'photos.damaged': () => 'This photo is incomplete, as if it had not been sent to the end. Send it again and choose it once more.',
  'photos.polyglot': () => 'Something other than a photo hides in this file; it was not opened. Choose another photo.',
  'photos.animated': () => 'Moving pictures cannot be taken in. Choose one that stands still.',
  'photos.too-many-pixels': ({ width, height }) =>
    `This photo has ${width} × ${height} pixels; 25 million are the most. Make it smaller and choose it again.`,
  'photos.not-plain': () => 'This photo was not prepared as it must be, and was not saved.',
  'photos.gone': () => 'This photo is no longer there: after 30 days in the bin, photos are deleted for good.',
  'photos.no-pair': () => 'A before and after takes two photos of the same client.',
  'photos.in-future': () => 'A photo cannot have been taken after today.',
  'history.already-undone': () => 'This was undone before.',
  'history.nothing-to-undo': () => 'There is nothing to undo.',
  'history.not-yours': () => 'Somebody else did this, and your role may not undo it for them. Ask them or the owner.',
  'history.final': () => 'This cannot be undone.',
  'history.changed-later': ({ kind, rows }) =>
    `Cannot be undone: ${rows === 1 ? `1 ${KINDS.en[kind]} was` : `${rows} ${KINDS.en[kind]} records were`} changed later.`,
  'files.unknown-token': () => 'This file has been put down; choose it again.',
  'file.empty': () => 'The file is empty.',
  'file.no-rows': () => 'The file has headings but no rows.',
  'file.not-a-workbook': ({ looksLike }) =>
    `This is not an Excel file${looksLike === null ? '' : `; it looks like ${looksLike}`}. Open it in Excel, save it as .xlsx and import that.`,
  'file.xls-legacy': () => 'This is the old .xls format. Open it in Excel or WPS, save it as .xlsx and import that.',
  'file.encrypted': () => 'This file has a password. Remove it in Excel, save a copy and import that.',
  'file.damaged': () => 'The file is incomplete and cannot be read. Copy it again from where it came from.',
  'file.doctype': () =>
    'The file holds something that does not belong there and was not opened. Save it as .xlsx from Excel and import that.',
  'file.macros': () => 'The file contains macros and was not opened. Save it as .xlsx without macros and import that.',
  'file.too-large': ({ what, limit }) => EN_TOO_LARGE[what](limit),
  'file.encoding-unknown': () => 'The encoding of the file is unclear. Choose the one that shows the names right.',
  'file.unreadable': () => 'The file cannot be opened. Excel may be using it; close it there and try again.',
  'imports.unknown': () => 'This import cannot be found.',
  'imports.no-name-column': () => 'No column has been chosen as the name.',
  'imports.already-undone': () => 'This import was undone before.',
  'transfer.not-a-book': () =>
    'This is not a whole book exported by Shuke; nothing was written. For a list of clients, choose the file above.',
  'transfer.changed': () => 'The file has changed since it was looked at; nothing was written. Please choose it again.',
  'transfer.newer': () => 'A newer version of Shuke wrote this file. Update the app, then bring it back.',
  'transfer.not-empty': () =>
    'This book has clients already; nothing was written. A whole export can only be brought back into a new book.',
  'exports.nothing': () => 'There is nothing to export.',
  'exports.password-length': ({ least, most }) => `The file’s password needs ${least} to ${most} characters.`,
  'exports.over-limit': ({ rows, limit }) =>
    `${count(rows)} rows; you may export ${count(limit)} at a time. Ask a colleague to approve the rest.`,
  'exports.cannot-write': ({ reason }) => EN_CANNOT_WRITE[reason],
};

const SENTENCES: Readonly<Record<Language, Sentences>> = { 'zh-CN': zh, en };

type TooLarge = Readonly<Record<ErrorDetails['file.too-large']['what'], (limit: number) => string>>;

const ZH_TOO_LARGE: TooLarge = {
  file: (limit) => `文件超过${megabytes(limit)}，没有读。拆成几份再导入。`,
  unpacked: (limit) => `文件展开后超过${megabytes(limit)}，没有读下去。删掉图片和用不着的表再试。`,
  ratio: () => '文件压缩得不寻常，没有打开它。用Excel另存一份再试。',
  entries: (limit) => `文件里的部件超过${count(limit)}个，没有打开它。`,
  columns: (limit) => `列数超过${count(limit)}，没有读。删掉用不着的列再试。`,
  rows: (limit) => `行数超过${count(limit)}，没有读。拆成几份再导入。`,
  time: (limit) => `读了${limit}秒还没读完，已停下。拆成几份再导入。`,
  memory: () => '文件太大，内存不够，已停下。拆成几份再导入。',
};

const EN_TOO_LARGE: TooLarge = {
  file: (limit) => `The file is larger than ${megabytes(limit)} and was not read. Split it and import the parts.`,
  unpacked: (limit) => `Unpacked, the file is larger than ${megabytes(limit)}; reading stopped. Remove pictures and unneeded sheets.`,
  ratio: () => 'The file is packed in an unusual way and was not opened. Save a copy from Excel and try that.',
  entries: (limit) => `The file has more than ${count(limit)} parts and was not opened.`,
  columns: (limit) => `The list has more than ${count(limit)} columns and was not read. Remove those you do not need.`,
  rows: (limit) => `The list has more than ${count(limit)} rows and was not read. Split it and import the parts.`,
  time: (limit) => `Reading took more than ${limit} seconds and was stopped. Split the file and import the parts.`,
  memory: () => 'The file needs more memory than there is; reading stopped. Split it and import the parts.',
};

type CannotWrite = Readonly<Record<ErrorDetails['exports.cannot-write']['reason'], string>>;

const ZH_CANNOT_WRITE: CannotWrite = {
  'disk-full': '没有导出：磁盘满了。腾出地方，或换个位置再试。',
  'read-only': '没有导出：那个位置不能写入。换个位置再试。',
  'open-elsewhere': '没有导出：同名文件正被Excel打开。关掉它，或换个名字。',
  gone: '没有导出：那个文件夹不见了。换个位置再试。',
  other: '没有导出：文件写不进去。换个位置再试。',
};

const EN_CANNOT_WRITE: CannotWrite = {
  'disk-full': 'Not exported: the disk is full. Make room or choose another place.',
  'read-only': 'Not exported: that place cannot be written to. Choose another.',
  'open-elsewhere': 'Not exported: a file of that name is open in Excel. Close it or choose another name.',
  gone: 'Not exported: that folder is gone. Choose another place.',
  other: 'Not exported: the file could not be written. Choose another place.',
};

interface Tries {
  readonly nextWaitSeconds: number;
  readonly triesBeforeWait: number;
}

function zhTries({ nextWaitSeconds, triesBeforeWait }: Tries): string {
  if (nextWaitSeconds === 0) return '请再试一次。';
  return triesBeforeWait === 0
    ? `请等${zhSeconds(nextWaitSeconds)}再试。`
    : `再错${triesBeforeWait}次，要等${zhSeconds(nextWaitSeconds)}。`;
}

function enTries({ nextWaitSeconds, triesBeforeWait }: Tries): string {
  if (nextWaitSeconds === 0) return 'Try again.';
  return triesBeforeWait === 0
    ? `Wait ${enSeconds(nextWaitSeconds)}.`
    : `After ${triesBeforeWait} more, wait ${enSeconds(nextWaitSeconds)}.`;
}

function zhSeconds(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole < 60) return `${whole}秒`;
  return whole % 60 === 0 ? `${whole / 60}分钟` : `${Math.floor(whole / 60)}分${whole % 60}秒`;
}

function enSeconds(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole < 60) return whole === 1 ? '1 second' : `${whole} seconds`;
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60 === 0 ? '' : ` ${whole % 60} s`;
  return `${minutes} min${rest}`;
}

/** The right by the name it has in the table of rights. */
function zhNotAllowed(permission: string): string {
  if (permission === 'owner') return '这一步只有老板能做，没有做。';
  const wanted = gradedOf(permission);
  if (!wanted) return '您的账号没有这个权利。需要的话请找老板。';
  const { right, level } = wanted;
  const verb = RIGHTS[right].levels.length === 2 ? '用' : level === 'see' ? '看' : '改';
  return `您的角色不能${verb}“${i18next.t(`rights.${right}.name`, { ns: 'people' })}”，没有做。需要的话请找老板。`;
}

function enNotAllowed(permission: string): string {
  if (permission === 'owner') return 'Only the owner may do this; nothing was done.';
  const wanted = gradedOf(permission);
  if (!wanted) return 'Your account may not do this. Ask the owner.';
  const { right, level } = wanted;
  const verb = RIGHTS[right].levels.length === 2 ? 'use' : level;
  return `Your role may not ${verb} “${i18next.t(`rights.${right}.name`, { ns: 'people' })}”; nothing was done. Ask the owner if you need it.`;
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}

function megabytes(bytes: number): string {
  return `${count(Math.max(1, Math.round(bytes / 1_048_576)))} MB`;
}
