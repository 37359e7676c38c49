package io.clientela.kernel;

import java.util.List;

/** Names of the functions a role may grant; an endpoint names the one it needs. */
public final class Functions {
    public static final String CUSTOMERS_READ = "customers.read";
    public static final String CUSTOMERS_CREATE = "customers.create";
    public static final String CUSTOMERS_CHANGE = "customers.change";
    public static final String CUSTOMERS_IMPORT = "customers.import";
    public static final String CUSTOMERS_EXPORT = "customers.export";
    public static final String CUSTOMERS_REVEAL = "customers.reveal";
    public static final String CUSTOMERS_CLAIM = "customers.claim";
    public static final String CUSTOMERS_MERGE = "customers.merge";
    public static final String CUSTOMERS_STAGE = "customers.stage";
    public static final String MATCHING_REVIEW = "matching.review";
    public static final String MATCHING_RUN = "matching.run";
    public static final String JOBS_READ = "jobs.read";
    public static final String JOBS_MANAGE = "jobs.manage";
    public static final String AUDIT_READ = "audit.read";
    public static final String ACCESS_MANAGE = "access.manage";
    public static final String CATALOGUE_MANAGE = "catalogue.manage";
    public static final String TAGS_MANAGE = "tags.manage";
    public static final String SETTINGS_MANAGE = "settings.manage";

    public static final List<String> ALL = List.of(
            CUSTOMERS_READ,
            CUSTOMERS_CREATE,
            CUSTOMERS_CHANGE,
            CUSTOMERS_IMPORT,
            CUSTOMERS_EXPORT,
            CUSTOMERS_REVEAL,
            CUSTOMERS_CLAIM,
            CUSTOMERS_MERGE,
            CUSTOMERS_STAGE,
            MATCHING_REVIEW,
            MATCHING_RUN,
            JOBS_READ,
            JOBS_MANAGE,
            AUDIT_READ,
            ACCESS_MANAGE,
            CATALOGUE_MANAGE,
            TAGS_MANAGE,
            SETTINGS_MANAGE);

    /** Those with which a customer's values are written. */
    public static final List<String> WRITING_CUSTOMERS = List.of(CUSTOMERS_CREATE, CUSTOMERS_CHANGE, CUSTOMERS_IMPORT);

    private Functions() {}
}
