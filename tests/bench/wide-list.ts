// A list as an old till exports it, twenty columns wide: what `import` reads. Written once by ExcelJS and kept in the XDG cache.

import ExcelJS from 'exceljs';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { aNote, aPerson, pick, seeded } from './people';

const HEADER = [
  '会员编号',
  '姓名',
  '昵称',
  '性别',
  '手机',
  '备用电话',
  '生日',
  '微信',
  '邮箱',
  '地址',
  '来源',
  '介绍人',
  '职业',
  '等级',
  '标签',
  '服务员工',
  '建档日期',
  '过敏',
  '偏好',
  '备注',
];

export async function wideList(rows: number): Promise<string> {
  const folder = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'shuke');
  const kept = path.join(folder, `bench-list-1-${rows}.xlsx`);
  if (existsSync(kept)) return kept;
  mkdirSync(folder, { recursive: true });
  const draft = path.join(folder, `.making-${process.pid}.xlsx`);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: draft, useSharedStrings: true });
  const sheet = book.addWorksheet('会员');
  sheet.addRow(HEADER).commit();
  const random = seeded(7);
  for (let row = 0; row < rows; row += 1) sheet.addRow(rowOf(row, random)).commit();
  sheet.commit();
  await book.commit();
  renameSync(draft, kept);
  return kept;
}

function rowOf(row: number, random: () => number): (string | number)[] {
  const { name, phone, nickname, birthday, wechat, address } = aPerson(random, row);
  const digits = (count: number) => String(Math.floor(random() * 10 ** count)).padStart(count, '0');
  return [
    `A${String(row + 1).padStart(6, '0')}`,
    name,
    nickname ?? '',
    random() < 0.9 ? '女' : '男',
    phone,
    random() < 0.1 ? `15${digits(9)}` : '',
    birthday ?? '',
    wechat ?? '',
    random() < 0.2 ? `m${digits(6)}@example.com` : '',
    address ?? '',
    pick(random, ['小红书', '美团', '朋友介绍', '路过']),
    random() < 0.2 ? aPerson(random, row).name : '',
    pick(random, ['老师', '会计', '护士', '自由职业', '']),
    pick(random, ['普通', '银卡', '金卡']),
    pick(random, ['怕疼', '安静', '宝妈', '']),
    pick(random, ['苏敏', '王芳', '周静']),
    `20${21 + Math.floor(random() * 5)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`,
    random() < 0.05 ? '花生过敏' : '',
    pick(random, ['力度偏轻', '水温要热一点', '']),
    aNote(random),
  ];
}
