/** Identity documents, in the order people are shown them. */
export const documentKinds = [
  'resident-id',
  'mainland-travel-permit-hm',
  'mainland-travel-permit-tw',
  'residence-permit-hmt',
  'permanent-resident-2023',
  'permanent-resident-2017',
  'passport-foreign',
  'passport-cn',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The numbers of these do not hold the date of birth. */
export const withoutBirth: readonly DocumentKind[] = [
  'mainland-travel-permit-hm',
  'mainland-travel-permit-tw',
  'permanent-resident-2017',
  'passport-foreign',
  'passport-cn',
];
