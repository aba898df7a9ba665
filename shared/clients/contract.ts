// Clients 客户: who they are and how they are found.

import { z } from 'zod';
import { Birthday } from '../core/birthday';
import { IsoDate, IsoInstant } from '../core/date';
import { amount, contactText, phoneNumber, phoneText } from '../core/marks';
import { command, job, query } from '../core/operation';
import { LongText, PersonName, ShortText } from '../core/text';
import { FieldValue, FieldValueDraft } from '../fields/contract';
import { ClientFieldId, ClientId, PhoneId, StaffId, TagId, TierId } from '../ids';
import { AlertDraft, AlertEndings, Preference, ShownAlertKind } from '../preferences/contract';
import { BroughtOver, ImportRemark } from './brought-over';
import { ErasePreview } from './erase';
import { ClientFilter, ClientSort } from './filter';

export const Gender = z.enum(['female', 'male']);
export type Gender = z.infer<typeof Gender>;

/** A phone as typed; what it was understood as is decided in the service. */
export const PhoneDraft = z.object({ typed: ShortText(60).min(1), label: ShortText(20).nullable() });
export type PhoneDraft = z.infer<typeof PhoneDraft>;

export const Email = z.email({ error: 'email.invalid' }).max(254);

/** More tags on one client tell nobody anything. */
export const MOST_TAGS = 200;

export const ClientDraft = z.object({
  name: PersonName,
  nickname: ShortText(80).nullable(),
  gender: Gender.nullable(),
  birthday: Birthday.nullable(),
  phones: z.array(PhoneDraft).max(10),
  wechat: ShortText(80).nullable(),
  email: Email.nullable(),
  address: LongText(300).nullable(),
  source: ShortText(80).nullable(),
  referrer: ShortText(80).nullable(),
  occupation: ShortText(80).nullable(),
  staffId: StaffId.nullable(),
  tierId: TierId.nullable(),
  firstSeenOn: IsoDate.nullable(),
  tags: z.array(ShortText(30).min(1)).max(MOST_TAGS),
  alerts: z.array(AlertDraft).max(50),
  /** 问过，没有: somebody asked about health alerts and there are none. */
  askedNoAlerts: z.boolean(),
  /** Fields of the shop's own, as far as they were asked for. */
  fields: z.array(FieldValueDraft).max(200).default([]),
});
export type ClientDraft = z.infer<typeof ClientDraft>;

/** A new client may come with who of the book sent them; later that is a matter of relations. */
export const NewClientDraft = ClientDraft.extend({ referredById: ClientId.nullable().default(null) });
export type ClientDraftInput = z.input<typeof ClientDraft>;

export const Tag = z.object({ id: TagId, name: z.string() });
export type Tag = z.infer<typeof Tag>;

export const TierMark = z.enum(['diamond', 'gold', 'silver', 'regular']);
export type TierMark = z.infer<typeof TierMark>;
export const Tier = z.object({ id: TierId, name: z.string(), mark: TierMark });
export type Tier = z.infer<typeof Tier>;

/** `e164` is null when the number could not be understood; `typed` is always kept. Masked, `shown` has the last four digits only. */
export const Phone = z.object({
  id: PhoneId,
  typed: phoneText(),
  e164: phoneNumber(),
  shown: phoneText(),
  label: z.string().nullable(),
});
export type Phone = z.infer<typeof Phone>;

/** What a row of any client list shows. */
export const ClientRow = z.object({
  id: ClientId,
  number: z.string(),
  name: z.string(),
  nickname: z.string().nullable(),
  pinyin: z.string(),
  tier: Tier.nullable(),
  phone: phoneText(),
  lastVisitOn: IsoDate.nullable(),
  visits: z.number().int(),
  spentCents: amount(),
  tags: z.array(z.string()),
  staff: z.string().nullable(),
  alerts: z.array(ShownAlertKind),
  archived: z.boolean(),
});
export type ClientRow = z.infer<typeof ClientRow>;

/** Why a row was found: in which field, and which characters of it to mark. */
export const Match = z.object({
  field: z.enum(['name', 'nickname', 'pinyin', 'phone', 'number', 'note']),
  ranges: z.array(z.tuple([z.number().int(), z.number().int()])),
  excerpt: z.string().nullable(),
});
export type Match = z.infer<typeof Match>;
export const FoundClient = ClientRow.extend({ match: Match.nullable(), fields: z.array(FieldValue) });
export type FoundClient = z.infer<typeof FoundClient>;

export const ClientPage = z.object({
  id: ClientId,
  number: z.string(),
  name: z.string(),
  nickname: z.string().nullable(),
  pinyin: z.string(),
  gender: Gender.nullable(),
  birthday: Birthday.nullable(),
  phones: z.array(Phone),
  wechat: contactText(),
  email: contactText(),
  address: contactText(),
  source: z.string().nullable(),
  referrer: z.string().nullable(),
  occupation: z.string().nullable(),
  staff: z.object({ id: StaffId, name: z.string() }).nullable(),
  tier: Tier.nullable(),
  firstSeenOn: IsoDate.nullable(),
  tags: z.array(Tag),
  preferences: z.array(Preference),
  askedNoAlerts: z.boolean(),
  archivedAt: IsoInstant.nullable(),
  deletedAt: IsoInstant.nullable(),
  visits: z.number().int(),
  spentCents: amount(),
  firstVisitOn: IsoDate.nullable(),
  lastVisitOn: IsoDate.nullable(),
  /** Days of visits in the last 24 months, oldest first, for the rhythm strip. */
  visitDays: z.array(IsoDate),
  /** The client's own rhythm in days (median gap of at least three visits) and the day they are expected next. */
  rhythm: z.object({ days: z.number().int(), expectedOn: IsoDate }).nullable(),
  broughtOver: BroughtOver.nullable(),
  remarks: z.array(ImportRemark),
  fields: z.array(FieldValue),
  /** `required`: what the owner insists on and is not there, a standard field or the id of one of the shop's own. */
  completeness: z.object({ percent: z.number().int(), missing: z.array(z.string()), required: z.array(z.string()) }),
  /** Changes with whatever the form can change: a form that began from another one is stale. */
  version: z.string(),
});
export type ClientPage = z.infer<typeof ClientPage>;

/** Columns that can be left out; the name always stands. */
export const ListColumn = z.enum(['tier', 'phone', 'lastVisit', 'visits', 'spent', 'tags', 'staff']);
export type ListColumn = z.infer<typeof ListColumn>;
/** The shop's own fields that are columns, and the standard columns that are not. */
export const ChosenColumns = z.object({ fields: z.array(ClientFieldId).max(60), hidden: z.array(ListColumn).max(10).default([]) });

const one = z.object({ id: ClientId });
/** What one act may touch at once. */
export const MOST_AT_ONCE = 5000;
const several = z.array(ClientId).min(1).max(MOST_AT_ONCE);

export const clientsContract = {
  list: query({
    permission: 'clients.see',
    input: z.object({
      filter: ClientFilter,
      sort: ClientSort,
      descending: z.boolean(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.object({ rows: z.array(FoundClient), total: z.number().int() }),
  }),
  counts: query({
    permission: 'clients.see',
    input: z.null(),
    output: z.object({ current: z.number().int(), archived: z.number().int(), bin: z.number().int() }),
  }),
  get: query({ permission: 'clients.see', input: one, output: ClientPage }),
  /** Who already has this phone; asked while typing. `self` is left out of the answer. */
  withPhone: query({
    permission: 'contact.change',
    input: z.object({ typed: z.string().max(60), self: ClientId.nullable() }),
    output: z.object({
      e164: z.string().nullable(),
      shown: z.string().nullable(),
      problem: z.string().nullable(),
      by: z.number().int().nullable(),
      clients: z.array(ClientRow),
    }),
  }),
  tags: query({
    permission: 'clients.see',
    input: z.null(),
    output: z.array(Tag.extend({ group: z.string().nullable(), clients: z.number().int() })),
  }),
  tiers: query({ permission: 'clients.see', input: z.null(), output: z.array(Tier) }),
  sources: query({ permission: 'clients.see', input: z.null(), output: z.array(z.string()) }),
  /** What this person has as columns of their list. */
  columns: query({ permission: 'clients.see', input: z.null(), output: ChosenColumns }),
  showColumns: command({ permission: 'clients.see', input: ChosenColumns, output: z.null(), audited: false }),
  create: command({ permission: 'clients.change', input: NewClientDraft, output: z.object({ id: ClientId, number: z.string() }) }),
  /** `version`: of the page the change began from; null writes over whatever is there. */
  update: command({
    permission: 'clients.change',
    input: z.object({
      id: ClientId,
      draft: ClientDraft,
      version: z.string().max(60).nullable().default(null),
      endings: AlertEndings,
    }),
    output: z.null(),
  }),
  addTag: command({
    permission: 'clients.change',
    input: z.object({ ids: several, name: ShortText(30).min(1) }),
    output: z.null(),
  }),
  removeTag: command({
    permission: 'clients.change',
    input: z.object({ ids: several, tagId: TagId }),
    output: z.null(),
  }),
  /** To one of the staff, or to nobody. */
  assign: command({
    permission: 'clients.change',
    input: z.object({ ids: several, staffId: StaffId.nullable() }),
    output: z.null(),
  }),
  setTier: command({
    permission: 'clients.change',
    input: z.object({ ids: several, tierId: TierId.nullable() }),
    output: z.null(),
  }),
  archiveAll: command({ permission: 'clients.change', input: z.object({ ids: several }), output: z.null() }),
  archive: command({ permission: 'clients.change', input: one, output: z.null() }),
  unarchive: command({ permission: 'clients.change', input: one, output: z.null() }),
  /** To the bin; can be taken back. */
  remove: command({ permission: 'bin.change', input: one, output: z.null() }),
  restore: command({ permission: 'bin.change', input: one, output: z.null() }),
  /** Before that. */
  erasing: query({ permission: 'owner', input: one, output: ErasePreview }),
  /** For good, from the bin only, in the journal too; the client's number is typed so that it is the one that is meant. */
  erase: job({ permission: 'owner', input: z.object({ id: ClientId, confirm: ShortText(40) }), output: z.null() }),
  /** Remembers that the page was opened, for 最近打开. */
  opened: command({ permission: 'clients.see', input: one, output: z.null(), audited: false }),
};
