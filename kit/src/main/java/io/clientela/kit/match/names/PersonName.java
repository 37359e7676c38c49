package io.clientela.kit.match.names;

/** A person's name prepared for comparison; made by {@link PersonNames#parse}. */
public final class PersonName {

    private final Words words;
    private final String syllabic;
    private final boolean vowelless;

    /** @param syllabic Chinese or Korean characters of a name written in them alone, else empty */
    PersonName(Words words, String syllabic, boolean vowelless) {
        this.words = words;
        this.syllabic = syllabic;
        this.vowelless = vowelless;
    }

    Words words() {
        return words;
    }

    String syllabic() {
        return syllabic;
    }

    boolean isVowelless() {
        return vowelless;
    }
}
