package io.clientela.kit.match.names;

/** An enterprise's name taken apart and prepared for comparison; made by {@link EnterpriseNames#parse}. */
public final class EnterpriseName {

    private final String folded;
    private final String place;
    private final String brand;
    private final String business;
    private final String form;
    private final String branch;
    private final boolean han;
    private final boolean group;
    private final Words words;

    EnterpriseName(
            String folded,
            String place,
            String brand,
            String business,
            String form,
            String branch,
            boolean han,
            boolean group,
            Words words) {
        this.folded = folded;
        this.place = place;
        this.brand = brand;
        this.business = business;
        this.form = form;
        this.branch = branch;
        this.han = han;
        this.group = group;
        this.words = words;
    }

    /** The whole name in its search form. */
    public String folded() {
        return folded;
    }

    /** The place by its English or romanised name in one word: beijing; empty where none is named. */
    public String place() {
        return place;
    }

    /** What tells it from others; never empty unless the name is. */
    public String brand() {
        return brand;
    }

    /** Line of business, as written; empty where none is recognised. */
    public String business() {
        return business;
    }

    /** The kind of legal form, the same for all languages: limited, public, partnership …; empty where none is written. */
    public String form() {
        return form;
    }

    /** Which part of the house it is: 北京分公司, branch; empty for the house itself. */
    public String branch() {
        return branch;
    }

    boolean isHan() {
        return han;
    }

    boolean isGroup() {
        return group;
    }

    Words words() {
        return words;
    }
}
