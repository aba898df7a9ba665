// What the sample salon is made of, in one language: its people, what it offers, and the sentences its history is written in.

export interface SampleService {
  readonly name: string;
  readonly group: string;
  readonly minutes: number;
  readonly price: number;
  readonly followUpDays: number | null;
  readonly followUpNote: string | null;
  readonly ingredients: readonly string[];
}

export interface SampleAlert {
  readonly kind: 'allergy' | 'contraindication' | 'pregnancy' | 'skin' | 'medication' | 'condition';
  readonly text: string;
  readonly detail: string;
}

export interface SampleContent {
  readonly shopName: string;
  /** Region of the phones. */
  readonly region: 'CN' | 'GB';
  /** The owner, the front desk and the therapist sign in; the first of the staff is the owner, and so on. */
  readonly staff: readonly { readonly name: string; readonly post: string }[];
  readonly tiers: readonly string[];
  readonly services: readonly SampleService[];
  readonly products: readonly { readonly name: string; readonly group: string; readonly price: number }[];
  readonly tags: readonly string[];
  readonly sources: readonly string[];
  /** The source of those whom another client sent. */
  readonly bySomebody: string;
  readonly occupations: readonly string[];
  readonly roads: readonly string[];
  readonly fields: readonly {
    readonly name: string;
    readonly kind: 'choice' | 'yes-no';
    readonly choices: readonly string[];
    readonly purpose: string;
  }[];
  readonly alerts: readonly SampleAlert[];
  readonly likes: readonly string[];
  readonly dislikes: readonly string[];
  readonly notes: readonly string[];
  readonly visitNotes: readonly string[];
  readonly formulas: readonly string[];
  readonly said: readonly { readonly channel: string; readonly began: 'us' | 'client'; readonly said: string }[];
  readonly outcomes: readonly { readonly outcome: string; readonly note: string | null }[];
  /** What was seen after a patch test: nothing, or a reaction. */
  readonly patchNotes: { readonly none: string; readonly reaction: string };
  /** Under the swatches of hair and of nails. */
  readonly captions: { readonly hair: string; readonly nails: string };
  readonly birthdayNote: string;
  readonly missedNote: string;
  readonly droppedNote: string;
  readonly voidReason: string;
  /** Why something was done although an alert spoke against it. */
  readonly overrideReasons: readonly string[];
  /** What is written on a visit whose money went back. */
  readonly refundNote: string;
  /** A name for number `index`; `random` for what is free in it. Never twice the same. */
  readonly nameOf: (random: () => number, female: boolean, index: number) => { readonly name: string; readonly nickname: string | null };
  readonly phoneOf: (index: number) => { readonly typed: string; readonly e164: string };
}

type Numbers = readonly [minutes: number, price: number, followUpDays: number | null];

export function service(name: string, group: string, ...rest: readonly [...Numbers, string | null, readonly string[]]): SampleService {
  const [minutes, price, followUpDays, followUpNote, ingredients] = rest;
  return { name, group, minutes, price, followUpDays, followUpNote, ingredients };
}
