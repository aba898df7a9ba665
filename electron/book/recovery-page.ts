// The sheet with the recovery key: as a page to print and as plain text for a USB stick. It is the only paper that opens the book.

import { formatRecoverySheet, type RecoverySheetWords } from '../../shared/book/recovery-words';
import { escapeHtml } from '../core/html';

export interface RecoveryPrint {
  readonly shopName: string;
  readonly groups: readonly string[];
  readonly on: string;
  readonly language: 'zh-CN' | 'en';
}

export function recoveryText(print: RecoveryPrint): string {
  const words = formatRecoverySheet(print.language);
  const lines = [
    words.title,
    `${print.shopName}  ${print.on}`,
    '',
    words.lead,
    '',
    ...numbered(print.groups),
    '',
    ...words.rules.map((rule) => `- ${rule}`),
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

export function recoveryHtml(print: RecoveryPrint): string {
  const words = formatRecoverySheet(print.language);
  const cells = print.groups.map((group, i) => `<td><small>${i + 1}</small><b>${escapeHtml(group)}</b></td>`);
  return `<!doctype html><html lang="${print.language}"><meta charset="utf-8"><title>${escapeHtml(words.title)}</title><style>${STYLE}</style>
<h1>${escapeHtml(words.title)}</h1><p class="for">${escapeHtml(print.shopName)} · ${escapeHtml(print.on)}</p><p>${escapeHtml(words.lead)}</p>
<table><tr>${cells.slice(0, 4).join('')}</tr><tr>${cells.slice(4).join('')}</tr></table>${rules(words)}</html>`;
}

const STYLE = `@page{size:A5 landscape;margin:12mm}body{font:11pt/17pt "Noto Sans CJK SC","Microsoft YaHei UI","PingFang SC",sans-serif;color:#000}
h1{font-size:17pt;margin:0}.for{margin:0 0 5mm;color:#444}table{border-collapse:collapse;margin:5mm 0}td{border:.3mm solid #000;padding:2mm 5mm;width:36mm}
small{display:block;font-size:8pt;color:#444}b{font:600 16pt/22pt Consolas,"Noto Sans Mono CJK SC",monospace;letter-spacing:.08em}li{font-size:10pt}`;

function rules(words: RecoverySheetWords): string {
  return `<ul>${words.rules.map((rule) => `<li>${escapeHtml(rule)}</li>`).join('')}</ul>`;
}

function numbered(groups: readonly string[]): string[] {
  return groups.map((group, i) => `${i + 1}  ${group}`);
}
