/** The four groups of the Canadian Definition of Homelessness (2012, revised 2017), and the two beside them. */
export const HOUSING_STATUSES = [
  'unsheltered',
  'emergency_sheltered',
  'provisionally_accommodated',
  'at_risk',
  'housed',
  'unknown',
] as const;
export type HousingStatus = (typeof HOUSING_STATUSES)[number];
