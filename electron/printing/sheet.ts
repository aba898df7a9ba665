// A printed sheet: its head, its style and its footer. Black on white, and readable after a photocopier.

import type { Paper } from '../../shared/printing/contract';
import type { ExportLanguage } from '../../shared/exports/contract';
import { formatIn } from '../../shared/core/format';
import type { IsoInstant } from '../../shared/core/date';
import type { PaperPage } from '../core/dialogs';
import { escapeHtml } from '../core/html';
import { WORDS, type SheetWords } from './words';

export interface Sheet {
  readonly kind: 'card' | 'visits' | 'day' | 'consent' | 'loyal';
  /** The large line and the one below it. */
  readonly title: string;
  readonly under: readonly string[];
  readonly landscape: boolean;
  /** HTML; every text in it has been escaped. */
  readonly body: string;
}

export interface Printing {
  readonly language: ExportLanguage;
  readonly paper: Paper;
  readonly shopName: string;
  readonly by: string;
  readonly now: IsoInstant;
}

export function pageOf(sheet: Sheet, printing: Printing): PaperPage {
  const { kind, title, under, landscape, body } = sheet;
  const { language, paper, shopName } = printing;
  const words = WORDS[language];
  const size = landscape ? `${paper} landscape` : paper;
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${escapeHtml(words[kind])}</title>
<style>@page{size:${size};margin:12mm}${STYLE}${paper === 'A5' ? SMALL : ''}</style>
<header><div><h1>${escapeHtml(title)}</h1><p>${under.map(escapeHtml).join('　')}</p></div>
<div class="shop"><b>${escapeHtml(shopName)}</b><p>${escapeHtml(words[kind])}</p></div></header>${body}</html>`;
  return { html, paper, landscape, footer: footerOf(sheet, printing) };
}

/** What a printer puts under each page: plain text, the pages are counted by the system. */
export function footerText({ kind }: Sheet, { language, by, now }: Printing): string {
  const words = WORDS[language];
  return `${words.printedBy(by, formatIn(language).moment(now))}${words.comma}${afterwards(kind, words)}`;
}

function footerOf({ kind }: Sheet, { language, paper, by, now }: Printing): string {
  const words = WORDS[language];
  const page = words.page('<span class="pageNumber"></span>', '<span class="totalPages"></span>');
  const printed = escapeHtml(words.printedBy(by, formatIn(language).moment(now)));
  return `<div style="font:${paper === 'A5' ? 6 : 7.5}pt ${FONTS};color:#444;width:100%;box-sizing:border-box;padding:0 ${SIDE};display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 4mm"><span>${printed}${words.comma}${page}</span><span>${escapeHtml(afterwards(kind, words))}</span></div>`;
}

/** A signature is kept; everything else has no use after its day. */
function afterwards(kind: Sheet['kind'], { keep, shred }: SheetWords): string {
  return kind === 'consent' ? keep : shred;
}

/** Chromium draws a footer a third larger than the page: this is the page's margin of 12 mm. */
const SIDE = '9mm';

const FONTS = `'Noto Sans CJK SC','Microsoft YaHei UI','PingFang SC',sans-serif`;

const STYLE = `*{box-sizing:border-box}body{font:10.5pt/16pt ${FONTS};color:#000;margin:0}p,h1,h2{margin:0}
header{display:flex;justify-content:space-between;border-bottom:.4mm solid #000;padding-bottom:3mm;margin-bottom:5mm}
h1{font-size:20pt;line-height:26pt}h2{font-size:12pt;margin:6mm 0 2mm}.shop{text-align:right}.shop b{font-size:13pt}
.alerts{border:.4mm solid #000;border-radius:2mm;margin-bottom:5mm}.alerts p{padding:2mm 4mm}.alerts p+p{border-top:.3mm solid #000}
.facts{display:grid;grid-template-columns:auto 1fr auto 1fr;gap:2mm 6mm}.facts dt{color:#444}.facts dd{margin:0}
table{width:100%;border-collapse:collapse}thead{display:table-header-group}tr{break-inside:avoid}
th{font-weight:400;color:#444;text-align:left}th,td{padding:1.6mm 3mm 1.6mm 0;border-bottom:.25mm solid #999;vertical-align:top}
thead th{border-bottom:.4mm solid #000}td.date{white-space:nowrap;width:1%;padding-right:6mm}.num{text-align:right;white-space:nowrap;padding-right:0;font-variant-numeric:tabular-nums}
small{display:block;font-size:9.5pt;line-height:14pt;color:#333}.line{border-bottom:.25mm solid #999;color:#444;padding-top:5mm;min-height:11mm}
.hand td{height:9mm}.box{display:inline-block;width:3.4mm;height:3.4mm;border:.3mm solid #000;border-radius:.6mm;margin-right:2.5mm;vertical-align:-.4mm}
.num.pad{padding-right:4mm}.todo{list-style:none;margin:0;padding:0;columns:2}.todo li{break-inside:avoid;padding:.8mm 0}.quiet{color:#444}.void{text-decoration:line-through}
.ask{border-top:.25mm solid #999;padding:2.2mm 0}.ask>p+p,.ask>p+.sign{margin-top:1mm}.apart{border:.4mm solid #000;border-radius:2mm;padding:2.5mm 4mm;margin:1mm 0 2.5mm}.boxes{display:flex;flex-wrap:wrap;gap:1.5mm 7mm}
.sign{display:flex;gap:6mm;margin-top:3.5mm;break-inside:avoid}.sign span{flex:1;border-bottom:.25mm solid #000;min-height:7mm;padding-top:2mm;white-space:nowrap}.sign .short{flex:0 0 30%}.wards{margin-top:4mm}.lead{margin-bottom:3mm}.together{break-inside:avoid}`;

const SMALL = `body{font-size:9pt;line-height:13.5pt}h1{font-size:17pt;line-height:22pt}h2{margin-top:4mm}small{font-size:8pt;line-height:12pt}.ask{padding:1.6mm 0}.apart{padding:2mm 3mm}.todo{columns:1}.hand tbody tr:nth-child(n+6){display:none}`;
