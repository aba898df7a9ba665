// What shops and other programs call their columns: the dictionary behind the guess. Titles are compared without case, width, accents, blanks and signs.

import { fold } from '../../../shared/core/text';
import { ImportField, type ImportKind } from '../../../shared/imports/fields';

type Names = Readonly<Partial<Record<ImportField, string>>>;

const CLIENT_NAMES: Names = {
  number:
    '会员编号 客户编号 编号 档案编号 会员号 会员卡号 卡号 客户号 顾客编号 会员id 客户id 档案号 clientno clientid clientnumber customerid customerno customernumber memberid memberno membernumber referenceid no id identificaciondelcliente ldentificaciondelcliente numerodecliente',
  name: '姓名 会员姓名 客户姓名 顾客姓名 名字 客户名称 客户 会员 顾客 name fullname clientname customername membername client customer nombrecompleto',
  firstName: '名 firstname givenname forename nombre',
  lastName: '姓 lastname surname familyname apellidos apellido',
  nickname: '称呼 昵称 小名 别名 外号 nickname goesby preferredname knownas apodo',
  gender: '性别 gender sex sexo genero',
  birthday: '生日 出生日期 出生年月 出生年月日 客户生日 会员生日 birthday birthdate dateofbirth dob bday fechadenacimiento nacimiento',
  birthdayCalendar: '生日类型 生日历法 历法 阴阳历 农历公历 公历农历',
  phone:
    '手机 手机号 手机号码 手机号码1 联系电话 联系手机 联系方式 电话 电话号码 移动电话 会员手机 客户电话 phone phonenumber phoneno mobile mobilenumber mobilephone cell cellphone cellnumber numerodemovil movil telefonomovil',
  phone2:
    '电话2 手机2 手机号码2 备用电话 备用手机 第二电话 其他电话 座机 固定电话 固话 家庭电话 telephone tel telefono day dayphone dayphonenumber homephone workphone otherphone phone2 secondaryphone',
  wechat: '微信 微信号 微信号码 wechat wechatid weixin',
  email: '邮箱 电子邮箱 电子邮件 邮件 email emailaddress mail correo correoelectronico',
  address:
    '地址 家庭住址 住址 联系地址 通讯地址 家庭地址 详细地址 address address1 addressline1 street streetaddress streetaddress1 direccion',
  addressLine2: '地址2 address2 addressline2 streetaddress2 apartementsuite apartmentsuite aptsuite apt unit',
  city: '城市 city town ciudad',
  state: '省 省份 state province region provincia',
  postcode: '邮编 邮政编码 postcode postalcode zip zipcode codigopostal',
  source:
    '来源 客户来源 会员来源 来源渠道 渠道 获客渠道 客户渠道 source leadsource creationsource referralsource howdidyouhear fuentedeprocedenciadelcliente procedencia',
  referrer: '介绍人 推荐人 转介绍人 推荐会员 referrer referredby referedby recomendadopor',
  occupation: '职业 工作 occupation job jobtitle profession profesion',
  staff:
    '顾问 美容师 服务人员 技师 专属顾问 专属美容师 发型师 美甲师 美容顾问 负责人 服务员工 员工 staff stylist therapist technician preferredstaff provider consultant empleado',
  tags: '标签 客户标签 会员标签 tags tag labels etiquetas',
  tier: '会员等级 等级 会员级别 客户等级 会员卡名称 会员卡类型 卡类型 卡名称 卡种 会员类型 tier level membership membershiplevel membershiptype',
  balance:
    '卡内余额 余额 储值余额 储值本金余额 本金余额 账户余额 卡余额 会员卡余额 充值余额 balance accountbalance storedvalue creditbalance saldo',
  bonus: '储值赠送金额 储值赠送余额 赠送余额 赠送金额 赠金 赠金余额 bonus bonusbalance',
  package: '次卡名称 次卡 套餐 套餐名称 卡项 卡项名称 疗程 package packagename',
  sessions: '剩余次数 次卡剩余次数 余次 剩余疗程 可用次数 sessions sessionsleft remainingsessions',
  totalSpend:
    '累计消费 累计消费金额 累积消费 消费总额 总消费 消费金额合计 totalspend totalspent lifetimespend lifetimevalue lifetime amountpaid totalsales',
  visitCount: '累计消费次数 消费次数 到店次数 累计到店 visits visitcount transactioncount totalvisits appointmentsbooked',
  lastVisit:
    '最近到店 最近到店时间 最近到店日期 最后到店 末次到店 上次到店 上次消费时间 最近消费 最近消费时间 最后消费时间 最后消费 上次消费 lastvisit lastvisited lastvisitdate lastappt lastappointment ultimavisita',
  firstVisit:
    '建档时间 建档日期 首次到店 首次消费 会员加入时间 入会时间 入会日期 注册时间 注册日期 开卡日期 开卡时间 办卡日期 办卡时间 创建时间 firstvisit customersince membersince clientsince dateadded added anadido',
  preferences:
    '喜好备注 备注 偏好 喜好 客户偏好 爱好 客户备注 备注信息 说明 note notes memo preferences likesdislikes likes comments remarks nota notas',
  allergies: '过敏禁忌 过敏 禁忌 过敏史 过敏情况 禁忌症 allergies allergy alergias contraindications',
};

const VISIT_NAMES: Names = {
  visitNumber:
    '单号 流水号 订单号 小票号 消费单号 订单编号 单据号 visitno visitnumber receiptno receiptnumber receipt orderno ordernumber transactionid ticketno ticket invoiceno',
  date: '消费日期 日期 到店日期 服务日期 开单日期 营业日期 date visitdate servicedate appointmentdate fecha',
  time: '时间 时刻 到店时刻 time starttime hora',
  dateTime: '消费时间 到店时间 开单时间 下单时间 结账时间 日期时间 datetime visittime checkouttime',
  clientNumber:
    '会员编号 客户编号 会员号 会员卡号 卡号 顾客编号 clientno clientid clientnumber customerid customerno memberid memberno membernumber',
  clientPhone: '手机 手机号 手机号码 电话 联系电话 会员手机 客户电话 phone phonenumber mobile mobilenumber cell',
  clientName: '姓名 会员姓名 客户姓名 顾客姓名 会员 客户 顾客 name fullname client clientname customer customername',
  service: '项目 服务项目 消费项目 项目名称 服务 商品 service services servicename treatment item servicio',
  staff: '技师 美容师 服务人员 顾问 发型师 美甲师 员工 服务员工 staff stylist therapist technician provider empleado',
  quantity: '数量 次数 qty quantity cantidad',
  amount: '实收 实收金额 金额 消费金额 实付 实付金额 应收 收款 总价 amount total totalpaid amountpaid price netsales importe',
  payment: '支付方式 付款方式 收款方式 结算方式 payment paymentmethod paymenttype paidby',
  note: '备注 说明 备注信息 note notes memo comments remarks',
};

export interface Guess {
  readonly field: ImportField;
  /** False when only a part of the title is known. */
  readonly sure: boolean;
}

export function guessField(title: string, kind: ImportKind): Guess | null {
  const names = kind === 'clients' ? CLIENTS : VISITS;
  const plain = plainTitle(title);
  if (plain === '') return null;
  const exact = names.get(plain);
  if (exact) return { field: exact, sure: true };
  const partial = [...names].filter(([name]) => isPartOf(name, plain)).sort(([a], [b]) => b.length - a.length)[0];
  return partial ? { field: partial[1], sure: false } : null;
}

/** '储值本金余额(¥)' and 'Client #' as the dictionary writes them. */
export function plainTitle(title: string): string {
  const text = fold(title.replace(/[#＃]/gu, ' no'));
  const plain = text.replace(/[([【{][^)\]】}]*[)\]】}]/gu, '');
  return (plain.trim() === '' ? text : plain).replace(/[^\p{L}\p{N}]/gu, '');
}

const CLIENTS = dictionary(CLIENT_NAMES);
const VISITS = dictionary(VISIT_NAMES);

function dictionary(names: Names): ReadonlyMap<string, ImportField> {
  const byName = new Map<string, ImportField>();
  for (const field of fieldsOf(names)) for (const name of (names[field] ?? '').split(' ')) byName.set(name, field);
  return byName;
}

function fieldsOf(names: Names): readonly ImportField[] {
  return ImportField.options.filter((field) => names[field] !== undefined);
}

/** 客户手机号码 holds 手机号码. In alphabets only the end counts: 'Email Subscription Status' is no e-mail address. */
function isPartOf(name: string, title: string): boolean {
  if (/^\p{Script=Han}+\d?$/u.test(name)) return name.length >= 2 && title.includes(name);
  return name.length >= 6 && title.endsWith(name);
}
