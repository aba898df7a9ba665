// Invented people for the benchmark: the same seed gives the same salon, name by name.

export interface Person {
  readonly name: string;
  readonly pinyin: string;
  readonly phone: string;
  readonly birthday: string | null;
  readonly wechat: string | null;
  readonly address: string | null;
  readonly nickname: string | null;
}

/** A small seeded generator (mulberry32): numbers from 0 up to, not including, 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: () => number, from: readonly T[]): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

/** The index is in the phone number, so that no two people share one: 1XY 0013 nnnn, numbers nobody has. */
export function aPerson(random: () => number, index: number): Person {
  const [surname, surnamePinyin] = heavy(random, SURNAMES);
  const given = Array.from({ length: random() < 0.82 ? 2 : 1 }, () => pick(random, GIVEN));
  const pinyin = [surnamePinyin, ...given.map(([, sound]) => sound)].join(' ');
  return {
    name: surname + given.map(([sign]) => sign).join(''),
    pinyin,
    phone: phoneOf(index),
    birthday: random() < 0.6 ? birthday(random) : null,
    wechat: random() < 0.4 ? `${pinyin.replaceAll(' ', '')}${Math.floor(random() * 1000)}` : null,
    address: random() < 0.3 ? `${pick(random, ROADS)}${1 + Math.floor(random() * 400)}号` : null,
    nickname: random() < 0.15 ? `${pick(random, ['小', '阿', '老'])}${given[0]?.[0] ?? surname}` : null,
  };
}

export function aNote(random: () => number): string {
  return Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(random, NOTES)).join('，');
}

// The first names of the list are far more frequent than the last, as in life.
function heavy<T>(random: () => number, from: readonly T[]): T {
  const found = from[Math.floor(random() ** 2 * from.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

function phoneOf(index: number): string {
  const prefix = 130 + (Math.floor(index / 10_000) % 70);
  return `${prefix}0013${String(index % 10_000).padStart(4, '0')}`;
}

function birthday(random: () => number): string {
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
  const year = random() < 0.8 ? String(1955 + Math.floor(random() * 50)) : '-';
  return `${random() < 0.25 ? 'lunar:' : ''}${year}-${month}-${day}`;
}

function pairs(text: string): readonly (readonly [sign: string, sound: string])[] {
  return text.split(' ').map((word) => [word.slice(0, 1), word.slice(1)] as const);
}

const SURNAMES = pairs(
  '王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 林lin 高gao 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 邓deng 韩han 冯feng 曹cao 彭peng 曾zeng 肖xiao 田tian 董dong 潘pan 袁yuan 蔡cai 蒋jiang 余yu 于yu 杜du 叶ye 程cheng 魏wei 苏su 吕lv 丁ding 任ren 卢lu 姚yao 沈shen 钟zhong 姜jiang 崔cui 谭tan 陆lu 范fan 汪wang 廖liao 石shi 金jin 韦wei 贾jia 夏xia 付fu 方fang 邹zou 熊xiong 白bai 孟meng 秦qin 邱qiu 侯hou 江jiang 尹yin 薛xue 闫yan 段duan 雷lei 龙long 黎li 史shi 陶tao 贺he 毛mao 郝hao 顾gu 龚gong 邵shao 单shan',
);
const GIVEN = pairs(
  '芳fang 敏min 静jing 丽li 艳yan 娟juan 霞xia 燕yan 玲ling 桂gui 秀xiu 兰lan 英ying 华hua 慧hui 红hong 梅mei 莉li 琴qin 云yun 洁jie 雪xue 琳lin 倩qian 颖ying 婷ting 佳jia 欣xin 怡yi 雯wen 诗shi 涵han 梦meng 琪qi 思si 雨yu 若ruo 溪xi 晓xiao 春chun 秋qiu 冬dong 月yue 素su 芬fen 妍yan 珊shan 宜yi 瑶yao 桐tong 可ke 依yi 露lu 菲fei 蕾lei 薇wei 馨xin 彤tong 悦yue 宁ning 安an 然ran 清qing 文wen 君jun 萍ping 玉yu 珍zhen 凤feng 翠cui 淑shu 美mei 明ming 子zi 晨chen 昕xin 语yu 嫣yan 茜qian 楠nan 甜tian 爽shuang 丹dan 晶jing 蓉rong 岚lan 韵yun 锦jin 婉wan 知zhi 歌ge 遥yao 遇yu 卓zhuo',
);
const ROADS = ['人民路', '解放东路', '中山北路', '建设大道', '学院街', '滨江路', '花园路', '文化西路'];
const NOTES = [
  '头皮敏感，水温偏低',
  '喜欢安静，不聊天',
  '染发用6.35号色',
  '肩颈偏紧，力度重一点',
  '睫毛C卷10毫米',
  '下次想试补水护理',
  '对香味敏感，不用精油',
  '只约周末下午',
  '上次发尾有点干',
  '介绍过两位朋友',
  '要靠窗的位置',
  '赶时间，不做造型',
  '喝温水，不加糖',
  '左肩受过伤',
];
