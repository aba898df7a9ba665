// All services, held against the contract by the compiler.

import type { AppContract } from '../shared/contract';
import type { AppEvent } from '../shared/events';
import { createAppearanceService, type AppearanceFile } from './appearance/service';
import type { AuditLog } from './audit/audit-log';
import { createAuditService } from './audit/service';
import type { Backups } from './backups/backups';
import { createBackupsService } from './backups/service';
import { createBookService, type BookParts } from './book/service';
import { catalogueService } from './catalogue/service';
import { clientRows, createClientsService } from './clients/service';
import { contactsService } from './contacts/service';
import { patchTestsService } from './patch-tests/service';
import type { Services } from './core/context';
import type { Workers } from './core/workers';
import type { Display } from './diagnostics/machine';
import { createDiagnosticsService } from './diagnostics/service';
import { draftsService } from './drafts/service';
import type { Places } from './exports/place';
import { createExportsService } from './exports/service';
import { fieldsService } from './fields/service';
import { createFollowUpsService } from './follow-ups/service';
import { createHealthService } from './health/service';
import { historyService } from './history/service';
import type { ChosenFiles } from './imports/chosen-files';
import { createImportsService } from './imports/service';
import { createJobsService } from './jobs/service';
import type { UnfinishedJobs } from './jobs/unfinished';
import { loyaltyService } from './loyalty/service';
import { createPeopleService } from './people/service';
import { createPhotosService } from './photos/service';
import { preferencesService } from './preferences/service';
import { createPrintingService } from './printing/service';
import { relationsService } from './relations/service';
import type { LiveSearch } from './search/live-search';
import { createRestoreService } from './restore/service';
import { createRevealsService } from './reveals/service';
import { createSampleService, type SampleDoor } from './sample/service';
import { createSafetyService } from './safety/service';
import { createSalvageService } from './salvage/service';
import { settingsService } from './settings/service';
import { staffService } from './staff/service';
import { tagsService } from './tags/service';
import { tiersService } from './tiers/service';
import { timelineService } from './timeline/service';
import { createTodayService } from './today/service';
import type { BroughtBooks } from './transfer/brought-books';
import { createTransferService } from './transfer/service';
import { visitsService } from './visits/service';

export interface ServiceParts extends BookParts {
  readonly publish: (event: AppEvent) => void;
  readonly appearance: AppearanceFile;
  readonly profile: string;
  readonly displays: () => readonly Display[];
  readonly audit: AuditLog;
  readonly backups: Backups;
  readonly search: LiveSearch;
  readonly workers: Workers;
  readonly files: ChosenFiles;
  readonly brought: BroughtBooks;
  readonly cancel: (callId: string) => void;
  readonly unfinished: UnfinishedJobs;
  readonly sample: { readonly door: SampleDoor; readonly isSample: boolean };
}

export function createServices(parts: ServiceParts): Services<AppContract> {
  const places: Places = new Map();
  const { told } = parts.unfinished;
  const backups = createBackupsService(parts);
  const imports = createImportsService(parts);
  const people = createPeopleService(parts);
  const followUps = createFollowUpsService(clientRows);
  const today = createTodayService(parts.publish);
  const transfer = createTransferService({ ...parts, places });
  return {
    appearance: createAppearanceService(parts.appearance, () => parts.publish({ type: 'appearance-changed' })),
    audit: createAuditService(parts),
    backups: { ...backups, make: told({ kind: 'backup' }, backups.make) },
    book: createBookService(parts),
    catalogue: catalogueService,
    clients: createClientsService(parts.search),
    contacts: contactsService,
    patchTests: patchTestsService,
    diagnostics: createDiagnosticsService(parts),
    drafts: draftsService,
    exports: createExportsService({ ...parts, places }),
    fields: fieldsService,
    followUps,
    health: createHealthService(parts),
    history: historyService,
    imports: { ...imports, commit: told({ kind: 'import', operation: 'imports.commit' }, imports.commit) },
    jobs: createJobsService(parts),
    loyalty: loyaltyService,
    people: { ...people, rotateKeys: told({ kind: 'keys' }, people.rotateKeys) },
    photos: createPhotosService(parts),
    preferences: preferencesService,
    printing: createPrintingService({ ...parts, places, today: today.page, board: followUps.board }),
    relations: relationsService,
    restore: createRestoreService(parts),
    reveals: createRevealsService(parts),
    safety: createSafetyService(parts),
    salvage: createSalvageService(parts),
    sample: createSampleService(parts.sample),
    settings: settingsService,
    staff: staffService,
    tags: tagsService,
    tiers: tiersService,
    timeline: timelineService,
    today,
    transfer: { ...transfer, commit: told({ kind: 'import', operation: 'transfer.commit' }, transfer.commit) },
    visits: visitsService,
  };
}
