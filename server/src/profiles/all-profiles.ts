import { alx } from './alx.ts';
import { atlassian } from './atlassian.ts';
import { awsCoe } from './aws-coe.ts';
import { azure } from './azure.ts';
import { googleApi } from './google-api.ts';
import { googleSre } from './google-sre.ts';
import { googleWorkbook } from './google-workbook.ts';
import { incidentIo } from './incident-io.ts';
import { minimal } from './minimal.ts';
import { pagerduty } from './pagerduty.ts';
import type { Profile } from './profile.ts';

/** The forms that come with the product; the first fits where no other does. */
export const allProfiles: readonly Profile[] = [
  minimal,
  alx,
  googleSre,
  googleWorkbook,
  googleApi,
  pagerduty,
  atlassian,
  awsCoe,
  azure,
  incidentIo,
];
