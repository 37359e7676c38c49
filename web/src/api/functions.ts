/** The functions of the product a role may give, as the session lists them. */
export const MAY = {
  read: 'customers.read',
  create: 'customers.create',
  change: 'customers.change',
  import: 'customers.import',
  export: 'customers.export',
  claim: 'customers.claim',
  merge: 'customers.merge',
  reviewDuplicates: 'matching.review',
  runMatching: 'matching.run',
  manageAccess: 'access.manage',
  manageCatalogue: 'catalogue.manage',
  manageTags: 'tags.manage',
  readJobs: 'jobs.read',
  manageJobs: 'jobs.manage',
  readAudit: 'audit.read',
  manageSettings: 'settings.manage',
} as const;

/** Functions that open customers begin with this. */
export const ON_CUSTOMERS = 'customers.';
