// What the sample salon may ask of the operating system: everything that leaves it says what it is, and no backup goes in or out.

import { refuse } from '../../shared/errors';
import { BACKUP_ENDING } from '../backups/backup-file';
import type { Dialogs, FileFilter } from '../core/dialogs';

interface Mark {
  /** In the name of every file. */
  readonly name: string;
  /** On every page that is printed. */
  readonly line: string;
}

export function contentMark(language: 'zh-CN' | 'en'): Mark {
  return language === 'en'
    ? { name: 'Sample', line: 'Sample salon · everything is invented' }
    : { name: '示例店', line: '示例店 · 内容都是编的' };
}

export function markedDialogs(dialogs: Dialogs, { name, line }: Mark): Dialogs {
  return {
    ...dialogs,
    async chooseFile(filters: readonly FileFilter[]) {
      // A backup of the shop opened here would be thrown away with the sample salon.
      if (filters.some(({ extensions }) => extensions.includes(BACKUP_ENDING.slice(1)))) throw refuse('sample.only-here');
      return dialogs.chooseFile(filters);
    },
    async chooseFolder() {
      throw refuse('sample.only-here');
    },
    saveFile: (suggested, filters) => dialogs.saveFile(`${name} ${suggested}`, filters),
    print: (html, footer) => dialogs.print(marked(html, line), footed(line, footer)),
    pdf: (page) => dialogs.pdf({ ...page, html: marked(page.html, line), footer: footed(line, page.footer) }),
  };
}

/** In the flow of the first page, where nothing can cover it. */
function marked(html: string, line: string): string {
  const band = `<p style="margin:0 0 3mm;padding:1mm 2mm;border:.3mm solid #000;font-weight:600">${line}</p>`;
  return html.replace(/<header|<\/html>|$/, (place) => band + place);
}

function footed(line: string, footer = ''): string {
  return footer === '' ? line : `${line} · ${footer}`;
}
