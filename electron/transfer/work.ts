// What the thread of whole books does: writes one from the book at one moment, reads and checks one, or brings one back.

import { wrapDatabase, type Db } from '../core/database/database';
import { failureOf } from '../core/database/failures';
import { createSealer, type Sealer } from '../core/sealing';
import type { WorkerTools } from '../core/worker-side';
import { checkFilePassword } from '../exports/protect';
import { openBook, writeFile } from '../exports/write';
import { bringBack } from './bring-back';
import { contentOf, type BookContent } from './content';
import { writePack } from './exit-pack';
import { writeJson } from './json';
import { readBook } from './read-book';
import { sheetsOfBook } from './sheets';
import { openSink } from './sink';
import type { ReadAnswer, ReadTask, TransferTask, WriteAnswer, WriteTask } from './tasks';

export async function work(task: TransferTask, tools: WorkerTools): Promise<unknown> {
  if (task.task === 'read') return read(task, tools);
  return task.task === 'commit' ? bringBack(task, tools) : write(task, tools);
}

async function write(task: WriteTask, tools: WorkerTools): Promise<WriteAnswer> {
  if (task.task === 'xlsx' && task.password !== null) checkFilePassword(task.password);
  const sqlite = openBook(task);
  const { healthKey, photosKey } = task;
  try {
    // One moment: what is changed meanwhile is not half in the file.
    sqlite.exec('BEGIN');
    const db = wrapDatabase(sqlite);
    const health = createSealer(Buffer.from(healthKey.buffer, healthKey.byteOffset, healthKey.byteLength), 'health');
    const content = contentOf(
      db,
      { health, photos: Buffer.from(photosKey.buffer, photosKey.byteOffset, photosKey.byteLength) },
      task.takenAt,
    );
    await writeInto(task, content, { db, health }, tools);
    return { rows: content.total };
  } catch (error) {
    throw failureOf(error) ?? error;
  } finally {
    healthKey.fill(0);
    photosKey.fill(0);
    sqlite.close();
  }
}

async function writeInto(task: WriteTask, content: BookContent, from: { db: Db; health: Sealer }, tools: WorkerTools): Promise<void> {
  if (task.task === 'pack') await writePack(task, { ...from, content }, tools);
  else if (task.task === 'json') await writeJsonFile(task.target, content, tools);
  else await writeFile(task, sheetsOfBook(content, task.language), tools);
}

async function writeJsonFile(target: string, content: BookContent, tools: WorkerTools): Promise<void> {
  const sink = openSink(target);
  const encoder = new TextEncoder();
  try {
    await writeJson((text) => sink.put(encoder.encode(text)), content, tools);
    sink.finish();
  } finally {
    sink.close();
  }
}

function read({ file }: ReadTask, tools: WorkerTools): ReadAnswer {
  const { shop, takenAt, sha256, tables, problems, problemsTotal } = readBook(file, tools);
  const counts = tables.map(({ table, rows }) => ({ table: table.name, rows: rows.length }));
  return { shop, takenAt, sha256, counts, problems: [...problems], problemsTotal };
}
