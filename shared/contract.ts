// The whole API on one page. The allow-list of the bridge, every type and every permission check are derived from this table.

import { auditContract } from './audit/contract';
import { backupsContract } from './backups/contract';
import { bookContract } from './book/contract';
import { catalogueContract } from './catalogue/contract';
import { clientsContract } from './clients/contract';
import { contactsContract } from './contacts/contract';
import { patchTestsContract } from './patch-tests/contract';
import type { Contract, InputOf, Operation, OperationAt, OutputOf, PathOf } from './core/operation';
import { diagnosticsContract } from './diagnostics/contract';
import { draftsContract } from './drafts/contract';
import { exportsContract } from './exports/contract';
import { fieldsContract } from './fields/contract';
import { followUpsContract } from './follow-ups/contract';
import { healthContract } from './health/contract';
import { historyContract } from './history/contract';
import { importsContract } from './imports/contract';
import { jobsContract } from './jobs/contract';
import { loyaltyContract } from './loyalty/contract';
import { peopleContract } from './people/contract';
import type { Permission } from './permissions';
import { photosContract } from './photos/contract';
import { preferencesContract } from './preferences/contract';
import { printingContract } from './printing/contract';
import { relationsContract } from './relations/contract';
import { restoreContract } from './restore/contract';
import { revealsContract } from './reveals/contract';
import { salvageContract } from './salvage/contract';
import { sampleContract } from './sample/contract';
import { safetyContract } from './safety/contract';
import { appearanceContract, settingsContract } from './settings/contract';
import { staffContract } from './staff/contract';
import { tagsContract } from './tags/contract';
import { tiersContract } from './tiers/contract';
import { timelineContract } from './timeline/contract';
import { todayContract } from './today/contract';
import { transferContract } from './transfer/contract';
import { visitsContract } from './visits/contract';

export const contract = {
  appearance: appearanceContract,
  audit: auditContract,
  backups: backupsContract,
  book: bookContract,
  catalogue: catalogueContract,
  clients: clientsContract,
  contacts: contactsContract,
  patchTests: patchTestsContract,
  diagnostics: diagnosticsContract,
  drafts: draftsContract,
  exports: exportsContract,
  fields: fieldsContract,
  followUps: followUpsContract,
  health: healthContract,
  history: historyContract,
  imports: importsContract,
  jobs: jobsContract,
  loyalty: loyaltyContract,
  people: peopleContract,
  photos: photosContract,
  preferences: preferencesContract,
  printing: printingContract,
  relations: relationsContract,
  restore: restoreContract,
  reveals: revealsContract,
  safety: safetyContract,
  salvage: salvageContract,
  sample: sampleContract,
  settings: settingsContract,
  staff: staffContract,
  tags: tagsContract,
  tiers: tiersContract,
  timeline: timelineContract,
  today: todayContract,
  transfer: transferContract,
  visits: visitsContract,
} satisfies Contract<Permission>;

export type AppContract = typeof contract;
export type Path = PathOf<AppContract>;
export type OperationOf<P extends Path> = OperationAt<AppContract, P> extends infer Op extends Operation ? Op : never;
export type Input<P extends Path> = InputOf<OperationOf<P>>;
export type Output<P extends Path> = OutputOf<OperationOf<P>>;
