// The sample salon in Chinese. Every name is put together by chance, and nobody has these numbers.

import { service, type SampleContent } from './content';

export const zhContent: SampleContent = {
  shopName: '棠舍（示例店）',
  region: 'CN',
  staff: [
    { name: '苏敏', post: '店长' },
    { name: '王芳', post: '前台' },
    { name: '周静', post: '美容师' },
    { name: '陈露', post: '发型师' },
    { name: '何晓琪', post: '美甲师' },
    { name: '李雪', post: '美容师' },
  ],
  tiers: ['钻石', '金卡', '银卡', '普通'],
  services: [
    service('补水护理', '面部', 60, 298, 28, '问皮肤还紧不紧', []),
    service('深层清洁', '面部', 75, 268, 30, '问有没有爆痘', ['水杨酸']),
    service('敏感肌修护', '面部', 70, 398, 21, '问泛红退了没有', []),
    service('眼部护理', '面部', 40, 198, 21, null, []),
    service('肩颈舒缓', '身体', 60, 258, 14, '问肩颈松一点没有', ['精油']),
    service('背部精油', '身体', 90, 398, 21, null, ['精油']),
    service('热石暖腹', '身体', 60, 328, 28, null, []),
    service('洗剪吹', '头发', 50, 98, 35, null, []),
    service('染发', '头发', 120, 468, 42, '问褪色和头皮', ['PPD', '对苯二胺']),
    service('烫发', '头发', 150, 598, 90, '问卷度好不好打理', []),
    service('头皮养护', '头发', 60, 328, 28, '问头屑和出油', []),
    service('纯色美甲', '手足', 60, 168, 25, null, ['甲醛']),
    service('款式美甲', '手足', 90, 268, 25, '问有没有翘边', ['甲醛']),
    service('睫毛嫁接', '美睫', 90, 368, 25, '问掉了几根', ['睫毛胶']),
  ],
  products: [
    { name: '山茶花保湿霜', group: '面部', price: 328 },
    { name: '氨基酸洁面', group: '面部', price: 128 },
    { name: '舒缓面膜 5片', group: '面部', price: 158 },
    { name: '护色洗发水', group: '头发', price: 138 },
    { name: '发尾精华油', group: '头发', price: 168 },
    { name: '指缘油', group: '手足', price: 68 },
  ],
  tags: ['敏感肌', '怕疼', '住附近', '周末', '新娘', '宝妈', '学生', '喜欢安静', '要发票', '停车'],
  sources: ['路过', '小红书', '大众点评', '抖音', '朋友介绍'],
  bySomebody: '朋友介绍',
  occupations: ['教师', '护士', '会计', '律师', '自己开店', '设计师', '全职妈妈', '公务员', '学生', '产品经理'],
  roads: ['梧桐路', '文汇路', '桂花弄', '青石巷', '荷花池路', '银杏大道'],
  fields: [
    { name: '发质', kind: 'choice', choices: ['细软', '粗硬', '自然卷', '受损'], purpose: '配色和用量' },
    { name: '开车来', kind: 'yes-no', choices: [], purpose: '提前留车位' },
  ],
  alerts: [
    { kind: 'allergy', text: '对苯二胺（PPD）', detail: '染发后头皮红肿两天。只用植物染。' },
    { kind: 'allergy', text: '睫毛胶', detail: '眼皮肿过一次。换低敏胶，先试一根。' },
    { kind: 'allergy', text: '精油', detail: '闻到薰衣草会打喷嚏。用无香基础油。' },
    { kind: 'allergy', text: '甲醛', detail: '手指起过红疹。用无甲醛的甲油胶。' },
    { kind: 'allergy', text: '酒精', detail: '擦酒精棉会泛红。' },
    { kind: 'contraindication', text: '腰椎间盘突出', detail: '不按腰，不俯卧太久。' },
    { kind: 'pregnancy', text: '怀孕', detail: '不用精油，不做热石，侧卧。' },
    { kind: 'skin', text: '玫瑰痤疮', detail: '不去角质，水温偏低。' },
    { kind: 'medication', text: '在吃异维A酸', detail: '不做清洁和刷酸。' },
    { kind: 'condition', text: '高血压', detail: '热敷缩短到10分钟，起身要慢。' },
  ],
  likes: ['温热毛巾', '靠窗的位置', '力度重一点', '茉莉花茶', '约周静', '开着轻音乐', '周六上午', '裸粉色'],
  dislikes: ['聊天', '香味太重', '水温太热', '推荐办卡', '空调直吹'],
  notes: [
    '下班后才有空，七点以后',
    '儿子放寒假会一起来',
    '上次说想试植物染',
    '年底搬家，可能换到周末',
    '爱喝温水，不加糖',
    '左肩受过伤，轻一点',
  ],
  visitNotes: [
    '皮肤比上次透',
    '头皮有点红，缩短了时间',
    '说肩膀松多了',
    '补了两片翘边的',
    '发尾干，加做了护理',
    '做到一半睡着了',
    '下次想换深一点的颜色',
    '右边颈肩偏紧',
  ],
  formulas: [
    '6.35 30克 + 7.0 20克，6%双氧，停35分钟',
    '5.4 40克，3%双氧，停30分钟',
    '7.1 25克 + 8.3 25克，6%双氧，停40分钟',
    '睫毛C卷10毫米，眼尾12毫米',
  ],
  said: [
    { channel: 'wechat', began: 'client', said: '问周六下午还有没有位置，约了三点。' },
    { channel: 'wechat', began: 'us', said: '发了护理后的注意事项，说皮肤很舒服。' },
    { channel: 'phone', began: 'us', said: '提醒明天的预约，会准时到。' },
    { channel: 'phone', began: 'client', said: '临时加班，改到下周二晚上。' },
    { channel: 'in-person', began: 'client', said: '路过进来坐了会儿，想给妈妈也约一次。' },
    { channel: 'wechat', began: 'client', said: '发来一张想要的发色，等下次再定。' },
  ],
  outcomes: [
    { outcome: 'well', note: '都好，皮肤不紧了' },
    { outcome: 'well', note: null },
    { outcome: 'booked', note: '约了下周' },
    { outcome: 'booked', note: null },
    { outcome: 'no-answer', note: null },
    { outcome: 'problem', note: '有一片翘边，请她过来补' },
  ],
  patchNotes: { none: '耳后，48小时没有发红', reaction: '耳后，第二天红了一片，有点痒' },
  captions: { hair: '染发前后，色卡画的', nails: '美甲前后，色卡画的' },
  birthdayNote: '生日前问候，送一次手部护理',
  missedNote: '很久没来了，问问近况',
  droppedNote: '搬去外地了',
  voidReason: '记到别人名下了',
  overrideReasons: ['换了不含这个的，先试了一小块，没有反应', '她自己要做，说清楚了，做完观察了20分钟', '只做局部，没碰到敏感的地方'],
  refundNote: '第二天就翘边了，全退',
  nameOf(random, female, index) {
    const surname = SURNAMES[Math.floor(random() ** 1.6 * SURNAMES.length)] ?? '林';
    const given = female ? HER : HIS;
    // The pair is counted through, so that no two are called the same.
    const first = given[index % given.length] ?? '宁';
    const second = given[(index * 7 + Math.floor(index / given.length) + 3) % given.length] ?? '安';
    const short = random() < 0.12 && index < given.length;
    return {
      name: surname + first + (short || first === second ? '' : second),
      nickname: random() < 0.14 ? (female ? `${surname}姐` : `${surname}哥`) : null,
    };
  },
  // 1xx 0013 nnnn: numbers nobody has.
  phoneOf(index) {
    const digits = `${PREFIXES[index % PREFIXES.length] ?? '138'}0013${String(2000 + index)}`;
    return { typed: `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`, e164: `+86${digits}` };
  },
};

const PREFIXES = ['138', '139', '135', '158', '186', '180', '131', '150'];
const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶'];
const HER = [...'若雅静怡欣悦溪梦瑶思语佳慧晓琳素芬丽娜英诗涵雨桐萱可馨妍春燕月云舒婉清意真知夏诺宁'];
const HIS = [...'子轩浩宇明辰建国志强文博俊杰晨伟'];
