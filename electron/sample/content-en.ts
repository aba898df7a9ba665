// The sample salon in English. Every name is put together by chance, and the numbers are of the range kept for drama.

import { service, type SampleContent } from './content';

export const enContent: SampleContent = {
  shopName: 'Camellia House (sample)',
  region: 'GB',
  staff: [
    { name: 'Maya Brooks', post: 'Manager' },
    { name: 'Ellen Shaw', post: 'Front desk' },
    { name: 'Joy Adeyemi', post: 'Therapist' },
    { name: 'Tom Reyes', post: 'Stylist' },
    { name: 'Kim Novak', post: 'Nail artist' },
    { name: 'Sara Lind', post: 'Therapist' },
  ],
  tiers: ['Diamond', 'Gold', 'Silver', 'Regular'],
  services: [
    service('Hydrating facial', 'Face', 60, 298, 28, 'Ask whether the skin still feels tight', []),
    service('Deep cleanse', 'Face', 75, 268, 30, 'Ask about breakouts', ['salicylic acid']),
    service('Sensitive skin repair', 'Face', 70, 398, 21, 'Ask whether the redness has gone', []),
    service('Eye treatment', 'Face', 40, 198, 21, null, []),
    service('Neck and shoulders', 'Body', 60, 258, 14, 'Ask whether the neck is looser', ['essential oil']),
    service('Back massage with oil', 'Body', 90, 398, 21, null, ['essential oil']),
    service('Hot stones', 'Body', 60, 328, 28, null, []),
    service('Cut and blow-dry', 'Hair', 50, 98, 35, null, []),
    service('Colour', 'Hair', 120, 468, 42, 'Ask about fading and the scalp', ['PPD']),
    service('Perm', 'Hair', 150, 598, 90, 'Ask how the curls behave', []),
    service('Scalp treatment', 'Hair', 60, 328, 28, 'Ask about flaking', []),
    service('Manicure, one colour', 'Nails', 60, 168, 25, null, ['formaldehyde']),
    service('Manicure, design', 'Nails', 90, 268, 25, 'Ask whether any have lifted', ['formaldehyde']),
    service('Lash extensions', 'Lashes', 90, 368, 25, 'Ask how many came off', ['lash glue']),
  ],
  products: [
    { name: 'Camellia day cream', group: 'Face', price: 328 },
    { name: 'Gentle cleanser', group: 'Face', price: 128 },
    { name: 'Soothing masks, 5', group: 'Face', price: 158 },
    { name: 'Colour-care shampoo', group: 'Hair', price: 138 },
    { name: 'Hair oil', group: 'Hair', price: 168 },
    { name: 'Cuticle oil', group: 'Nails', price: 68 },
  ],
  tags: ['Sensitive skin', 'Low pain', 'Neighbour', 'Weekends', 'Bride', 'Mother', 'Student', 'Likes quiet', 'Needs receipt', 'Parking'],
  sources: ['Walked in', 'Instagram', 'Google', 'Leaflet', 'Friend'],
  bySomebody: 'Friend',
  occupations: ['Teacher', 'Nurse', 'Accountant', 'Lawyer', 'Shop owner', 'Designer', 'At home', 'Civil servant', 'Student', 'Engineer'],
  roads: ['Plane Tree Road', 'Mill Lane', 'Station Street', 'Orchard Row', 'Canal Walk', 'Ginkgo Avenue'],
  fields: [
    { name: 'Hair type', kind: 'choice', choices: ['Fine', 'Coarse', 'Wavy', 'Damaged'], purpose: 'Mixing colour' },
    { name: 'Comes by car', kind: 'yes-no', choices: [], purpose: 'Keeping a parking space' },
  ],
  alerts: [
    { kind: 'allergy', text: 'PPD', detail: 'Scalp swollen for two days after colouring. Herbal colour only.' },
    { kind: 'allergy', text: 'Lash glue', detail: 'Swollen lid once. Low-allergy glue, test one lash first.' },
    { kind: 'allergy', text: 'Essential oil', detail: 'Lavender makes her sneeze. Plain base oil.' },
    { kind: 'allergy', text: 'Formaldehyde', detail: 'Rash on the fingers. Formaldehyde-free gel.' },
    { kind: 'allergy', text: 'Alcohol', detail: 'Skin reddens with alcohol wipes.' },
    { kind: 'contraindication', text: 'Slipped disc', detail: 'No pressure on the lower back, not face down for long.' },
    { kind: 'pregnancy', text: 'Pregnant', detail: 'No oils, no hot stones, lying on the side.' },
    { kind: 'skin', text: 'Rosacea', detail: 'No peeling, cooler water.' },
    { kind: 'medication', text: 'Isotretinoin', detail: 'No deep cleanse, no acids.' },
    { kind: 'condition', text: 'High blood pressure', detail: 'Heat for 10 minutes at most, get up slowly.' },
  ],
  likes: [
    'Warm towels',
    'The seat by the window',
    'Firm pressure',
    'Jasmine tea',
    'Booking with Joy',
    'Quiet music',
    'Saturday mornings',
    'Nude pink',
  ],
  dislikes: ['Small talk', 'Strong scent', 'Water too hot', 'Being sold packages', 'Draught'],
  notes: [
    'Only free after work, from seven',
    'Brings her son in the holidays',
    'Wants to try herbal colour',
    'Moving house, may switch to weekends',
    'Warm water, no sugar',
    'Old injury in the left shoulder',
  ],
  visitNotes: [
    'Skin clearer than last time',
    'Scalp a little red, kept it short',
    'Shoulders much looser',
    'Mended two lifted nails',
    'Dry ends, added a treatment',
    'Fell asleep half-way',
    'Wants it darker next time',
    'Right side of the neck is tight',
  ],
  formulas: [
    '6.35 30 g + 7.0 20 g, 6% developer, 35 minutes',
    '5.4 40 g, 3% developer, 30 minutes',
    '7.1 25 g + 8.3 25 g, 6% developer, 40 minutes',
    'C curl 10 mm, 12 mm at the corner',
  ],
  said: [
    { channel: 'wechat', began: 'client', said: 'Asked about Saturday afternoon; booked for three.' },
    { channel: 'wechat', began: 'us', said: 'Sent the after-care notes; says the skin feels good.' },
    { channel: 'phone', began: 'us', said: 'Reminder for tomorrow; will be on time.' },
    { channel: 'phone', began: 'client', said: 'Has to work late, moved to Tuesday evening.' },
    { channel: 'in-person', began: 'client', said: 'Dropped in; wants to book for her mother as well.' },
    { channel: 'wechat', began: 'client', said: 'Sent a picture of the colour she wants; to be decided next time.' },
  ],
  outcomes: [
    { outcome: 'well', note: 'All good, skin no longer tight' },
    { outcome: 'well', note: null },
    { outcome: 'booked', note: 'Booked for next week' },
    { outcome: 'booked', note: null },
    { outcome: 'no-answer', note: null },
    { outcome: 'problem', note: 'One nail has lifted; asked her to come in' },
  ],
  patchNotes: { none: 'Behind the ear, no redness after 48 hours', reaction: 'Behind the ear, red and itching the next day' },
  captions: { hair: 'Colour before and after, drawn as swatches', nails: 'Nails before and after, drawn as swatches' },
  birthdayNote: 'Birthday wishes, with a hand treatment',
  missedNote: 'Has not been for long; ask how they are',
  droppedNote: 'Has moved away',
  voidReason: 'Entered for somebody else',
  overrideReasons: [
    'Used one without it, tried on a small patch first, no reaction',
    'She asked for it; explained, and watched for 20 minutes',
    'Only in part, away from the sensitive skin',
  ],
  refundNote: 'Lifted the next day, paid back in full',
  nameOf(random, female, index) {
    const given = female ? HER : HIS;
    // Counted through, so that no two are called the same.
    const name = `${given[index % given.length] ?? 'Ann'} ${SURNAMES[(index * 7 + Math.floor(index / given.length)) % SURNAMES.length] ?? 'Hill'}`;
    return { name, nickname: random() < 0.1 ? (name.split(' ')[0]?.slice(0, 3) ?? null) : null };
  },
  // Numbers of London kept for films, so nobody has them.
  phoneOf(index) {
    const end = String(index).padStart(3, '0');
    return { typed: `020 7946 0${end}`, e164: `+442079460${end}` };
  },
};

const HER =
  'Alice Amara Anna Bella Carla Chloe Clara Dana Diya Edith Elif Emma Erin Fatima Freya Grace Hana Holly Ines Iris Isla Jade Julia Kate Lara Leila Lily Lucy Mara Mei Mina Nadia Nora Olive Petra Priya Rosa Ruby Sofia Tess Uma Vera Wren Zoe'.split(
    ' ',
  );
const HIS = 'Adam Ben Callum Daniel Eli Finn Hugo Jonas Leo Marcus Noah Omar'.split(' ');
const SURNAMES =
  'Abbott Barnes Castle Dawson Ellis Fraser Garner Hughes Irving Jarvis Keane Lowell Mercer Norris Ogden Porter Quinn Rowan Sutton Turner Upton Vaughan Walsh Yates Archer Bishop Cole Drake Easton Foster Greene'.split(
    ' ',
  );
