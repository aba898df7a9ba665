// The list of one thread: read once, and its own rows checked once for each way of matching it.

import type { WorkerTools } from '../core/worker-side';
import { checkOwnRows, type OwnChecked } from './check-list';
import { readTable } from './reading/read';
import type { Table } from './reading/table';
import type { ListFile, ListTask } from './tasks';

export class HeldList {
  readonly #file: ListFile;
  #table: Table | null = null;
  #checked: { readonly asked: string; readonly own: OwnChecked } | null = null;

  constructor(file: ListFile) {
    this.#file = file;
  }

  table(tools: WorkerTools): Table {
    if (this.#table !== null) return this.#table;
    tools.progress('reading', 0, null);
    return (this.#table = readTable(this.#file.bytes, this.#file));
  }

  /** What can be said of the list without the book: the same as long as the same is asked. */
  ownRows({ matching, region, shop, today }: ListTask, tools: WorkerTools): OwnChecked {
    const asked = JSON.stringify([matching, region, shop, today]);
    if (this.#checked?.asked === asked) return this.#checked.own;
    const own = checkOwnRows(this.table(tools), { matching, region, shop, today }, tools);
    this.#checked = { asked, own };
    return own;
  }

  /** As above, for the last time: what is written needs the memory of what was read. */
  lastOwnRows(task: ListTask, tools: WorkerTools): OwnChecked {
    const own = this.ownRows(task, tools);
    this.#table = null;
    this.#checked = null;
    return own;
  }
}
